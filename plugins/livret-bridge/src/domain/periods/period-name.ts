// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../brick-types.js';
import type { Rhythm } from '../../store/period.entity.js';

/** The number of a period in its year, and the rhythm by which it is called; undefined where the school has chosen none. */
export interface NamedPeriod {
  readonly period: number;
  readonly rhythm: Rhythm | undefined;
}

const NAMES = { T: 'period.term', S: 'period.half', P5: 'period.part' } as const;

/** « 1er trimestre », « 2e semestre », « période 4 » */
export function periodName({ period, rhythm = 'P5' }: NamedPeriod, t: LivretTexts): string {
  const nth = period === 1 ? t('nth.first') : t('nth.later', { number: period });
  return t(NAMES[rhythm], { nth, number: period });
}

/** « 6e » for the level `6E`; other levels are called as they are. */
export function levelName(level: string): string {
  return level.replace(/^(\d)E$/, '$1e');
}
