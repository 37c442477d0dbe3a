// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { TraceRow } from '../../store/trace.entity.js';
import { UNLOCKINGS } from '../trace/correction.js';

/**
 * The steps of a bilan without its readings, the last one first. When two have the same instant, the one that was written later comes
 * first.
 */
export function stepsOf(bilanId: string, db: SchoolDatabase): Promise<TraceRow[]> {
  return db.repository(TraceRow).find({ where: { bilanId, readOn: IsNull() }, order: { at: 'DESC', id: 'DESC' } });
}

export async function unlockedAmong(bilanIds: readonly string[], db: SchoolDatabase): Promise<ReadonlySet<string>> {
  const where = { bilanId: In([...bilanIds]), what: In([...UNLOCKINGS]) };
  const traces = await db.repository(TraceRow).find({ select: ['bilanId', 'pupilId'], where });
  return new Set(traces.map(({ bilanId }) => bilanId));
}
