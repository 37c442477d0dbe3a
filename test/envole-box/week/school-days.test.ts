// SPDX-License-Identifier: EUPL-1.2
import { SchoolDays } from './school-days.js';

test.each([
  ['on a Tuesday, the day before is a Monday', '2026-11-24T08:40:00Z', 1, '2026-11-23T15:52:00.000Z'],
  ['on a Saturday, the day before is a Friday', '2026-11-28T19:44:00Z', 1, '2026-11-27T15:52:00.000Z'],
  ['11 November is left out', '2026-11-12T08:00:00Z', 1, '2026-11-10T15:52:00.000Z'],
  ['in summer the clock of the school is two hours ahead', '2026-06-03T08:00:00Z', 0, '2026-06-03T14:52:00.000Z'],
  ['shortly after midnight of the school it is the next day', '2026-06-03T22:30:00Z', 1, '2026-06-03T14:52:00.000Z'],
])('%s', (_title, now, daysBefore, instant) => {
  expect(new SchoolDays(new Date(now)).instant(daysBefore, '16:52').toISOString()).toBe(instant);
});

test('a text names days as they are seen from the day on which it is written', () => {
  const tuesday = new SchoolDays(new Date('2026-11-24T08:40:00Z'));
  expect(tuesday.writeOut('{demain}, puis {+6}', 1)).toBe('demain, puis mardi 1er décembre');
  expect(tuesday.writeOut('{demain}', 2)).toBe('lundi');
  expect([tuesday.isToday, new SchoolDays(new Date('2026-11-28T19:44:00Z')).isToday]).toEqual([true, false]);
});
