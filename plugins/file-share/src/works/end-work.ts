// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { Not } from 'typeorm';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import { WorkRow } from '../store/work.entity.js';
import { isUntouched, later } from './save-work.js';

interface EndTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** Ends a work, so that nobody hands in any more; or opens it again. A draft stays as it is. */
export async function endWork(work: WorkRow, isEnd: boolean, { db, clock }: EndTools): Promise<void> {
  const closedAt = isEnd ? clock.now() : null;
  await db.repository(WorkRow).update({ id: work.id, isDraft: false }, { closedAt, changedAt: later(work, clock) });
}

/**
 * Makes a work a draft again, as long as no pupil has begun it. The work's row is written first: a pupil that begins at this moment waits
 * for it, and then finds a draft.
 * @returns false when a pupil has begun
 */
export async function withdrawWork(work: WorkRow, { db, clock }: EndTools): Promise<boolean> {
  return db.transaction(async () => {
    const changedAt = later(work, clock);
    await db.repository(WorkRow).update({ id: work.id }, { changedAt });
    const parts = db.repository(WorkPupilRow);
    if (!(await parts.find({ where: { workId: work.id } })).every(isUntouched)) return false;
    if (work.audience !== 'picked') await parts.delete({ workId: work.id, state: 'given' });
    else await parts.update({ workId: work.id, state: Not('started') }, { remindedAt: null });
    await db.repository(WorkRow).update({ id: work.id }, { isDraft: true, closedAt: null });
    return true;
  });
}
