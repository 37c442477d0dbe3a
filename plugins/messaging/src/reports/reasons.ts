// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { ReportRow } from '../store/report.entity.js';

/** The words of a person about something that they reported, and when they said them. */
export interface Reason {
  readonly at: Date;
  readonly reason: string;
}

type Said = Pick<ReportRow, 'reason' | 'reportedAt' | 'added'>;

/** The reasons that are kept after the first one: more than these, of 500 characters each, do not fit into the column. */
const MOST_ADDED = 15;

const storedReasons = z.array(z.object({ at: z.iso.datetime().transform((at) => new Date(at)), reason: z.string() }));

/** All that the person said, the oldest first. */
export function reasonsOf({ reason, reportedAt, added }: Said): Reason[] {
  const later = added === null ? [] : storedReasons.parse(JSON.parse(added));
  return [{ at: reportedAt, reason }, ...later]
    .filter((one) => one.reason !== '')
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * The columns of a report with more reasons: what was said before stays. Undefined where they say nothing new, as the second press of a button
 * does.
 */
export function withReasons(report: Said, more: readonly Reason[]): Pick<ReportRow, 'reason' | 'added'> | undefined {
  const known = reasonsOf(report);
  const fresh = more.filter(({ reason }) => reason !== '' && !known.some((one) => one.reason === reason));
  if (fresh.length === 0) return undefined;
  const [first, ...later] = report.reason === '' ? fresh : [{ reason: report.reason }, ...fresh];
  const before = report.added === null ? [] : storedReasons.parse(JSON.parse(report.added));
  return { reason: first?.reason ?? '', added: JSON.stringify([...before, ...later].slice(-MOST_ADDED)) };
}
