// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import { TraceRow } from '../../store/trace.entity.js';

/** The ids of published bilans that were merged into this bilan. Their addresses show what was published. */
export async function formerIdsOf(bilanId: string, db: SchoolDatabase): Promise<readonly string[]> {
  const where = { bilanId, what: 'merged' as const, formerId: Not(IsNull()), content: Not(IsNull()) };
  const steps = await db.repository(TraceRow).find({ where, order: { at: 'ASC', id: 'ASC' } });
  return steps.flatMap(({ formerId }) => formerId ?? []);
}
