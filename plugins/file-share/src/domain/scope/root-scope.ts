// SPDX-License-Identifier: EUPL-1.2
import type { SpaceRef } from '../../store/space-ref.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { SpaceKind } from '../../store/space.entity.js';
import type { NodeWithScope } from './node-scopes.js';
import type { Readers } from '../../store/readers.js';

/** The readers of a root, and of what lies in it by default. */
export function rootReaders(kind: SpaceKind): Readers {
  return kind === 'group' || kind === 'school' ? 'families' : 'teachers';
}

/** The columns for the scope of a space's root, also while the space has no row. */
export function rootScope({ kind, groupId, ownerId }: SpaceRef): NodeWithScope & Pick<NodeRow, 'dropped'> {
  const scope = { groupId, ownerId, pupilId: null, pupilsAdd: false, addedBy: null, dropped: false };
  return { spaceKind: kind, readers: rootReaders(kind), ...scope };
}
