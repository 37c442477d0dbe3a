// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import { capital } from '../../domain/periods/capital.js';
import { PERIODS_PATH } from '../../paths.js';
import type { Rhythm } from '../../store/period.entity.js';
import { DAY_FIELDS, nameOf, type PeriodProblems } from './periods.input.js';
import { periodName } from '../../domain/periods/period-name.js';
import type { PeriodPart, PeriodsModel } from './periods.view.js';
import { RHYTHMS, type PeriodDays } from '../../domain/periods/proposed-periods.js';

export interface PeriodsInput {
  readonly rhythm: Rhythm;
  readonly days: readonly PeriodDays[];
  readonly problems: PeriodProblems;
  readonly opened: ReadonlyMap<number, number>;
  /** Whether somebody has written in a bilan of the year: the rhythm no longer changes. */
  readonly isBegun: boolean;
  readonly classes: number;
  readonly problem?: string | undefined;
}

const RHYTHM_WORDS = { T: 'year.terms', S: 'year.halves', P5: 'year.parts' } as const;

type PeriodsReader = Pick<LivretRequest, 't' | 'url' | 'schoolYear'>;

export function presentPeriods(input: PeriodsInput, { t, url, schoolYear: year }: PeriodsReader): PeriodsModel {
  const { rhythm, days, problems, isBegun, problem } = input;
  return {
    title: t('year.title', { year, next: year + 1 }),
    lead: t('year.lead'),
    ...{ formUrl: url(PERIODS_PATH), rhythm },
    rhythms: isBegun
      ? []
      : RHYTHMS.map((one) => ({
          ...{ label: t(RHYTHM_WORDS[one]), url: url(`${PERIODS_PATH}?rhythm=${one}`), current: one === rhythm },
        })),
    fixed: isBegun ? t('year.fixed', { rhythm: t(RHYTHM_WORDS[rhythm]) }) : undefined,
    problem: problem ?? (problems.size > 0 ? t('year.problems', { count: problems.size }) : undefined),
    periods: days.map((one) => periodPart(one, input, t)),
  };
}

function periodPart(
  one: PeriodDays,
  { rhythm, problems, opened, classes }: PeriodsInput,
  t: PeriodsReader['t'],
): PeriodPart {
  const { period } = one;
  const name = periodName({ period, rhythm }, t);
  const count = opened.get(period) ?? 0;
  return {
    period,
    name: capital(name),
    fields: DAY_FIELDS.map((field) => ({
      ...{ name: nameOf(field, period), label: t(`year.${field}`), value: one[field] },
      error: problems.get(nameOf(field, period)),
    })),
    state: count === 0 ? t('year.unopened') : t('year.opened', { count }),
    isOpen: count > 0,
    openLabel: t('year.open', { count: classes }),
  };
}
