// SPDX-License-Identifier: EUPL-1.2
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';

/**
 * The word with which the form of a correction begins, as long as its teacher has prepared none: the last one, which can be mended. It is
 * empty for a part that was handed in again since, which that word was not written about.
 */
export function firstWord({ state, answer }: Pick<WorkPupilRow, 'state' | 'answer'>): string {
  return state === 'handedIn' ? '' : answer;
}
