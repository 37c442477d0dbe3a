// SPDX-License-Identifier: EUPL-1.2
import { dayAfter, dayOf, startOfDay } from './school-day.js';

const HOUR = 3_600_000;

test.each([
  ['Europe/Paris', '2026-01-15', '2026-01-14T23:00:00.000Z', 24],
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Paris', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['America/Cayenne', '2026-03-29', '2026-03-29T03:00:00.000Z', 24],
  ['Indian/Reunion', '2026-10-25', '2026-10-24T20:00:00.000Z', 24],
  ['America/Miquelon', '2026-03-08', '2026-03-08T03:00:00.000Z', 23],
  ['Pacific/Noumea', '2026-12-31', '2026-12-30T13:00:00.000Z', 24],
  // Midnight is left out there, and there it comes twice.
  ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
  ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00.000Z', 25],
])('in %s, %s starts at %s and lasts %i hours', (timeZone, day, start, hours) => {
  const begins = startOfDay(day, timeZone)?.getTime() ?? NaN;
  expect(new Date(begins).toISOString()).toBe(start);
  expect(startOfDay(dayAfter(day), timeZone)).toEqual(new Date(begins + hours * HOUR));
  expect([begins - 1, begins, begins + hours * HOUR - 1].map((instant) => dayOf(new Date(instant), timeZone))).toEqual([
    expect.not.stringContaining(day),
    day,
    day,
  ]);
});

test.each([
  '',
  'demain',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-5',
  '26-01-05',
  '2026-01-05T00:00',
  ' 2026-01-05',
])('%p is no day', (text) => {
  expect(startOfDay(text, 'Europe/Paris')).toBeUndefined();
  expect(dayAfter(text)).toBe(text);
});

test('a day that a time zone leaves out is no day there', () => {
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBeUndefined();
  expect(startOfDay('2011-12-30', 'Europe/Paris')).toBeDefined();
});

test('the day after follows the calendar', () => {
  expect(['2026-12-31', '2028-02-28', '2027-02-28', '2026-03-28'].map(dayAfter)).toEqual([
    '2027-01-01',
    '2028-02-29',
    '2027-03-01',
    '2026-03-29',
  ]);
});
