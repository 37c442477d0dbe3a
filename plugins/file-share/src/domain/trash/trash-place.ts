// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { addScope } from '../scope/node-scopes.js';
import { holderOf, spaceOfHolder, type SpaceRef } from '../../store/space-ref.js';
import { rootScope } from '../scope/root-scope.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';

export interface TrashPlace extends ResourceScope {
  /** The id of the space; its holder while the space has no row. A pupil may have thrown something away in a class alone. */
  readonly spaceId: string;
  readonly space: SpaceRef;
}

/** The trash of an address: of a space by its id or, also while it has no row, by its holder. */
export async function loadTrash({
  params,
  db,
}: {
  readonly params: { readonly spaceId: string };
  readonly db: SchoolDatabase;
}): Promise<TrashPlace | undefined> {
  const named = spaceOfHolder(params.spaceId);
  const where = named ? { holder: holderOf(named) } : { id: params.spaceId };
  const row = await db.repository(SpaceRow).findOne({ where });
  if (!row) return named && { ...openingScope(named), spaceId: holderOf(named), space: named };
  if (row.kind === TOTAL) return undefined;
  const space = { kind: row.kind, groupId: row.groupId, ownerId: row.ownerId };
  return { ...openingScope(space), spaceId: row.id, space };
}

/**
 * The scope of opening a trash: for users who may add to the space or to a folder in it, such as pupils in a class. Each sees what they may
 * put back.
 */
export function openingScope(space: SpaceRef): ResourceScope {
  return { ...addScope(rootScope(space)), ...(space.kind === 'group' && { visibleTo: ['teacher', 'pupil'] }) };
}
