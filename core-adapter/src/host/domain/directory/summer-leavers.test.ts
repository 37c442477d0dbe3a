// SPDX-License-Identifier: EUPL-1.2
import { dueFrom, leftUntil } from './summer-leavers.js';

const DAY = 86_400_000;
const at = (day: string): Date => new Date(`${day}T02:41:00.000Z`);

test.each([
  ['2026-06-14', 60, '2026-08-13'],
  ['2026-06-15', 60, '2026-11-14'],
  ['2026-07-05', 60, '2026-11-14'],
  ['2026-09-14', 60, '2026-11-14'],
  ['2026-09-15', 60, '2026-11-14'],
  ['2026-09-20', 60, '2026-11-19'],
  ['2026-07-05', 1, '2026-09-16'],
  // Never later than three months after the end of the school year.
  ['2026-07-05', 90, '2026-11-30'],
  ['2026-09-10', 90, '2026-12-09'],
  ['2027-01-31', 90, '2027-05-01'],
])('L17 a person that left on %s is due after a delay of %i days on %s', (left, days, due) => {
  const from = dueFrom(at(left), days * DAY);
  expect(from.toISOString().slice(0, 10)).toBe(due);
  const isDue = (now: Date): boolean => at(left) <= leftUntil(now, days * DAY);
  expect([isDue(new Date(from.getTime() - 1)), isDue(from)]).toEqual([false, true]);
});
