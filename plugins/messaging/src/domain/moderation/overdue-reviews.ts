// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import type { MessagingBrick } from '../../brick-types.js';
import { DELIVER } from '../judging/deliver-data.js';
import { moderationDeadlines } from '../rules/moderation-deadlines.js';
import { ReviewRow } from '../../store/review.entity.js';
import { readCountedHours } from './counted-hours.js';

const DAY = 86_400_000;
/** A lower bound for seven school days. */
const AT_LEAST = 6 * DAY;
/** Reviews in one transaction: other requests wait for no longer than these take. */
const PART = 200;

/** Refuses, each hour, what nobody has looked at for 7 school days. A refusal is for good, so it waits while the clock is in doubt. */
export function registerOverdueReviews({ jobs }: Pick<MessagingBrick, 'jobs'>): void {
  const schedule = { data: z.object({}), every: '17 * * * *', needsSureClock: true } as const;
  jobs.provide('refuse-overdue-reviews', schedule, (work, _data, signal) => refuseOverdue(work, signal));
}

async function refuseOverdue(
  { db, school, clock, jobs, offSince, complete }: JobWork,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const reviews = db.repository(ReviewRow);
  let part = await readPart(undefined);
  const [oldest] = part;
  const hours = await readCountedHours({ db, school, clock }, oldest && (await offSince(oldest.heldAt, 'teacher')));
  while (part.length === PART) {
    signal.throwIfAborted();
    const full = part;
    await db.transaction(() => refuseEach(full));
    part = await readPart(full.at(-1));
  }
  const last = part;
  await complete(() => refuseEach(last));

  function readPart(after: Pick<ReviewRow, 'heldAt' | 'id'> | undefined): Promise<ReviewRow[]> {
    return reviews.find({
      where: { state: 'waiting', heldAt: LessThan(new Date(now.getTime() - AT_LEAST)) },
      order: { heldAt: 'ASC', id: 'ASC' },
      take: PART,
      ...(after && { after: { heldAt: after.heldAt, id: after.id } }),
    });
  }

  async function refuseEach(old: readonly ReviewRow[]): Promise<void> {
    for (const { id, version, heldAt, messageId } of old) {
      if (moderationDeadlines(heldAt, hours).refusedAt > now) continue;
      await reviews.update(
        { id, version, state: 'waiting' },
        { state: 'refused', version: version + 1, decidedAt: now },
      );
      await jobs.enqueue(DELIVER, { messageId });
    }
  }
}
