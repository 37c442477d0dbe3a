// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { readScope } from '../scope/node-scopes.js';
import { NodeRow } from '../../store/node.entity.js';
import { inParts } from '../tree/all-below.js';

/** The number of links on the page of a class. */
const TOLD = 20;
/** Copies that one query reads. */
const PART = 100;

/**
 * The newest copies in « Mes fichiers » of files that a pupil had put into a group and no longer finds there, and whether there are more.
 */
export async function keptFiles(
  groupId: string,
  request: Pick<FileShareRequest, 'access' | 'db' | 'user'>,
): Promise<{ readonly copies: readonly NodeRow[]; readonly hasMore: boolean }> {
  const nodes = request.db.repository(NodeRow);
  const where = { ownerId: request.user.id, spaceKind: 'own' as const, keptFrom: groupId, trashedAt: IsNull() };
  const order = { changedAt: 'DESC', id: 'DESC' } as const;
  const gone: NodeRow[] = [];
  for (let after: NodeRow | undefined; gone.length <= TOLD;) {
    const part = await nodes.find({ where, order, take: PART, ...(after && { after }) });
    const there = await stillThere(part, groupId, request);
    gone.push(...part.filter(({ keptOf }) => !there.has(keptOf)));
    after = part.at(-1);
    if (part.length < PART) break;
  }
  return { copies: gone.slice(0, TOLD), hasMore: gone.length > TOLD };
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
