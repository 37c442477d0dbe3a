// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { toldRefusals } from '../message/told-refusals.js';
import { takeTurn } from '../ration/take-turn.js';
import type { MessageRow } from '../../store/message.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { columnsMadeAgain } from './reasons.js';
import { headsOfSchool } from '../message/heads-of-school.js';

/** The columns of a report of which nothing has happened yet. */
export const NEW_REPORT = {
  state: 'open',
  added: null,
  textUntil: null,
  shown: null,
  shownSentAt: '',
  closedBy: null,
  closedAt: null,
} as const;

type ReportTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'directory' | 'audit' | 'user' | 'school'>;

/**
 * Reports a word by which a teacher refused a message of the user, also after the message was written anew. Each word has a report of its own,
 * which keeps it.
 * @returns what the person is told: a head does not read reports about their own words
 * @throws InputError for a message, or a refusal, without a word that the user was told
 */
export async function reportWord(
  { id: messageId, state }: MessageRow,
  { reason, refusal: refusalId }: { readonly reason: string; readonly refusal: string | undefined },
  { db, clock, live, directory, audit, user, school }: ReportTools,
): Promise<'report.doneWord' | 'report.wordToNobody'> {
  const told = (await toldRefusals([messageId], { db, school, clock })).filter(({ decidedBy }) => decidedBy !== null);
  const newest = state === 'refused' ? told.at(-1) : undefined;
  const refusal = refusalId === undefined ? newest : told.find(({ id }) => id === refusalId);
  if (!refusal) {
    throw new InputError('A message of one’s own is not reported.', { remedy: 'Take it back, or throw it away.' });
  }
  const heads = (await headsOfSchool(directory)).filter((head) => head !== refusal.decidedBy);
  const subject = { message: messageId, review: refusal.reviewId };
  return audit('messaging.report', subject, async () => {
    await takeTurn('report', user, { db, clock });
    const reports = db.repository(ReportRow);
    const said = { word: refusal.word, wordBy: refusal.decidedBy, wordAt: refusal.decidedAt };
    const own = { messageId, reportedBy: user.id, refusalId: refusal.id };
    const now = clock.now();
    const known = await reports.findOne({ where: own });
    const again = known && columnsMadeAgain(known, { at: now, reason });
    if (again) await reports.update({ id: known.id }, again);
    if (!known) await reports.insert([{ ...NEW_REPORT, ...own, ...said, reason, reportedAt: now }]);
    const isNew = !known || again !== undefined;
    if (isNew) live.publish(heads, 'messages');
    return {
      subject: isNew ? subject : null,
      result: heads.length > 0 ? 'report.doneWord' : 'report.wordToNobody',
    };
  });
}

/** The message of a report for the head: a reported word stands in its place, with its author and time. */
export function asReported(message: MessageRow, { word, wordBy, wordAt }: ReportRow): MessageRow {
  return word === null ? message : { ...message, authorId: wordBy, sentAt: wordAt ?? message.sentAt };
}
