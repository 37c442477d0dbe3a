// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { HOURS, INSTANT } from './arbitraries-for-tests.js';
import type { QuietHours } from './policy.js';
import { nextDelivery } from './quiet-hours.js';

const MINUTE = 60_000;
/** Hours that never end are answered by a midnight a year away: an hour less than 365 days when clocks changed in between. */
const A_YEAR = 364 * 24 * 60 * MINUTE;

/** Whether an instant is quiet by the clock on the wall, as `Intl` tells it. */
function isQuiet(instant: Date, { from, to, days, dates, zone }: QuietHours): boolean {
  const shown = instant.toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = shown.split(' ');
  if (days.includes(new Date(day).getUTCDay() || 7)) return true;
  if (dates.some((range) => range.from <= day && day <= range.to)) return true;
  return from > to ? time >= from || time < to : from <= time && time < to;
}

/** Clocks show a time twice, or never, between 2:00 and 3:00 where they change at all. */
const isPlain = ({ from, to, zone }: QuietHours): boolean =>
  zone !== 'Europe/Paris' || [from, to].every((time) => time < '02:00' || '03:00' <= time);

test('the delivery is the first instant that is not quiet', () => {
  fc.assert(
    fc.property(INSTANT, HOURS.filter(isPlain), fc.double({ min: 0, max: 1, noNaN: true }), (now, hours, part) => {
      const delivery = nextDelivery(now, hours);
      const wait = delivery.getTime() - now.getTime();
      expect(wait).toBeGreaterThanOrEqual(0);
      if (wait < A_YEAR) expect(isQuiet(delivery, hours)).toBe(false);
      if (wait === 0) return;
      expect(isQuiet(now, hours)).toBe(true);
      expect(isQuiet(new Date(delivery.getTime() - 1), hours)).toBe(true);
      expect(isQuiet(new Date(now.getTime() + part * (wait - 1)), hours)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
