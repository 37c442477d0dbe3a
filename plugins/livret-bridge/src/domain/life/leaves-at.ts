// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../../store/bilan.entity.js';

/** The time in which the head can take back a publication, or a visa that came shortly before or after the publication of its period (ADR 116). */
export const TEN_MINUTES = 10 * 60_000;

/** The instant at which an endorsed bilan is published: that of its period, or ten minutes after its visa if that is later. */
export function leavesAt({ visaAt }: Pick<BilanRow, 'visaAt'>, publishAt: Date): Date {
  return new Date(Math.max(publishAt.getTime(), visaAt === null ? 0 : visaAt.getTime() + TEN_MINUTES));
}

/** Whether the instant of a bilan has come. A visa from a time when the clock was ahead waits for nothing (ADR 67). */
export function isDue(row: Pick<BilanRow, 'visaAt'>, publishAt: Date, now: Date): boolean {
  const isAhead = row.visaAt !== null && row.visaAt.getTime() > now.getTime() + TEN_MINUTES;
  return leavesAt(row, publishAt) <= now || (isAhead && publishAt <= now);
}

/** Whether a publication leaves within the ten minutes in which it can only be taken back. */
export function isLeaving(publishAt: Date | null, now: Date): publishAt is Date {
  return publishAt !== null && publishAt > now && publishAt.getTime() <= now.getTime() + TEN_MINUTES;
}

/** Whether a bilan that is endorsed now leaves ten minutes later, since the others of its period are out by then. */
export function leavesAfterVisa(publishAt: Date | null, now: Date): boolean {
  return publishAt !== null && publishAt.getTime() < now.getTime() + TEN_MINUTES;
}
