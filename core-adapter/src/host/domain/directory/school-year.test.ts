// SPDX-License-Identifier: EUPL-1.2
import { isBeginningOfYear, schoolYearOf } from './school-year.js';

describe('a school year begins on 1 August, midnight where the school is', () => {
  test.each([
    ['2025-11-25T10:00:00Z', 'Europe/Paris', 2025],
    ['2026-07-31T21:59:59.999Z', 'Europe/Paris', 2025],
    ['2026-07-31T22:00:00.000Z', 'Europe/Paris', 2026],
    ['2026-01-01T00:00:00Z', 'Europe/Paris', 2025],
    ['2026-07-31T22:00:00.000Z', 'America/Martinique', 2025],
    ['2026-08-01T03:59:59.999Z', 'America/Martinique', 2025],
    ['2026-08-01T04:00:00.000Z', 'America/Martinique', 2026],
    ['2026-07-31T19:59:59.999Z', 'Indian/Reunion', 2025],
    ['2026-07-31T20:00:00.000Z', 'Indian/Reunion', 2026],
  ])('%s in %s is in %i', (instant, timeZone, year) => {
    expect(schoolYearOf(new Date(instant), timeZone)).toBe(year);
  });
});

test.each([
  ['2026-07-31T21:59:59Z', false],
  ['2026-07-31T22:00:00Z', true],
  ['2026-09-30T21:59:59Z', true],
  ['2026-09-30T22:00:00Z', false],
  ['2027-01-01T00:00:00Z', false],
])('%s is in the first weeks of a school year in Paris: %s', (instant, isInFirstWeeks) => {
  expect(isBeginningOfYear(new Date(instant), 'Europe/Paris')).toBe(isInFirstWeeks);
});

test('an answer is not taken for that of another instant or another time zone', () => {
  const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Marquesas'];
  const years = (instant: number): number[] => zones.map((zone) => schoolYearOf(new Date(instant), zone));
  const begins = [22, 20, 28, 33.5].map((hour) => Date.parse('2026-07-31T00:00:00Z') + hour * 3_600_000);
  for (const instant of begins.flatMap((begin) => [begin - 1, begin, begin - 1])) {
    expect([instant, years(instant)]).toEqual([instant, begins.map((begin) => (instant < begin ? 2025 : 2026))]);
  }
});
