// SPDX-License-Identifier: EUPL-1.2
import type { ReportRow } from '../../store/report.entity.js';

const DAY = 86_400_000;
/** The days for which the text of a message that was taken back is kept for a report and, after a report or a showing, for the head. */
const DAYS_KEPT = 30;

/** Messages that were taken back before this instant are no longer kept for a report. */
export function keptForReports(now: Date): Date {
  return new Date(now.getTime() - DAYS_KEPT * DAY);
}

/**
 * The instant until which a report made now shows the text of a message that was taken back. Once its days are over, reporting brings
 * nothing back.
 */
export function textUntil(recalledAt: Date, now: Date): Date {
  const from = recalledAt > keptForReports(now) ? now : recalledAt;
  return new Date(from.getTime() + DAYS_KEPT * DAY);
}

/** Whether the head reads the text in this report. A text that a teacher showed stays until a head has closed the report, too. */
export function isTextKept(
  { textUntil: until, shown, state }: Pick<ReportRow, 'textUntil' | 'shown' | 'state'>,
  now: Date,
): boolean {
  return until === null || now < until || (shown !== null && state === 'open');
}
