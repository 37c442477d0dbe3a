// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import type { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { ReportRow } from '../../store/report.entity.js';

type DecisionTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'user' | 'audit'>;

/**
 * Opens the rest of the thread for a head, and tells its two people: they read of each opening which head it was, and why. A second tap opens nothing
 * more.
 * @returns false when the report is closed
 */
export async function openThread(
  { id, messageId, reportedBy }: ReportRow,
  { authorId }: MessageRow,
  reason: string,
  { db, clock, live, user, audit }: DecisionTools,
): Promise<boolean> {
  const subject = { report: id, message: messageId, reason };
  return audit('messaging.report.open', subject, async () => {
    // This update comes first, and changes nothing: a second tap, or a head who closes the report, waits or came first.
    const open = await db.repository(ReportRow).update({ id, state: 'open' }, { state: 'open' });
    if (open === 0) return { subject: null, result: false };
    const openings = db.repository(OpeningRow);
    const opening = { reportId: id, openedBy: user.id, reason };
    if ((await openings.count({ where: { ...opening, endedAt: IsNull() } })) > 0)
      return { subject: null, result: true };
    await openings.insert([{ ...opening, messageId, openedAt: clock.now(), endedAt: null }]);
    live.publish(
      [reportedBy, authorId].filter((one) => one !== null),
      'messages',
    );
    return { subject, result: true };
  });
}

/** @returns false when it was closed before */
export async function closeReport(
  { id, messageId }: ReportRow,
  { db, clock, user, audit }: DecisionTools,
): Promise<boolean> {
  const subject = { report: id, message: messageId };
  return audit('messaging.report.close', subject, async () => {
    const now = clock.now();
    const closing = { state: 'closed', closedBy: user.id, closedAt: now } as const;
    const isClosed = (await db.repository(ReportRow).update({ id, state: 'open' }, closing)) > 0;
    if (isClosed) await db.repository(OpeningRow).update({ reportId: id, endedAt: IsNull() }, { endedAt: now });
    return { subject: isClosed ? subject : null, result: isClosed };
  });
}
