// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { LessThanOrEqual } from 'typeorm';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';

/** The times that a part was given back, the last one at the end. One that came after the part was read is left out: it may not be shown yet. */
export async function readRounds(
  part: Pick<WorkPupilRow, 'id' | 'givenBackAt'> | undefined,
  { db }: { readonly db: SchoolDatabase },
): Promise<WorkRoundRow[]> {
  if (!part || part.givenBackAt === null) return [];
  return db.repository(WorkRoundRow).find({
    where: { partId: part.id, givenBackAt: LessThanOrEqual(part.givenBackAt) },
    order: { givenBackAt: 'ASC', id: 'ASC' },
  });
}
