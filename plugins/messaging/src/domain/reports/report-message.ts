// SPDX-License-Identifier: EUPL-1.2
import { BusyError, InputError, type Audited } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { markLast } from '../box/mark-last.js';
import { takeTurn, waitsUntil } from '../ration/take-turn.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OF_RECEIVER, ReportRow } from '../../store/report.entity.js';
import { headsOfSchool } from '../message/heads-of-school.js';
import type { NewReport } from './report.input.js';
import { columnsMadeAgain } from './reasons.js';
import { NEW_REPORT, reportWord } from './report-word.js';
import { textUntil } from './text-kept.js';

type Told = 'report.doneWord' | 'report.wordToNobody' | 'report.done' | 'report.before' | 'report.doneToNobody';
type ReportTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'directory' | 'audit' | 'user' | 'school'>;

/**
 * Reports a message to the heads, and hides it from the person who reports it.
 * @returns what the person is told: a head does not read reports about their own messages
 * @throws InputError for a message of one's own that was not refused with a word
 * @throws BusyError for too many reports in an hour
 */
export async function reportMessage(
  { id, ownerId, threadId, messageId, box }: CopyRow,
  { reason = '', refusal }: NewReport,
  { db, clock, live, directory, audit, user, school }: ReportTools,
): Promise<Told> {
  // A report beyond the limit gets no line in the journal.
  if (await waitsUntil('report', user, { db, clock }))
    throw new BusyError('The user has reported too much in an hour.');
  const messages = db.repository(MessageRow);
  const message = await messages.findOne({ where: { id: messageId } });
  if (message?.authorId === user.id)
    return reportWord(message, { reason, refusal }, { db, clock, live, directory, audit, user, school });
  if (!message) throw new MessageGoneError();
  const heads = (await headsOfSchool(directory)).filter((head) => head !== message.authorId);
  const subject = { message: messageId };
  const report = async (): Promise<Audited<Told>> => {
    const reports = db.repository(ReportRow);
    const copies = db.repository(CopyRow);
    const now = clock.now();
    // These two updates come first: they wait for a recall in progress, and whichever is first decides whether the report shows the text
    // for good.
    await copies.update({ id, shownAt: IsNull(), recalledAt: IsNull() }, { shownAt: now });
    await copies.update({ id, hiddenAt: IsNull() }, { hiddenAt: now });
    await takeTurn('report', user, { db, clock });
    const copy = await copies.findOne({ where: { id } });
    const known = await reports.findOne({ where: { messageId, reportedBy: user.id, ...OF_RECEIVER } });
    await markLast([threadId], { ownerId, box }, db);
    live.publish([user.id], 'messages');
    const again = known && columnsMadeAgain(known, { at: now, reason });
    if (again) {
      await reports.update({ id: known.id }, again);
      live.publish(heads, 'messages');
    }
    if (!known) {
      // When there is no copy, the message was taken back at this instant, or the nightly job has removed it.
      if (!copy && (await messages.count({ where: { id: messageId, state: 'recalled' } })) === 0)
        throw new MessageGoneError();
      const recalledAt = copy ? copy.recalledAt : now;
      const kept = { textUntil: recalledAt && textUntil(recalledAt, now) };
      await reports.insert([{ ...OF_MESSAGE, ...kept, messageId, reportedBy: user.id, reportedAt: now, reason }]);
      live.publish(heads, 'messages');
    }
    const told = heads.length === 0 ? 'report.doneToNobody' : known ? 'report.before' : 'report.done';
    // A second press that says nothing new leaves no line.
    return { subject: known && !again ? null : subject, result: told };
  };
  return againAfterConflict(() => audit('messaging.report', subject, report));
}

class MessageGoneError extends InputError {
  constructor() {
    super('The message is gone.', { remedy: 'Open the list again.' });
  }
}

const OF_MESSAGE = { ...NEW_REPORT, ...OF_RECEIVER, word: null, wordBy: null, wordAt: null } as const;
