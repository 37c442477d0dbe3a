// SPDX-License-Identifier: EUPL-1.2
import { dayOf, type TimeSpan } from '@volee/core-adapter';
import { In } from 'typeorm';
import { readPupilsHours, type PolicyReader } from '../policy/read-policy.js';
import type { QuietHours } from '../rules/policy.js';
import { BreakerRow } from '../../store/breaker.entity.js';

/**
 * The hours by which the days of teachers are counted: the quiet hours of pupils, and each day on which a part fell into a pause of the
 * pupils' messages. A message that nobody can send on then waits, and is not refused.
 * @param off spans in which no teacher of the school had the brick: their days do not count either
 */
export async function readCountedHours(reader: PolicyReader, off: readonly TimeSpan[] = []): Promise<QuietHours> {
  const { db, clock } = reader;
  const hours = await readPupilsHours(reader);
  const pauses = await db.repository(BreakerRow).find({ where: { profile: In(['pupil', 'all']) } });
  const now = clock.now().getTime();
  const paused = pauses.map(({ startedAt, endedAt, until }) => {
    const end = Math.min(endedAt?.getTime() ?? now, until?.getTime() ?? now, now);
    return { from: startedAt, until: new Date(end) };
  });
  const days = [...paused, ...off].map(({ from, until }) => ({
    from: dayOf(from, hours.zone),
    to: dayOf(until, hours.zone),
  }));
  return { ...hours, dates: [...hours.dates, ...days] };
}
