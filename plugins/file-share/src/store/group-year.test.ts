// SPDX-License-Identifier: EUPL-1.2
import { groupYear } from './group-year.js';

test.each([
  ['2026-08-01T00:00:00Z', 2026],
  ['2026-11-24T10:00:00Z', 2026],
  ['2027-07-31T09:59:59Z', 2026],
  // It is August in Kiribati.
  ['2027-07-31T10:00:00Z', 2027],
])('a space opened at %s is of the school year %i', (now, year) => {
  expect(groupYear(new Date(now))).toBe(year);
});
