// SPDX-License-Identifier: EUPL-1.2
import { lastYears } from './kept-years.js';

test.each([
  ['summer', '2027-10-14T21:59:59Z', 2027, { parts: 2025, spaces: 2024 }],
  ['summer', '2027-10-14T22:00:00Z', 2027, { parts: 2026, spaces: 2025 }],
  ['next-year', '2027-10-14T22:00:00Z', 2027, { parts: 2025, spaces: 2025 }],
  ['summer', '2028-07-31T21:59:59Z', 2027, { parts: 2026, spaces: 2025 }],
] as const)('with %s, at %s years go until %j', (keepWorks, now, schoolYear, years) => {
  expect(lastYears(keepWorks, { now: new Date(now), schoolYear, zone: 'Europe/Paris' })).toEqual(years);
});
