// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { joinedReasons } from '../../domain/reports/reasons.js';
import { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { PreferenceRow } from '../../store/preference.entity.js';
import { RationRow } from '../../store/ration.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { markLast, THREAD_BOXES } from '../../domain/box/mark-last.js';
import { CopyRow } from '../../store/copy.entity.js';

/** Number of threads that are read at a time. */
const BATCH = 200;

type Move = Pick<PersonMove, 'db' | 'from' | 'to'>;

/** Gives the mailbox of one person to another: what they wrote, received, reported, decided and chose. */
export async function movePerson({ db, from, to }: Move): Promise<void> {
  await db.repository(MessageRow).update({ authorId: from }, { authorId: to });
  await db.repository(RecipientRow).update({ toPerson: from }, { toPerson: to });
  await db.repository(ReviewRow).update({ decidedBy: from }, { decidedBy: to });
  await db.repository(RefusalRow).update({ decidedBy: from }, { decidedBy: to });
  await moveCounts({ db, from, to });
  await moveReports({ db, from, to });
  await movePreference({ db, from, to });
  await moveCopies({ db, from, to });
}

/** Two reports of one message, or of one word, become one with all that they say: the open one, if one of them is closed. */
async function moveReports({ db, from, to }: Move): Promise<void> {
  const reports = db.repository(ReportRow);
  const openings = db.repository(OpeningRow);
  const others = new Map(
    (await reports.find({ where: { reportedBy: to } })).map((report) => [reportedThing(report), report]),
  );
  for (const report of await reports.find({ where: { reportedBy: from } })) {
    const other = others.get(reportedThing(report));
    if (!other) continue;
    const [kept, dropped] = report.state === 'open' && other.state === 'closed' ? [report, other] : [other, report];
    await reports.delete({ id: dropped.id });
    await reports.update({ id: kept.id }, joined(kept, dropped));
    await openings.update({ reportId: dropped.id }, { reportId: kept.id });
  }
  await reports.update({ reportedBy: from }, { reportedBy: to });
  await reports.update({ wordBy: from }, { wordBy: to });
  await openings.update({ openedBy: from }, { openedBy: to });
  await reports.update({ closedBy: from }, { closedBy: to });
}

/** The text of a message that one of the accounts was shown is read for good. */
function joined(kept: ReportRow, dropped: ReportRow): Partial<ReportRow> {
  const isForGood = kept.textUntil === null || dropped.textUntil === null;
  const later = kept.textUntil && dropped.textUntil && kept.textUntil < dropped.textUntil ? dropped : kept;
  return { ...joinedReasons(kept, dropped), textUntil: isForGood ? null : later.textUntil };
}

function reportedThing({ messageId, refusalId, shownSentAt }: ReportRow): string {
  return `${messageId} ${refusalId} ${shownSentAt}`;
}

/** The person who stays keeps the hours that they chose. */
async function movePreference({ db, from, to }: Move): Promise<void> {
  const preferences = db.repository(PreferenceRow);
  if ((await preferences.count({ where: { ownerId: to } })) > 0) await preferences.delete({ ownerId: from });
  await preferences.update({ ownerId: from }, { ownerId: to });
}

/** Of two counts of one act, the count of the person who stays is kept. */
async function moveCounts({ db, from, to }: Move): Promise<void> {
  const rations = db.repository(RationRow);
  const kept = await rations.find({ select: ['act', 'ownerId'], where: { ownerId: to } });
  if (kept.length > 0) await rations.delete({ ownerId: from, act: In(kept.map(({ act }) => act)) });
  await rations.update({ ownerId: from }, { ownerId: to });
}

/** Gives the copies of one person to another, a part of their threads at a time. */
async function moveCopies(move: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const moving = await move.db.repository(CopyRow).find({ select: ['threadId'], where: { ownerId: move.from } });
  const threadIds = [...new Set(moving.map(({ threadId }) => threadId))];
  for (let begin = 0; begin < threadIds.length; begin += BATCH) {
    await moveThreads(threadIds.slice(begin, begin + BATCH), move);
  }
}

async function moveThreads(
  threadIds: readonly string[],
  { db, from, to }: { readonly db: SchoolDatabase; readonly from: string; readonly to: string },
): Promise<void> {
  const copies = db.repository(CopyRow);
  const where = { threadId: In([...threadIds]), ownerId: In([from, to]) };
  const twice = secondCopies(await copies.find({ where, order: { at: 'ASC', id: 'ASC' } }));
  for (const { kept, dropped } of twice) {
    // The person was shown whatever one of the two was shown, and finds it in the trash for as long as one of the two.
    const isLater = kept.purgeAt && dropped.purgeAt && dropped.purgeAt > kept.purgeAt;
    const { purgeAt } = isLater ? dropped : kept;
    await copies.update({ id: kept.id }, { shownAt: kept.shownAt ?? dropped.shownAt, purgeAt });
  }
  if (twice.length > 0) await copies.delete({ id: In(twice.map(({ dropped }) => dropped.id)) });
  await copies.update({ threadId: In([...threadIds]), ownerId: from }, { ownerId: to });
  for (const box of THREAD_BOXES) await markLast(threadIds, { ownerId: to, box }, db);
}

interface SecondCopy {
  readonly kept: CopyRow;
  readonly dropped: CopyRow;
}

/**
 * Of two copies of one message, the author's stays, else the one that was not taken back, reported, or thrown away, else the one that was
 * shown. So the person keeps what they read.
 */
function secondCopies(rows: readonly CopyRow[]): SecondCopy[] {
  const first = new Map<string, CopyRow>();
  const twice: SecondCopy[] = [];
  for (const row of rows) {
    const other = first.get(row.messageId);
    if (other === undefined || rank(row) > rank(other)) first.set(row.messageId, row);
    if (other !== undefined)
      twice.push(rank(row) > rank(other) ? { kept: row, dropped: other } : { kept: other, dropped: row });
  }
  return twice;
}

function rank({ box, recalledAt, hiddenAt, shownAt }: CopyRow): number {
  const isOwn = box === 'sent' || box === 'drafts';
  const isReadable = (recalledAt === null ? 8 : 0) + (hiddenAt === null ? 4 : 0);
  return (isOwn ? 16 : 0) + isReadable + (box === 'trash' ? 0 : 2) + (shownAt === null ? 0 : 1);
}
