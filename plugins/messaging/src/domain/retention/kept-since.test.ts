// SPDX-License-Identifier: EUPL-1.2
import { keptSince } from './kept-since.js';

const calendar = (now: string, schoolYear: number, zone = 'Europe/Paris') => ({ now: new Date(now), schoolYear, zone });

test.each([
  ['next-year', '2027-10-14T21:59:59Z', 2027, 'Europe/Paris', '2026-07-31T22:00:00.000Z'],
  ['next-year', '2027-10-14T22:00:00Z', 2027, 'Europe/Paris', '2026-07-31T22:00:00.000Z'],
  ['school-year', '2026-11-24T01:00:00Z', 2026, 'Indian/Reunion', '2026-07-31T20:00:00.000Z'],
  ['six-months', '2026-12-31T01:00:00Z', 2026, 'Europe/Paris', '2026-06-30T01:00:00.000Z'],
  ['six-months', '2026-08-31T01:00:00Z', 2026, 'Europe/Paris', '2026-02-28T01:00:00.000Z'],
  ['three-months', '2026-11-24T01:00:00Z', 2026, 'Europe/Paris', '2026-08-24T01:00:00.000Z'],
] as const)('%s, on %s', (keptFor, now, schoolYear, zone, since) => {
  expect(keptSince(keptFor, calendar(now, schoolYear, zone)).toISOString()).toBe(since);
});
