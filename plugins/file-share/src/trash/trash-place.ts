// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { addScope } from '../scope/node-scopes.js';
import { rootScope, type SpaceRef } from '../space/space-ref.js';
import { SpaceRow, TOTAL } from '../store/space.entity.js';

/** The trash of a space, with the scope of opening it. */
export interface TrashPlace extends ResourceScope {
  readonly row: SpaceRow;
  readonly space: SpaceRef;
}

/** Users that may add to the space or to a folder in it, such as pupils in a class. Each sees what they may put back. */
export async function loadTrash({
  params,
  db,
}: {
  readonly params: { readonly spaceId: string };
  readonly db: SchoolDatabase;
}): Promise<TrashPlace | undefined> {
  const row = await db.repository(SpaceRow).findOne({ where: { id: params.spaceId } });
  if (!row || row.kind === TOTAL) return undefined;
  const space = { kind: row.kind, groupId: row.groupId, ownerId: row.ownerId };
  const scope = addScope(rootScope(space));
  return { row, space, ...scope, ...(space.kind === 'group' && { visibleTo: ['teacher', 'pupil'] }) };
}
