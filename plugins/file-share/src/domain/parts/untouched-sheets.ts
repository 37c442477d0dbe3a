// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from '../../store/node.entity.js';

/** Whether a file is the copy of a file to fill in that the pupil got: that one costs no room. */
export function isUnchanged({ cost, bytes }: Pick<NodeRow, 'cost' | 'bytes'>): boolean {
  return cost === 0 && bytes > 0;
}

/** Whether there are copies and nothing else, all as the pupil got them. */
export function isAllUnchanged(own: readonly Pick<NodeRow, 'cost' | 'bytes'>[]): boolean {
  return own.length > 0 && own.every(isUnchanged);
}

/**
 * The copies that the pupil has not changed, where they have other files as well: a photo of the notebook is the answer then, and the copies
 * are handed in only if the pupil says so. A copy that is all they have is not among them.
 */
export function untouchedSheets(own: readonly NodeRow[]): readonly NodeRow[] {
  return own.every(isUnchanged) ? [] : own.filter(isUnchanged);
}
