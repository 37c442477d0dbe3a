// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { ReadingRow } from '../../store/reading.entity.js';
import type { ReadBy } from '../trace/readings.js';

/** The readers of a pupil's results in this school, the first reader first, each with their last day. */
export async function readersOf(pupilId: string, db: SchoolDatabase): Promise<readonly ReadBy[]> {
  const readings = await db.repository(ReadingRow).find({ where: { pupilId }, order: { at: 'ASC', id: 'ASC' } });
  const last = new Map<string, ReadBy>();
  for (const { personId, at } of readings)
    if (personId !== null) last.set(personId, { personId, at, confirmedAt: undefined });
  return [...last.values()];
}
