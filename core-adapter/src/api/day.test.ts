// SPDX-License-Identifier: EUPL-1.2
import {
  addDays,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  isTime,
  mondayOf,
  startOfDay,
  timeOf,
  weekdayOf,
} from './day.js';
import { InputError } from './errors.js';

const HOUR = 3_600_000;
const PARIS = 'Europe/Paris';

test.each([
  ['Europe/Paris', '2026-01-15', '2026-01-14T23:00:00.000Z', 24],
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Paris', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['America/Cayenne', '2026-03-29', '2026-03-29T03:00:00.000Z', 24],
  ['Indian/Reunion', '2026-10-25', '2026-10-24T20:00:00.000Z', 24],
  ['America/Miquelon', '2026-03-08', '2026-03-08T03:00:00.000Z', 23],
  ['Pacific/Noumea', '2026-12-31', '2026-12-30T13:00:00.000Z', 24],
  // On the first of these days midnight does not exist, and on the second it comes twice.
  ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
  ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00.000Z', 25],
])('in %s, %s starts at %s and lasts %i hours', (timeZone, day, start, hours) => {
  const begins = startOfDay(day, timeZone).getTime();
  expect(new Date(begins).toISOString()).toBe(start);
  expect(startOfDay(addDays(day, 1), timeZone)).toEqual(new Date(begins + hours * HOUR));
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
  '2026-02-30',
  '30/11/2026',
  '2026-13-01',
  '2026-00-10',
  '2026-1-5',
  '26-01-05',
  '2026-01-05T00:00',
  ' 2026-01-05',
])('%p is no day', (text) => {
  expect(isDay(text)).toBe(false);
  const computed = [
    () => addDays(text, 1),
    () => daysBetween('2026-11-30', text),
    () => mondayOf(text),
    () => startOfDay(text, 'Europe/Paris'),
    () => instantOf(text, '08:30', 'Europe/Paris'),
  ];
  for (const compute of computed) expect(compute).toThrow(new InputError(`"${text}" is not a day.`));
});

test('a day that a time zone leaves out is no day there', () => {
  expect(() => startOfDay('2011-12-30', 'Pacific/Apia')).toThrow('"2011-12-30" is not a day in Pacific/Apia.');
  expect(startOfDay('2011-12-30', 'Europe/Paris')).toBeDefined();
});

test('the day after follows the calendar', () => {
  expect(['2026-12-31', '2028-02-28', '2027-02-28', '2026-03-28'].map((day) => addDays(day, 1))).toEqual([
    '2027-01-01',
    '2028-02-29',
    '2027-03-01',
    '2026-03-29',
  ]);
});

test('days are counted by the calendar, and texts that are no days are told', () => {
  expect([addDays('2027-03-27', 3), addDays('2027-03-01', -1), addDays('2026-12-01', 0)]).toEqual([
    '2027-03-30',
    '2027-02-28',
    '2026-12-01',
  ]);
  expect([daysBetween('2026-10-24', '2026-10-26'), daysBetween('2026-10-26', '2026-10-24')]).toEqual([2, -2]);
  expect(isDay('2028-02-29')).toBe(true);
  expect(() => addDays('9999-12-31', 1)).toThrow('There is no day 1 days after "9999-12-31".');
});

test('a week begins on its Monday', () => {
  const days = ['2026-11-29', '2026-11-30', '2026-12-06', '2026-12-07'];
  expect(days.map(mondayOf)).toEqual(['2026-11-23', '2026-11-30', '2026-11-30', '2026-12-07']);
  expect(days.map(weekdayOf)).toEqual([7, 1, 7, 1]);
});

test('an instant has the day and the time of the school’s time zone', () => {
  const instant = instantOf('2026-11-26', '16:00', PARIS);
  expect(instant.toISOString()).toBe('2026-11-26T15:00:00.000Z');
  expect([dayOf(instant, PARIS), timeOf(instant, PARIS)]).toEqual(['2026-11-26', '16:00']);
  expect(timeOf(instant, 'Indian/Reunion')).toBe('19:00');
  expect(dayOf(instantOf('2026-12-31', '23:59:59', 'Indian/Reunion'), PARIS)).toBe('2026-12-31');
});

test('in the night in which summer time ends, an hour that comes twice is the second one', () => {
  const due = instantOf('2026-10-25', '02:30', PARIS);
  expect(due.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  expect(timeOf(due, PARIS)).toBe('02:30');
  expect(instantOf('2026-10-25', '01:59:59', PARIS).toISOString()).toBe('2026-10-24T23:59:59.000Z');
  expect(instantOf('2026-10-25', '03:00', PARIS).toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('in the night in which summer time begins, an hour that is left out is when clocks would have shown it', () => {
  const missing = instantOf('2027-03-28', '02:30', PARIS);
  expect([missing.toISOString(), timeOf(missing, PARIS)]).toEqual(['2027-03-28T01:30:00.000Z', '03:30']);
  expect(instantOf('2027-03-28', '01:59', PARIS).toISOString()).toBe('2027-03-28T00:59:00.000Z');
  expect(instantOf('2027-03-28', '03:30', PARIS).toISOString()).toBe('2027-03-28T01:30:00.000Z');
});

test('a text that is no time of a day is refused in a sentence', () => {
  expect(['08:30', '00:00'].map(isTime)).toEqual([true, true]);
  expect(isTime('23:59:59')).toBe(false);
  for (const text of ['24:00', '8:30', '08:60', '', '08:30:61', '08:30Z']) {
    expect(isTime(text)).toBe(false);
    expect(() => instantOf('2026-11-30', text, 'Europe/Paris')).toThrow(`"${text}" is not a time of a day.`);
  }
});
