// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Member } from '@volee/core-adapter';
import { In, Not } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { readLetters, withoutWords, type Letter } from '../box/read-letters.js';
import { CopyRow } from '../../store/copy.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import type { Recipient } from '../rules/recipients.js';
import { recipientOf } from '../message/read-message.js';
import { groupNames } from '../words/group-names.js';
import { personsOf } from '../words/recipient-labels.js';
import { OpeningRow } from '../../store/opening.entity.js';
import type { ReportRow } from '../../store/report.entity.js';
import { sharedMessageIds, sharedThread } from './shared-thread.js';
import { asReported } from './report-word.js';
import { isShown, shownLetter, shownOf } from './shown-text.js';
import { isTextKept } from './text-kept.js';

export interface ReadReport extends Letter {
  readonly report: ReportRow;
  /** The number of people who have the message, besides its author. */
  readonly receivers: number;
  /** By which heads the rest of the thread was opened, the oldest first. */
  readonly openings: readonly OpeningRow[];
  /** The rest of the thread, for a head who has opened it. */
  readonly thread: readonly Letter[] | undefined;
  /** The number of messages in the rest of the thread. */
  readonly more: number;
  readonly persons: ReadonlyMap<string, Member>;
  /** For a message that a teacher showed before deciding: its classes and recipients. */
  readonly address: ShownAddress | undefined;
}

interface ShownAddress {
  readonly classes: readonly string[];
  readonly recipients: readonly Recipient[];
  readonly groups: ReadonlyMap<string, string>;
}

/**
 * A report with its message. The rest of the thread is read only for the head who has given a reason, and as it was then.
 * @throws NotFoundError for a message of the user
 */
export async function readReport(report: ReportRow, request: MessagingRequest): Promise<ReadReport> {
  const { db, user, directory, clock } = request;
  const letter = await reportedLetter(report, request);
  const { message } = letter;
  const { authorId } = message;
  const receivers = await db
    .repository(CopyRow)
    .count({ where: { messageId: message.id, ...(authorId !== null && { ownerId: Not(authorId) }) } });
  const openings = await db
    .repository(OpeningRow)
    .find({ where: { reportId: report.id }, order: { openedAt: 'ASC', id: 'ASC' } });
  const own = openings.findLast(({ openedBy, endedAt }) => openedBy === user.id && endedAt === null);
  const thread = own && (await sharedThread(report, message, { db, until: own.openedAt }));
  const more = await sharedMessageIds(report, message, { db, until: clock.now() });
  const authors = [message, ...(thread ?? []).map((one) => one.message)].map((one) => one.authorId);
  const heads = [report.closedBy, ...openings.map(({ openedBy }) => openedBy)];
  const address = isShown(report) ? await addressOf(report, request) : undefined;
  const ids = [...authors, report.reportedBy, ...heads, ...personsOf(address?.recipients ?? [])].filter(
    (id) => id !== null,
  );
  const persons = await directory.persons([...new Set(ids)]);
  return { ...letter, report, receivers, openings, thread, more: more.length, persons, address };
}

/** The recipients that are left of a shown message: its author may have written it anew, to others. */
async function addressOf(report: ReportRow, request: MessagingRequest): Promise<ShownAddress> {
  const { db } = request;
  const { messageId } = report;
  const ids = shownOf(report)?.recipients ?? [];
  const rows = await db.repository(RecipientRow).find({ where: { messageId, id: In([...ids]) } });
  const reviews = await db.repository(ReviewRow).find({ select: ['groupId'], where: { messageId } });
  const groups = await groupNames(request);
  const classes = reviews.flatMap(({ groupId }) => groups.get(groupId) ?? []);
  return { classes, recipients: rows.flatMap(recipientOf), groups };
}

/**
 * The message. It has no words once it was taken back and they are no longer kept.
 * @throws NotFoundError for a message of the user, and for one that is gone
 */
export async function reportedLetter(
  report: ReportRow,
  { db, user, clock }: Pick<MessagingRequest, 'db' | 'user' | 'clock'>,
): Promise<Letter> {
  const { messageId } = report;
  const stored = (await readLetters([messageId], db)).get(messageId);
  const letter = stored && { ...stored, message: asReported(stored.message, report) };
  if (!letter || letter.message.authorId === user.id) throw new NotFoundError('The report is for other heads.');
  if (report.word !== null) return { ...letter, body: report.word, files: [] };
  if (isShown(report) && isTextKept(report, clock.now())) return shownLetter(letter, report);
  return isTextKept(report, clock.now()) ? letter : withoutWords(letter);
}
