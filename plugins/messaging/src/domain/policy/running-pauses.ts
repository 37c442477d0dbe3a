// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type Clock, type SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { BreakerRow } from '../../store/breaker.entity.js';

interface PauseReader {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** The pauses that last now in a school, the oldest first. */
export async function runningPauses({ db, clock }: PauseReader): Promise<BreakerRow[]> {
  const now = clock.now();
  const rows = await db
    .repository(BreakerRow)
    .find({ where: { endedAt: IsNull() }, order: { startedAt: 'ASC', id: 'ASC' } });
  return rows.filter(({ until }) => until === null || until > now);
}

/** As `runningPauses`, for the parts of one page. Work that writes reads them anew. */
export const pausesOnPage = oncePerRequest(runningPauses);

/** Whether a pause stops everybody that another pause stops. */
export function covers(wide: BreakerRow['profile'], narrow: BreakerRow['profile']): boolean {
  return wide === 'all' || wide === narrow;
}
