// SPDX-License-Identifier: EUPL-1.2
import { defaultQuietHours } from './default-policy.js';
import { nextDelivery } from './quiet-hours.js';

const PARIS = defaultQuietHours('Europe/Paris');
const REUNION = defaultQuietHours('Indian/Reunion');
const at = (iso: string): Date => new Date(iso);
const next = (now: string, hours = PARIS): string => nextDelivery(at(now), hours).toISOString();

test.each([
  ['in the day, at once', '2026-11-24T10:00:00+01:00', '2026-11-24T10:00:00+01:00'],
  ['at 7:00, at once', '2026-11-24T07:00:00+01:00', '2026-11-24T07:00:00+01:00'],
  ['just before 7:00, at 7:00', '2026-11-24T06:59:59.999+01:00', '2026-11-24T07:00:00+01:00'],
  ['just before 19:00, at once', '2026-11-24T18:59:59.999+01:00', '2026-11-24T18:59:59.999+01:00'],
  ['at 19:00, the next morning', '2026-11-24T19:00:00+01:00', '2026-11-25T07:00:00+01:00'],
  ['at midnight, in the morning', '2026-11-25T00:00:00+01:00', '2026-11-25T07:00:00+01:00'],
  ['on Friday evening, on Monday', '2026-11-27T19:00:00+01:00', '2026-11-30T07:00:00+01:00'],
  ['on Saturday at noon, on Monday', '2026-11-28T12:00:00+01:00', '2026-11-30T07:00:00+01:00'],
  ['on Sunday evening, on Monday', '2026-11-29T23:59:00+01:00', '2026-11-30T07:00:00+01:00'],
])('%s', (_, now, expected) => {
  expect(next(now)).toBe(at(expected).toISOString());
});

describe('the clock changes', () => {
  // 28 March 2027 is a Sunday: clocks go from 2:00 to 3:00.
  const everyDay = { ...PARIS, days: [] };

  test('the night of 28 March is an hour shorter', () => {
    expect(next('2027-03-27T19:00:00+01:00', everyDay)).toBe(at('2027-03-28T07:00:00+02:00').toISOString());
    expect(next('2027-03-28T04:00:00+02:00', everyDay)).toBe(at('2027-03-28T07:00:00+02:00').toISOString());
    expect(next('2027-03-26T19:30:00+01:00')).toBe(at('2027-03-29T07:00:00+02:00').toISOString());
  });

  // 25 October 2026 is a Sunday: clocks go from 3:00 to 2:00.
  test('the night of 25 October is an hour longer', () => {
    expect(next('2026-10-24T19:00:00+02:00', everyDay)).toBe(at('2026-10-25T07:00:00+01:00').toISOString());
    expect(next('2026-10-25T02:30:00+02:00', everyDay)).toBe(at('2026-10-25T07:00:00+01:00').toISOString());
    expect(next('2026-10-25T18:59:00+01:00', everyDay)).toBe(at('2026-10-25T18:59:00+01:00').toISOString());
    expect(next('2026-10-23T19:30:00+02:00')).toBe(at('2026-10-26T07:00:00+01:00').toISOString());
  });

  test('an end that clocks jump over comes when they would have shown it', () => {
    const short = { ...everyDay, to: '02:30' };
    expect(next('2027-03-28T00:00:00+01:00', short)).toBe(at('2027-03-28T03:30:00+02:00').toISOString());
  });

  test('an end that comes twice is the second one', () => {
    const short = { ...everyDay, to: '02:30' };
    expect(next('2026-10-25T00:00:00+02:00', short)).toBe(at('2026-10-25T02:30:00+01:00').toISOString());
    expect(next('2026-10-25T02:40:00+02:00', short)).toBe(at('2026-10-25T02:30:00+01:00').toISOString());
    expect(next('2026-10-25T02:40:00+01:00', short)).toBe(at('2026-10-25T02:40:00+01:00').toISOString());
  });

  test('the hours on the day itself, and on the days around it', () => {
    const noon = { ...everyDay, from: '12:00', to: '14:00' };
    for (const [day, offset] of [
      ['2027-03-27', '+01:00'],
      ['2027-03-28', '+02:00'],
      ['2027-03-29', '+02:00'],
      ['2026-10-24', '+02:00'],
      ['2026-10-25', '+01:00'],
      ['2026-10-26', '+01:00'],
    ] as const) {
      expect(next(`${day}T11:59:00${offset}`, noon)).toBe(at(`${day}T11:59:00${offset}`).toISOString());
      expect(next(`${day}T12:00:00${offset}`, noon)).toBe(at(`${day}T14:00:00${offset}`).toISOString());
      expect(next(`${day}T14:00:00${offset}`, noon)).toBe(at(`${day}T14:00:00${offset}`).toISOString());
    }
  });
});

