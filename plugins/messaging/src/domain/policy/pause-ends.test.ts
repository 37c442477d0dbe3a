// SPDX-License-Identifier: EUPL-1.2
import { pauseEnds } from './pause-ends.js';

const hours = (
  dates: readonly { from: string; to: string }[] = [],
  days = [6, 7],
): Parameters<typeof pauseEnds>[0] => ({
  from: '19:00',
  to: '07:00',
  days,
  dates: [...dates],
});
const endsAt = (at: string, ...given: Parameters<typeof hours>): readonly string[] =>
  pauseEnds(hours(...given), new Date(at), 'Europe/Paris');

test('a pause may end on the next school morning, or on that of the week after', () => {
  expect(endsAt('2026-11-24T09:00:00Z')).toEqual(['2026-11-25T08:00', '2026-11-30T08:00']);
  // A Friday evening, and a night in which Paris is a day ahead.
  expect(endsAt('2026-11-27T19:00:00Z')).toEqual(['2026-11-30T08:00', '2026-12-07T08:00']);
  expect(endsAt('2026-11-24T23:30:00Z')).toEqual(['2026-11-26T08:00', '2026-11-30T08:00']);
});

test('holidays and closed days are no school days', () => {
  const christmas = [{ from: '2026-12-19', to: '2027-01-03' }];
  expect(endsAt('2026-12-18T09:00:00Z', christmas)).toEqual(['2027-01-04T08:00', '2027-01-11T08:00']);
  expect(endsAt('2026-12-10T09:00:00Z', christmas)).toEqual(['2026-12-11T08:00', '2026-12-14T08:00']);
  // A school that is calm on every day has no school day.
  expect(endsAt('2026-11-24T09:00:00Z', [], [1, 2, 3, 4, 5, 6, 7])[0]).toBe('2026-11-25T08:00');
});
