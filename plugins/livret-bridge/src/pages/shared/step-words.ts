// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../brick-types.js';
import type { ClassProgress, stepOf } from '../../domain/board/class-progress.js';

const STEPS = ['board.at0', 'board.at1', 'board.at2', 'board.at3', 'board.at4', 'board.at5'] as const;

/** « 20 complets sur 24 », « 24 signés sur 24, 23 publiés »: the step that a class has reached, of its bilans. */
export function stepWords({ at, count }: ReturnType<typeof stepOf>, progress: ClassProgress, t: LivretTexts): string {
  const { total, in: states } = progress;
  if (at === 1 && count === 0) return t('board.at1None', { total });
  const words = t(STEPS[at], { count, total });
  const isMixed = (at === 3 || at === 4) && states.published > 0;
  return isMixed ? `${words}, ${t('board.published', { count: states.published })}` : words;
}
