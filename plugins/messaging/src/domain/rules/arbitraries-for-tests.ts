// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { QuietHours } from './policy.js';

/** Instants of the school year 2026, with both of its changes of clocks. */
export const INSTANT = fc.date({ min: new Date('2026-08-01'), max: new Date('2027-08-01'), noInvalidDate: true });

const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':'));
const day = INSTANT.map((date) => date.toISOString().slice(0, 10));

/** Hours of any sense, in France and overseas. */
export const HOURS: fc.Arbitrary<QuietHours> = fc.record({
  from: time,
  to: time,
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  dates: fc.array(fc.record({ from: day, to: day }), { maxLength: 2 }),
  zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'),
});
