// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../brick-types.js';
import { capital } from '../periods/capital.js';
import { levelName, periodName } from '../periods/period-name.js';
import type { ReadableBilan } from './readable-bilan.js';

type Named = Pick<ReadableBilan, 'year' | 'period' | 'rhythm' | 'level'>;

/** « 1er trimestre de CM2 », and « Période 3 de CM1, 2025-2026 » in another school year */
export function bilanName(bilan: Named, schoolYear: number, t: LivretTexts): string {
  const { year, level } = bilan;
  const period = capital(periodName(bilan, t));
  const named = level === null ? period : t('read.periodOf', { period, level: levelName(level) });
  return year === schoolYear ? named : `${named}, ${yearName(year)}`;
}

/** « 2026-2027 », which is not broken at the end of a line */
export function yearName(year: number): string {
  return `${String(year)}\u2011${String(year + 1)}`;
}
