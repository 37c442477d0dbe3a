// SPDX-License-Identifier: EUPL-1.2
import { PeriodRow } from '../../store/period.entity.js';
import { currentPeriod } from './current-period.js';

const periods = ['2026-08-01', '2026-12-05', '2027-03-20'].map((startsOn, index) =>
  Object.assign(new PeriodRow(), { startsOn, period: index + 1 }),
);

test('a period lasts until the next one begins, and a day before the year has the first one', () => {
  const on = (day: string): number | undefined => currentPeriod(periods, day)?.period;
  expect(['2026-07-31', '2026-12-04', '2026-12-05', '2027-07-05'].map(on)).toEqual([1, 1, 2, 3]);
  expect(currentPeriod([], '2026-12-04')).toBeUndefined();
});
