// SPDX-License-Identifier: EUPL-1.2
import { handOverDates } from '../hand-over/hand-over-dates.js';
import { bilanEnds } from './bilan-ends.js';

const pupilId = 'a';

test.each([
  ['CM2', 2025, 2028],
  ['CM1', 2024, 2028],
  ['CE2', 2026, 2028],
  ['CE1', 2025, 2028],
  ['CP', 2024, 2028],
  [null, 2024, 2028],
  ['cm2', 2025, 2028],
])('a bilan of %s of %i goes at the beginning of the school year %i', (level, year, end) => {
  const bilan = { pupilId, level, year };
  expect(bilanEnds([bilan])(bilan)).toBe(end);
});

/** The ends of bilans of consecutive years from 2024, one for each of these levels. */
function endsOf(...levels: (string | null)[]): number[] {
  const bilans = levels.map((level, index) => ({ pupilId, level, year: 2024 + index }));
  return bilans.map(bilanEnds(bilans));
}

test('the bilans of a pupil that repeats a class end with the cycle as it became, and each cycle for itself', () => {
  expect(endsOf('CE1', 'CE2', 'CE2')).toEqual([2028, 2028, 2028]);
  expect(endsOf('CE2', 'CE2', 'CM1', 'CM2')).toEqual([2027, 2027, 2030, 2030]);
  expect(endsOf('CM1', null, 'CM2')).toEqual([2029, 2029, 2029]);
});

test('the bilans of another pupil change nothing', () => {
  const [bilan, other] = [
    { pupilId, level: 'CE2', year: 2024 },
    { pupilId: 'b', level: 'CE2', year: 2026 },
  ];
  expect(bilanEnds([bilan, other])(bilan)).toBe(2026);
});

test.each([[['CM1', 'CM2']], [['CM1', 'CM1', 'CM2']], [['CM1', 'CM2', 'CM2']]])(
  'an école keeps the bilans of %p until the copies of the collège end',
  (levels) => {
    const { until } = handOverDates(2024 + levels.length - 1, 'Europe/Paris');
    expect(endsOf(...levels)).toEqual(levels.map(() => until.getFullYear()));
  },
);
