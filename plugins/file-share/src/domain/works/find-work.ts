// SPDX-License-Identifier: EUPL-1.2
import type { School, SchoolDatabase } from '@volee/core-adapter';
import { WorkRow } from '../../store/work.entity.js';
import { dueInYear } from '../time/end-of-year.js';

export interface FindWorkTools {
  readonly db: SchoolDatabase;
  readonly school: Pick<School, 'timeZone'>;
}

/** A work with the days that pupils, families and teachers read. */
export async function findWork(id: string, { db, school }: FindWorkTools): Promise<WorkRow | undefined> {
  const stored = await db.repository(WorkRow).findOne({ where: { id } });
  return stored && dueInYear(stored, school);
}
