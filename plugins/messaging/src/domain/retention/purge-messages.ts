// SPDX-License-Identifier: EUPL-1.2
import { dayOf, type JobWork } from '@volee/core-adapter';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not, type FindOptionsWhere } from 'typeorm';
import { markLast, THREAD_BOXES } from '../box/mark-last.js';
import { readDecisions } from '../policy/read-policy.js';
import { forgetTurns } from '../ration/take-turn.js';
import { keptForReports, isTextKept } from '../reports/text-kept.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { emptyTrash } from './empty-trash.js';
import { isInSummer, keptSince } from './kept-since.js';
import { removeUnwanted, removeWords } from './remove-messages.js';
import { isUndelivered } from './unwanted.js';
import { ReportRow } from '../../store/report.entity.js';
import { TextRow } from '../../store/text.entity.js';

/** The number of messages that are read together: other requests wait for no longer than these take. */
const PART = 200;

/**
 * Deletes what is no longer kept: copies that have been in the trash for 30 days, copies that are older than the school keeps (except in summer),
 * words that were taken back 30 days ago, then the messages that nobody has a copy of. All of it can run again after a crash: each part finds what is
 * left.
 */
export async function purgeMessages(work: JobWork, signal: AbortSignal): Promise<void> {
  const { db, clock } = work;
  await emptyTrash(work, signal);
  await forgetTurns(work);
  await forgetShown(work);
  const since = await oldSince(work);
  for (let last: MessageRow | undefined; ;) {
    signal.throwIfAborted();
    const part = await db.repository(MessageRow).find({
      order: { sentAt: 'ASC', id: 'ASC' },
      ...(last && { after: { sentAt: last.sentAt, id: last.id } }),
      take: PART,
    });
    if (since) await deleteOldCopies(part, since, work);
    await forgetRecalled(part, work);
    await removeUnwanted(part, work, clock.now());
    last = part.at(-1);
    if (part.length < PART) break;
  }
  await showRecalls(work, signal);
}

/** The instant before which copies are deleted. Undefined in summer: no term is over, also one that the head shortens then (ADR 113). */
async function oldSince({ db, school, schoolYear, clock }: JobWork): Promise<Date | undefined> {
  const now = clock.now();
  const zone = school.timeZone;
  if (isInSummer(dayOf(now, zone))) return undefined;
  const { keptFor } = await readDecisions({ db, school });
  return keptSince(keptFor, { now, schoolYear, zone });
}

/**
 * Deletes copies by their age. A message may arrive long after it was sent; the copy of its author stays as long as those of its receivers,
 * and its age counts from the end of its waiting. The note of a recall stays for some days also beyond the end of a school year, so that
 * the owner can read and report it.
 */
async function deleteOldCopies(
  messages: readonly MessageRow[],
  since: Date,
  { db, clock }: Pick<JobWork, 'db' | 'clock'>,
): Promise<void> {
  const days = keptForReports(clock.now());
  const old = messages.filter((message) => message.sentAt < since && !isUndelivered(message));
  if (old.length === 0) return;
  const young = new Map(old.flatMap((message) => settledLate(message, since)));
  const copies = db.repository(CopyRow);
  await deleteReceived({ messageId: In(old.flatMap(({ id }) => (young.has(id) ? [] : [id]))) });
  for (const [messageId, authorId] of young) await deleteReceived({ messageId, ownerId: Not(authorId) });

  async function deleteReceived(of: Pick<FindOptionsWhere<CopyRow>, 'messageId' | 'ownerId'>): Promise<void> {
    const where = { ...of, at: LessThan(since) };
    await copies.delete({ ...where, recalledAt: IsNull() });
    await copies.delete({ ...where, recalledAt: LessThanOrEqual(days) });
  }
}

/** The message with its author, if the author has known its fate only for a short time. */
function settledLate({ id, authorId, settledAt }: MessageRow, since: Date): [string, string][] {
  return settledAt !== null && authorId !== null && settledAt >= since ? [[id, authorId]] : [];
}

/** Copies with the note of a recall outlive newer messages of their thread: they stand for the thread in its box once these are gone. */
async function showRecalls({ db, clock }: Pick<JobWork, 'db' | 'clock'>, signal: AbortSignal): Promise<void> {
  const copies = db.repository(CopyRow);
  const select = ['ownerId', 'threadId', 'box'] as const;
  const box = In([...THREAD_BOXES]);
  const hidden = await copies.find({
    select: [...select],
    where: { recalledAt: MoreThan(keptForReports(clock.now())), hiddenAt: IsNull(), isLast: false, box },
  });
  const threadIds = [...new Set(hidden.map(({ threadId }) => threadId))];
  for (let start = 0; start < threadIds.length; start += PART) {
    signal.throwIfAborted();
    const part = threadIds.slice(start, start + PART);
    const shown = await copies.find({ select: [...select], where: { threadId: In(part), isLast: true, box } });
    const listed = new Set(shown.map(placeOf));
    for (const copy of hidden.filter((one) => part.includes(one.threadId) && !listed.has(placeOf(one)))) {
      const { ownerId, threadId } = copy;
      await db.transaction(() => markLast([threadId], { ownerId, box: copy.box }, db));
    }
  }
}

function placeOf({ ownerId, threadId, box }: Pick<CopyRow, 'ownerId' | 'threadId' | 'box'>): string {
  return [ownerId, threadId, box].join(' ');
}

/**
 * Removes the words of messages that were taken back from everybody, once nobody can read them in a report any more. The copies that tell of
 * the recall stay. A message that its author still has, or that somebody was shown, keeps its words for them.
 */
async function forgetRecalled(messages: readonly MessageRow[], work: JobWork): Promise<void> {
  const { db, clock } = work;
  const recalled = messages.flatMap(({ id, state }) => (state === 'recalled' ? [id] : []));
  if (recalled.length === 0) return;
  const texts = await db.repository(TextRow).find({ select: ['messageId'], where: { messageId: In(recalled) } });
  const messageId = In(texts.map((text) => text.messageId));
  const copies = await db
    .repository(CopyRow)
    .find({ select: ['messageId', 'ownerId', 'recalledAt'], where: { messageId } });
  const reports = await db.repository(ReportRow).find({ where: { messageId } });
  const now = clock.now();
  const since = keptForReports(now);
  const kept = new Set([
    ...copies.filter(({ recalledAt }) => recalledAt === null || recalledAt > since).map((copy) => copy.messageId),
    ...reports.filter((report) => isRead(report, now)).map((report) => report.messageId),
  ]);
  await removeWords(
    texts.map((text) => text.messageId).filter((id) => !kept.has(id)),
    work,
  );
}

/** Removes what teachers showed from closed reports, once the days of the text are over. */
async function forgetShown({ db, clock }: Pick<JobWork, 'db' | 'clock'>): Promise<void> {
  const over = { state: 'closed', shown: Not(IsNull()), textUntil: LessThanOrEqual(clock.now()) } as const;
  await db.repository(ReportRow).update(over, { shown: null });
}

/** Whether a report is still read: one of a person who was shown the message while it is open, and any other until its text goes. */
function isRead(report: ReportRow, now: Date): boolean {
  return report.textUntil === null ? report.state === 'open' : isTextKept(report, now);
}
