// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { BreakerRow } from '../../store/breaker.entity.js';

/** The pauses that last now in a school, the oldest first. */
export async function runningPauses({
  db,
  clock,
}: {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}): Promise<BreakerRow[]> {
  const now = clock.now();
  const rows = await db
    .repository(BreakerRow)
    .find({ where: { endedAt: IsNull() }, order: { startedAt: 'ASC', id: 'ASC' } });
  return rows.filter(({ until }) => until === null || until > now);
}

/** Whether a pause stops everybody that another pause stops. */
export function covers(wide: BreakerRow['profile'], narrow: BreakerRow['profile']): boolean {
  return wide === 'all' || wide === narrow;
}
