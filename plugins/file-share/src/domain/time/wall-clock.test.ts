// SPDX-License-Identifier: EUPL-1.2
import { dayOf, daysAfter, daysBetween, instantOf, isDay, isTime, offWeekend, timeOf } from './wall-clock.js';

const PARIS = 'Europe/Paris';

test('an instant has the day and the time of the school’s time zone', () => {
  const instant = instantOf('2026-11-26', '16:00', PARIS);
  expect(instant.toISOString()).toBe('2026-11-26T15:00:00.000Z');
  expect([dayOf(instant, PARIS), timeOf(instant, PARIS)]).toEqual(['2026-11-26', '16:00']);
  expect(dayOf(instantOf('2026-12-31', '23:59', 'Indian/Reunion'), PARIS)).toBe('2026-12-31');
});

test('in the night in which summer time ends, an hour that comes twice is the second one', () => {
  const due = instantOf('2026-10-25', '02:30', PARIS);
  expect(due.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  expect(timeOf(due, PARIS)).toBe('02:30');
  expect(instantOf('2026-10-25', '03:00', PARIS).toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('in the night in which summer time begins, an hour that is left out is when clocks would have shown it', () => {
  expect(instantOf('2027-03-28', '02:30', PARIS).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(instantOf('2027-03-28', '03:30', PARIS).toISOString()).toBe('2027-03-28T01:30:00.000Z');
});

test('days are counted by the calendar, and texts that are no days are told', () => {
  expect(daysAfter('2027-03-27', 3)).toBe('2027-03-30');
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  const days = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26'];
  expect(days.map(offWeekend)).toEqual(['2026-10-23', '2026-10-26', '2026-10-26', '2026-10-26']);
  expect(isDay('2028-02-29')).toBe(true);
  for (const text of ['2027-02-29', '26/11/2026', '', '2026-13-01', '2026-11-26T00:00'])
    expect(isDay(text)).toBe(false);
  expect(isTime('08:30')).toBe(true);
  for (const text of ['24:00', '8:30', '08:60', '']) expect(isTime(text)).toBe(false);
});
