// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../brick-types.js';
import type { stepOf } from '../../domain/board/class-progress.js';

const STEPS = ['board.at0', 'board.at1', 'board.at2', 'board.at3', 'board.at4', 'board.at5'] as const;

/** « 20 complets sur 24 »: the step that a class has reached, of its bilans. */
export function stepWords({ at, count }: ReturnType<typeof stepOf>, total: number, t: LivretTexts): string {
  return at === 1 && count === 0 ? t('board.at1None', { total }) : t(STEPS[at], { count, total });
}
