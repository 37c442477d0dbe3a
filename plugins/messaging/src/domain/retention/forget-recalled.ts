// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { isTextKept, keptForReports } from '../reports/text-kept.js';
import { CopyRow } from '../../store/copy.entity.js';
import type { MessageRow } from '../../store/message.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { removeWords } from './remove-messages.js';

/**
 * Removes the words of messages that were taken back from everybody, once nobody can read them in a report any more. The copies that tell of
 * the recall stay. A message that its author still has, or that somebody was shown, keeps its words for them.
 */
export async function forgetRecalled(messages: readonly MessageRow[], work: JobWork): Promise<void> {
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

/** A report of a person that was shown the message is read while it is open, one of another until its text goes. */
function isRead(report: ReportRow, now: Date): boolean {
  return report.textUntil === null ? report.state === 'open' : isTextKept(report, now);
}
