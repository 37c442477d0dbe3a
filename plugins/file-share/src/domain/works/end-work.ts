// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { isShown } from './part-status.js';
import { hasTouchedPart, later } from './save-work.js';

type EndTools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * Ends a work, so that nobody hands in any more. A draft stays as it is, and so does a work that somebody else has ended: pupils who missed
 * it read when.
 * @returns the instant of the end; undefined when this call has ended nothing
 */
export async function endWork(work: WorkRow, { db, clock }: EndTools): Promise<Date | undefined> {
  const closedAt = clock.now();
  const where = { id: work.id, isDraft: false, closedAt: IsNull() };
  const isEnded = (await db.repository(WorkRow).update(where, { closedAt, ...changed(work, clock) })) > 0;
  return isEnded ? closedAt : undefined;
}

/**
 * Opens a work again.
 * @param closedAt the instant of the only end that is undone; default: any
 * @returns whether the work is open: somebody else may have ended it since
 */
export async function reopenWork(work: WorkRow, closedAt: Date | undefined, { db, clock }: EndTools): Promise<boolean> {
  const where = { id: work.id, isDraft: false, ...(closedAt && { closedAt }) };
  const rows = db.repository(WorkRow);
  if ((await rows.update(where, { closedAt: null, ...changed(work, clock) })) > 0) return true;
  return (await rows.count({ where: { id: work.id, closedAt: IsNull() } })) > 0;
}

/** A work that was handed out while the clock was ahead stays shown (ADR 67): a new `changedAt` alone would hide it until that day. */
function changed(work: WorkRow, clock: EndTools['clock']): Partial<WorkRow> {
  const now = clock.now();
  return { changedAt: later(work, clock), ...(isShown(work, now) && work.visibleFrom > now && { visibleFrom: now }) };
}

/**
 * Makes a work a draft again, as long as no pupil has begun it. A pupil who begins at this moment waits for it, and then finds no work.
 * @returns false when a pupil has begun
 */
export async function withdrawWork(work: WorkRow, tools: EndTools): Promise<boolean> {
  const { db, clock } = tools;
  const { spaceId } = await openSpace(groupSpace(work.groupId), tools);
  return changeSpaces(
    [spaceId],
    async () => {
      const parts = db.repository(WorkPupilRow);
      if (await hasTouchedPart(work, { db })) return false;
      await parts.update({ workId: work.id }, { remindedAt: null });
      const draft = { isDraft: true, closedAt: null, changedAt: later(work, clock) };
      await db.repository(WorkRow).update({ id: work.id }, draft);
      return true;
    },
    tools,
  );
}
