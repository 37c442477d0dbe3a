// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull } from 'typeorm';
import type { FileShareRequest } from '../brick-types.js';
import { readScope } from '../scope/node-scopes.js';
import { NodeRow } from '../store/node.entity.js';
import { inParts } from '../tree/all-below.js';

/** Links on the page of a class. */
const TOLD = 20;

/** The newest copies in « Mes fichiers » of what a pupil had put into a group and does not find there any more. */
export async function keptFiles(
  groupId: string,
  request: Pick<FileShareRequest, 'access' | 'db' | 'user'>,
): Promise<NodeRow[]> {
  const nodes = request.db.repository(NodeRow);
  const where = { ownerId: request.user.id, spaceKind: 'own' as const, keptFrom: groupId, trashedAt: IsNull() };
  const copies = await nodes.find({ where, order: { changedAt: 'DESC', id: 'DESC' } });
  const there = await stillThere(copies, groupId, request);
  return copies.filter(({ keptOf }) => !there.has(keptOf)).slice(0, TOLD);
}

/** The ids of the files of which these are copies, as far as the pupil reads them in the group. */
async function stillThere(
  copies: readonly NodeRow[],
  groupId: string,
  { access, db }: Pick<FileShareRequest, 'access' | 'db'>,
): Promise<ReadonlySet<string | null>> {
  const there = new Set<string | null>();
  for (const ids of inParts(copies.flatMap(({ keptOf }) => keptOf ?? []))) {
    const where = { id: In(ids), groupId, spaceKind: 'group' as const, trashedAt: IsNull() };
    const found = await db.repository(NodeRow).find({ where });
    const scoped = found.map((node) => ({ ...readScope(node), id: node.id }));
    for (const { id } of await access.filter('read', scoped)) there.add(id);
  }
  return there;
}
