// SPDX-License-Identifier: EUPL-1.2
import { defaultQuietHours } from './default-policy.js';
import { moderationDeadlines } from './moderation-deadlines.js';

const PARIS = defaultQuietHours('Europe/Paris');
const at = (iso: string): Date => new Date(iso);

test.each([
  ['Monday morning', '2026-11-23T08:02:00+01:00', '2026-11-26T00:00:00+01:00', '2026-12-02T00:00:00+01:00'],
  ['Friday afternoon', '2026-11-27T16:48:00+01:00', '2026-12-02T00:00:00+01:00', '2026-12-08T00:00:00+01:00'],
  [
    'Friday evening, too late for that day',
    '2026-11-27T19:00:00+01:00',
    '2026-12-03T00:00:00+01:00',
    '2026-12-09T00:00:00+01:00',
  ],
  ['Saturday', '2026-11-28T10:00:00+01:00', '2026-12-03T00:00:00+01:00', '2026-12-09T00:00:00+01:00'],
  [
    'the Friday before the clock changes',
    '2026-10-23T12:00:00+02:00',
    '2026-10-28T00:00:00+01:00',
    '2026-11-03T00:00:00+01:00',
  ],
])('held on %s: three school days, then seven', (_, heldAt, headSeesAt, refusedAt) => {
  expect(moderationDeadlines(at(heldAt), PARIS)).toEqual({ headSeesAt: at(headSeesAt), refusedAt: at(refusedAt) });
});

test('holidays are no school days', () => {
  const christmas = { ...PARIS, dates: [{ from: '2026-12-19', to: '2027-01-03' }] };
  expect(moderationDeadlines(at('2026-12-17T10:00:00+01:00'), christmas)).toEqual({
    headSeesAt: at('2027-01-05T00:00:00+01:00'),
    refusedAt: at('2027-01-09T00:00:00+01:00'),
  });
});

test('a school in Réunion counts its own days', () => {
  expect(moderationDeadlines(at('2026-11-23T10:00:00+04:00'), defaultQuietHours('Indian/Reunion')).headSeesAt).toEqual(
    at('2026-11-26T00:00:00+04:00'),
  );
});
