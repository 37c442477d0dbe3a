// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../brick-types.js';
import type { MessageRow } from '../store/message.entity.js';
import { ReportRow } from '../store/report.entity.js';

type DecisionTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'user' | 'audit'>;

/**
 * Opens the rest of the thread for a head, and tells its two persons: they read that it was opened, and why.
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
    const opening = { openedBy: user.id, openedAt: clock.now(), openedFor: reason };
    const opened = await db.repository(ReportRow).update({ id, state: 'open' }, opening);
    if (opened === 0) return { subject: null, result: false };
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
    const closing = { state: 'closed', closedBy: user.id, closedAt: clock.now() } as const;
    const isClosed = (await db.repository(ReportRow).update({ id, state: 'open' }, closing)) > 0;
    return { subject: isClosed ? subject : null, result: isClosed };
  });
}
