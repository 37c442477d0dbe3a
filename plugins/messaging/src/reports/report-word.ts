// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import type { MessagingRequest } from '../brick-types.js';
import { takeTurn } from '../ration/take-turn.js';
import type { MessageRow } from '../store/message.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { headsOfSchool } from './heads-of-school.js';

type ReportTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'directory' | 'audit' | 'user'>;

const OPEN = {
  state: 'open',
  openedBy: null,
  openedAt: null,
  openedFor: null,
  closedBy: null,
  closedAt: null,
} as const;

/**
 * Reports the word by which a teacher refused a message of the user. The report keeps the word: the message may be written anew.
 * @returns what the person is told: a head does not read reports about their own words
 * @throws InputError for a message that nobody has refused with a word
 */
export async function reportWord(
  { id: messageId, state }: MessageRow,
  reason: string,
  { db, clock, live, directory, audit, user }: ReportTools,
): Promise<'report.doneWord' | 'report.wordToNobody'> {
  const refusal = { messageId, state: 'refused' as const, word: Not(IsNull()), decidedBy: Not(IsNull()) };
  const review = state === 'refused' ? await db.repository(ReviewRow).findOne({ where: refusal }) : undefined;
  if (!review) {
    throw new InputError('A message of one’s own is not reported.', { remedy: 'Take it back, or throw it away.' });
  }
  const heads = (await headsOfSchool(directory)).filter((head) => head !== review.decidedBy);
  const subject = { message: messageId, review: review.id };
  return audit('messaging.report', subject, async () => {
    await takeTurn('report', user, { db, clock });
    const reports = db.repository(ReportRow);
    const said = { word: review.word, wordBy: review.decidedBy, wordAt: review.decidedAt };
    const row = { ...OPEN, ...said, reason, reportedAt: clock.now() };
    const own = { messageId, reportedBy: user.id };
    // A second refusal of the message has another word.
    if ((await reports.update(own, row)) === 0) await reports.insert([{ ...own, ...row, textUntil: null }]);
    live.publish(heads, 'messages');
    return { subject, result: heads.length > 0 ? 'report.doneWord' : 'report.wordToNobody' };
  });
}

/** The message of a report for the head: a reported word stands in its place, with its author and time. */
export function asReported(message: MessageRow, { word, wordBy, wordAt }: ReportRow): MessageRow {
  return word === null ? message : { ...message, authorId: wordBy, sentAt: wordAt ?? message.sentAt };
}
