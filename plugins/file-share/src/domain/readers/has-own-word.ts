// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from '../../store/node.entity.js';

/** Whether a word for the readers can be chosen: in a class or in the school, but not for the root. */
export function hasOwnWord({ spaceKind, above }: Pick<NodeRow, 'spaceKind' | 'above'>): boolean {
  return above !== '' && (spaceKind === 'group' || spaceKind === 'school');
}
