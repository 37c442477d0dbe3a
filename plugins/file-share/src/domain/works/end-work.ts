// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { isShown } from './part-status.js';
import { hasTouchedPart, later } from './save-work.js';

type EndTools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * Ends a work, so that nobody hands in any more; or opens it again. A draft stays as it is. One that was handed out while the clock was
 * ahead stays shown (ADR 67): a new `changedAt` alone would hide it until that day.
 */
export async function endWork(work: WorkRow, isEnd: boolean, { db, clock }: EndTools): Promise<void> {
  const now = clock.now();
  const shown = isShown(work, now) && work.visibleFrom > now && { visibleFrom: now };
  const changes = { closedAt: isEnd ? now : null, changedAt: later(work, clock), ...shown };
  await db.repository(WorkRow).update({ id: work.id, isDraft: false }, changes);
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
