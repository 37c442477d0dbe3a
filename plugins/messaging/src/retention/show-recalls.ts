// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In, IsNull, MoreThan } from 'typeorm';
import { markLast, THREAD_BOXES } from '../mailbox/mark-last.js';
import { keptForReports } from '../reports/text-kept.js';
import { CopyRow } from '../store/copy.entity.js';

/** Copies that tell of a recall outlive newer messages of their thread: they stand for the thread in its box once these are gone. */
export async function showRecalls({ db, clock }: Pick<JobWork, 'db' | 'clock'>, signal: AbortSignal): Promise<void> {
  const hidden = await db.repository(CopyRow).find({
    select: ['ownerId', 'threadId', 'box'],
    where: {
      ...{ recalledAt: MoreThan(keptForReports(clock.now())), hiddenAt: IsNull() },
      ...{ isLast: false, box: In([...THREAD_BOXES]) },
    },
  });
  for (const { ownerId, threadId, box } of hidden) {
    signal.throwIfAborted();
    await db.transaction(() => markLast([threadId], { ownerId, box }, db));
  }
}
