// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { ReportRow } from '../../store/report.entity.js';

/**
 * The words of a person about something that they reported, and when they said them. The words are empty when they reported it again
 * without any.
 */
export interface Reason {
  readonly at: Date;
  readonly reason: string;
}

type Said = Pick<ReportRow, 'reason' | 'reportedAt' | 'added'>;

/** The reasons that are kept after the first one: more than these, of 500 characters each, do not fit into the column. */
const MOST_ADDED = 20;

const storedReasons = z.array(z.object({ at: z.iso.datetime().transform((at) => new Date(at)), reason: z.string() }));

/** All that the person said, each with its own instant, the oldest first. A first report without a word is left out. */
export function reasonsOf(report: Said): Reason[] {
  const { reason, reportedAt } = report;
  const first = reason === '' ? [] : [{ at: reportedAt, reason }];
  return [...first, ...laterOf(report)].sort((one, other) => one.at.getTime() - other.at.getTime());
}

export function lastReportedAt(report: Said): Date {
  return new Date(Math.max(report.reportedAt.getTime(), ...laterOf(report).map(({ at }) => at.getTime())));
}

/**
 * The instant since which a report is open: when it was made, or made again after it was closed. For a closed report, when the person
 * reported it last.
 */
export function openSince(report: Said & Pick<ReportRow, 'closedAt'>): Date {
  const { reportedAt, closedAt } = report;
  if (closedAt === null) return reportedAt;
  return laterOf(report).find(({ at }) => at > closedAt)?.at ?? lastReportedAt(report);
}

/**
 * The columns of a report that its person makes once more: one that was closed is open again, and what was said before stays. Undefined where
 * that says nothing new, as the second press of a button does.
 */
export function columnsMadeAgain(
  report: Said & Pick<ReportRow, 'state'>,
  more: Reason,
): Pick<ReportRow, 'state' | 'added'> | undefined {
  const isKnown = more.reason === '' || reasonsOf(report).some(({ reason }) => reason === more.reason);
  if (report.state === 'open' && isKnown) return undefined;
  return { state: 'open', added: withLater(report, [more]) };
}

export function joinedReasons(report: Said, other: Said): Pick<ReportRow, 'added'> | undefined {
  const known = reasonsOf(report);
  const fresh = reasonsOf(other).filter(
    ({ at, reason }) => !known.some((one) => one.reason === reason && one.at.getTime() === at.getTime()),
  );
  return fresh.length === 0 ? undefined : { added: withLater(report, fresh) };
}

function laterOf({ added }: Said): Reason[] {
  return added === null ? [] : storedReasons.parse(JSON.parse(added));
}

/** When there is no room for all reasons, the earliest ones stay. */
function withLater(report: Said, more: readonly Reason[]): string {
  return JSON.stringify([...laterOf(report), ...more].slice(0, MOST_ADDED));
}
