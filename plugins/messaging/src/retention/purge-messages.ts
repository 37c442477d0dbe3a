// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { readDecisions } from '../policy/read-policy.js';
import { forgetTurns } from '../ration/take-turn.js';
import { keptForReports } from '../reports/text-kept.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { emptyTrash } from './empty-trash.js';
import { forgetRecalled } from './forget-recalled.js';
import { keptSince } from './kept-since.js';
import { removeUnwanted } from './remove-messages.js';

/** Messages that are looked at together: other requests wait for no longer than these take. */
const PART = 200;

/**
 * Deletes what is no longer kept: copies that have been in the trash for 30 days, copies that are older than the school keeps, words
 * that were taken back 30 days ago, then the messages that nobody has a copy of. All of it can happen again after a crash: each part finds what is left.
 */
export async function purgeMessages(work: JobWork, signal: AbortSignal): Promise<void> {
  const { db, school, schoolYear, clock } = work;
  await emptyTrash(work, signal);
  await forgetTurns(work);
  const { keptFor } = await readDecisions({ db, school });
  const since = keptSince(keptFor, { now: clock.now(), schoolYear, zone: school.timeZone });
  for (let last: MessageRow | undefined; ;) {
    signal.throwIfAborted();
    const part = await db.repository(MessageRow).find({
      order: { sentAt: 'ASC', id: 'ASC' },
      ...(last && { after: { sentAt: last.sentAt, id: last.id } }),
      take: PART,
    });
    await deleteOldCopies(part, since, work);
    await forgetRecalled(part, work);
    await removeUnwanted(part, { since, now: clock.now() }, work);
    last = part.at(-1);
    if (part.length < PART) return;
  }
}

/**
 * A message arrives after it was sent, and may still be young when it is old. What tells of a recall stays for the days in which its owner can
 * report it, also beyond the end of a school year.
 */
async function deleteOldCopies(
  messages: readonly MessageRow[],
  since: Date,
  { db, clock }: Pick<JobWork, 'db' | 'clock'>,
): Promise<void> {
  const old = messages.filter(({ sentAt }) => sentAt < since).map(({ id }) => id);
  if (old.length === 0) return;
  const where = { messageId: In(old), at: LessThan(since) };
  await db.repository(CopyRow).delete({ ...where, recalledAt: IsNull() });
  await db.repository(CopyRow).delete({ ...where, recalledAt: LessThanOrEqual(keptForReports(clock.now())) });
}
