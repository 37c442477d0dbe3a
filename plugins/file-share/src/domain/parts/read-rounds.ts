// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';

/** The times that a part was given back, the last one at the end. One that came after the part was read is left out: it may not be shown yet. */
export async function readRounds(
  part: Pick<WorkPupilRow, 'id' | 'givenBackAt'> | undefined,
  { db }: { readonly db: SchoolDatabase },
): Promise<WorkRoundRow[]> {
  const at = part?.givenBackAt?.getTime();
  if (!part || at === undefined) return [];
  const rounds = await db
    .repository(WorkRoundRow)
    .find({ where: { partId: part.id }, order: { givenBackAt: 'ASC', id: 'ASC' } });
  if (rounds.every(({ givenBackAt }) => givenBackAt.getTime() <= at)) return rounds;
  // A round with a later date came since, or was given back while the clock was ahead.
  const now = await db.repository(WorkPupilRow).findOne({ where: { id: part.id } });
  const last = now?.givenBackAt?.getTime();
  return last === at ? rounds : rounds.filter(({ givenBackAt }) => givenBackAt.getTime() !== last);
}
