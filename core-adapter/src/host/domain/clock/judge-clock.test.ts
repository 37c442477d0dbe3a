// SPDX-License-Identifier: EUPL-1.2
import { judgeClock, type KnownTimes } from './judge-clock.js';

const at = (time: string): Date => new Date(`${time}:00.000Z`);
const known: KnownTimes = { at: at('2026-11-24T02:00'), before: null, leaptAt: null, heldUntil: null };
const leapt = judgeClock(known, at('2038-01-19T03:00')).times;

test('P17 a clock that is more than three weeks ahead holds deletions for a day of its own', () => {
  expect(judgeClock(known, at('2026-12-15T02:00'))).toEqual({ times: { ...known, at: at('2026-12-15T02:00') } });
  expect(judgeClock(known, at('2026-12-15T02:01'))).toMatchObject({ event: 'leapt' });
  expect(leapt).toEqual({
    at: at('2038-01-19T03:00'),
    before: known.at,
    leaptAt: at('2038-01-19T03:00'),
    heldUntil: at('2038-01-20T03:00'),
  });
  expect(judgeClock(leapt, at('2038-01-20T02:59')).times.heldUntil).toEqual(at('2038-01-20T03:00'));
  expect(judgeClock(leapt, at('2038-01-20T03:00'))).toMatchObject({ times: { heldUntil: null }, event: 'over' });
});

test('P17 a second leap begins the day anew, and the first right time stays known', () => {
  const again = judgeClock(leapt, at('2050-01-01T00:00'));
  expect(again).toMatchObject({ event: 'leapt', times: { before: known.at, heldUntil: at('2050-01-02T00:00') } });
  expect(judgeClock(again.times, at('2026-11-24T03:00'))).toMatchObject({ event: 'back', times: { heldUntil: null } });
});

test.each(['2026-11-24T02:05', '2026-12-15T02:00'])('P17 a clock that is right again at %s holds nothing', (now) => {
  expect(judgeClock(leapt, at(now))).toEqual({
    times: { at: at(now), before: null, leaptAt: null, heldUntil: null },
    event: 'back',
  });
});

test('P17 a clock that comes back to a time that is still far ahead holds for a day of that time', () => {
  const half = judgeClock(leapt, at('2030-06-01T00:00'));
  expect(half).toMatchObject({
    event: 'back',
    times: { before: known.at, leaptAt: at('2030-06-01T00:00'), heldUntil: at('2030-06-02T00:00') },
  });
});

test('P17 the clock of a machine without a battery, years behind, does not leap when it is set', () => {
  const behind = judgeClock(known, at('2015-01-01T00:00'));
  expect(behind).toEqual({ times: known });
  expect(judgeClock(leapt, at('2015-01-01T00:00'))).toEqual({ times: leapt });
  expect(judgeClock(judgeClock(leapt, at('2015-01-01T00:00')).times, at('2026-11-25T00:00')).event).toBe('back');
});

test('P17 after the summer a clock that is years behind changes no known time', () => {
  const { times } = judgeClock(leapt, at('2038-01-20T03:00'));
  expect(judgeClock(times, at('2015-01-01T00:00'))).toEqual({ times });
  expect(judgeClock(times, at('2026-11-25T00:00'))).toMatchObject({ event: 'back', times: { before: null } });
});

test('P17 a clock that shows less time than has passed since the leap says nothing about it', () => {
  const { times } = judgeClock(leapt, at('2038-01-19T13:00'));
  expect(judgeClock(times, at('2026-11-24T11:59'))).toEqual({ times });
  expect(judgeClock(times, at('2026-11-24T12:00'))).toMatchObject({ event: 'back' });
});