test('a school in Réunion has the night of Réunion', () => {
  expect(next('2026-11-24T18:59:00+04:00', REUNION)).toBe(at('2026-11-24T18:59:00+04:00').toISOString());
  expect(next('2026-11-24T19:00:00+04:00', REUNION)).toBe(at('2026-11-25T07:00:00+04:00').toISOString());
  // Friday 23:00 in Paris is Saturday in Réunion.
  expect(next('2026-11-27T23:00:00+01:00', REUNION)).toBe(at('2026-11-30T07:00:00+04:00').toISOString());
  expect(next('2027-03-27T20:00:00+04:00', { ...REUNION, days: [] })).toBe(
    at('2027-03-28T07:00:00+04:00').toISOString(),
  );
});

test('a school in Martinique is still in the day before', () => {
  const martinique = { ...defaultQuietHours('America/Martinique'), from: '23:00' };
  expect(next('2026-11-24T22:00:00-04:00', martinique)).toBe(at('2026-11-24T22:00:00-04:00').toISOString());
  expect(next('2026-11-24T23:00:00-04:00', martinique)).toBe(at('2026-11-25T07:00:00-04:00').toISOString());
});

test('holidays of one day, and of two', () => {
  const holidays = (from: string, to: string): typeof PARIS => ({ ...PARIS, dates: [{ from, to }] });
  const expectNext = (now: string, hours: typeof PARIS, expected: string): void =>
    expect(next(now, hours)).toBe(at(expected).toISOString());
  expectNext('2026-11-10T12:00:00+01:00', holidays('2026-11-11', '2026-11-11'), '2026-11-10T12:00:00+01:00');
  expectNext('2026-11-11T12:00:00+01:00', holidays('2026-11-11', '2026-11-11'), '2026-11-12T07:00:00+01:00');
  expectNext('2026-11-10T12:00:00+01:00', holidays('2026-11-10', '2026-11-11'), '2026-11-12T07:00:00+01:00');
});

test('holidays are quiet from their first day to their last', () => {
  const christmas = { ...PARIS, dates: [{ from: '2026-12-19', to: '2027-01-03' }] };
  expect(next('2026-12-18T18:00:00+01:00', christmas)).toBe(at('2026-12-18T18:00:00+01:00').toISOString());
  expect(next('2026-12-18T19:00:00+01:00', christmas)).toBe(at('2027-01-04T07:00:00+01:00').toISOString());
  expect(next('2026-12-23T10:00:00+01:00', christmas)).toBe(at('2027-01-04T07:00:00+01:00').toISOString());
  expect(next('2027-01-04T10:00:00+01:00', christmas)).toBe(at('2027-01-04T10:00:00+01:00').toISOString());
});

describe('other hours', () => {
  const only = (from: string, to: string): typeof PARIS => ({ ...PARIS, from, to, days: [] });

  test('until midnight, and from midnight', () => {
    expect(next('2026-11-24T20:00:00+01:00', only('19:00', '00:00'))).toBe(
      at('2026-11-25T00:00:00+01:00').toISOString(),
    );
    expect(next('2026-11-24T20:00:00+01:00', only('00:00', '07:00'))).toBe(
      at('2026-11-24T20:00:00+01:00').toISOString(),
    );
    expect(next('2026-11-25T00:00:00+01:00', only('00:00', '07:00'))).toBe(
      at('2026-11-25T07:00:00+01:00').toISOString(),
    );
    const wednesdays = { ...only('00:00', '07:00'), days: [3] };
    expect(next('2026-11-25T10:00:00+01:00', wednesdays)).toBe(at('2026-11-26T07:00:00+01:00').toISOString());
  });

  test('equal hours cover nothing', () => {
    for (const time of ['00:00', '12:30']) {
      for (const now of ['2026-11-24T00:00:00+01:00', '2026-11-24T12:30:00+01:00', '2026-11-24T23:59:00+01:00']) {
        expect(next(now, only(time, time))).toBe(at(now).toISOString());
      }
    }
  });

  test('minutes count', () => {
    expect(next('2026-11-24T18:44:00+01:00', only('18:45', '07:15'))).toBe(
      at('2026-11-24T18:44:00+01:00').toISOString(),
    );
    expect(next('2026-11-24T18:45:00+01:00', only('18:45', '07:15'))).toBe(
      at('2026-11-25T07:15:00+01:00').toISOString(),
    );
  });

  test('days from 1, Monday, to 7, Sunday', () => {
    for (const [index, day] of ['23', '24', '25', '26', '27', '28', '29'].entries()) {
      const quietDay = { ...PARIS, from: '00:00', to: '00:00', days: [index + 1] };
      const midnightAfter = at(`2026-11-${day}T23:00:00Z`).toISOString();
      expect(next(`2026-11-${day}T10:00:00+01:00`, quietDay)).toBe(midnightAfter);
    }
  });

  test('hours that never end are judged again a year later', () => {
    const always = { ...PARIS, days: [1, 2, 3, 4, 5, 6, 7] };
    expect(next('2026-11-24T10:00:00+01:00', always)).toBe(at('2027-11-25T00:00:00+01:00').toISOString());
  });
});
