// SPDX-License-Identifier: EUPL-1.2
import type { Audited } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { readLetters } from '../box/read-letters.js';
import { headsOfSchool } from '../message/heads-of-school.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { NEW_REPORT } from './report-word.js';
import { packShown, shownKey } from './shown-text.js';
import { textUntil } from './text-kept.js';

interface Told {
  readonly told: 'review.shown' | 'review.shownBefore' | 'review.shownToNobody';
  /** Whether the report says what the teacher wrote. */
  readonly isTaken: boolean;
}
type ShowTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'directory' | 'audit' | 'user'>;

const NO_WORD = { refusalId: '', word: null, wordBy: null, wordAt: null } as const;

/**
 * Shows the heads a message that waits for a teacher. It goes on waiting, and its author is not told. A message has one report as it was sent,
 * also where teachers of two classes are asked; written anew, it can be shown again.
 * @param version the version of the review that the page showed
 * @returns what the teacher is told; undefined when somebody has decided, or the message has changed since
 */
export async function showReview(
  { id, messageId }: Pick<ReviewRow, 'id' | 'messageId'>,
  { reason, version }: { readonly reason: string; readonly version: number },
  { db, clock, live, directory, audit, user }: ShowTools,
): Promise<Told | undefined> {
  const heads = await headsOfSchool(directory);
  const subject = { message: messageId, review: id };
  const show = async (): Promise<Audited<Told | undefined>> => {
    const nothing = { subject: null } as const;
    // This comes first, and changes nothing: it waits for a recall, or for another teacher who shows the message.
    await db.repository(MessageRow).increment({ id: messageId }, { version: 0 });
    const waits = await db.repository(ReviewRow).count({ where: { id, version, state: 'waiting' } });
    const letter = waits === 0 ? undefined : (await readLetters([messageId], db)).get(messageId);
    if (!letter) return { ...nothing, result: undefined };
    const reports = db.repository(ReportRow);
    const key = shownKey(letter.message);
    const known = await reports.findOne({ where: key });
    if (known) {
      const isTaken = reason === '' || (known.reportedBy === user.id && known.reason === reason);
      return { ...nothing, result: { told: 'review.shownBefore', isTaken } };
    }
    const recipients = await db.repository(RecipientRow).find({ where: { messageId } });
    const reportedAt = clock.now();
    const kept = { shown: packShown(letter, recipients), textUntil: textUntil(reportedAt, reportedAt) };
    await reports.insert([{ ...NEW_REPORT, ...NO_WORD, ...key, ...kept, reportedBy: user.id, reportedAt, reason }]);
    live.publish(heads, 'messages');
    return { subject, result: { told: heads.length > 0 ? 'review.shown' : 'review.shownToNobody', isTaken: true } };
  };
  return againAfterConflict(() => audit('messaging.report', subject, show));
}
