// SPDX-License-Identifier: EUPL-1.2

/** From this day on, directories are emptied for the next school year. */
const SUMMER = '-06-15';

/** From this day on, directories name the pupils of the new school year. The delay of departures in summer begins. */
const RETURN = '-09-15';

/** Three months after the end of the school year: the delay of the law (arrêté of 30-11-2006, art. 6). */
const LAST = '-11-30';

/** People who left until this time are due. The delay counts from the departure, or from 15 September for one in summer (ADR 73). */
export function leftUntil(now: Date, eraseAfter: number): Date {
  const left = new Date(now.getTime() - eraseAfter);
  const isLast = now >= dayOf(left, LAST);
  return isInSummer(left) && !isLast ? dayOf(left, SUMMER) : left;
}

/** The time from which a person who left at `left` is due. */
export function dueFrom(left: Date, eraseAfter: number): Date {
  const due = left.getTime() + eraseAfter;
  if (!isInSummer(left)) return new Date(due);
  const afterReturn = dayOf(left, RETURN).getTime() + eraseAfter;
  return new Date(Math.min(afterReturn, Math.max(due, dayOf(left, LAST).getTime())));
}

function isInSummer(left: Date): boolean {
  return left > dayOf(left, SUMMER) && left < dayOf(left, RETURN);
}

/** A day of the year of an instant, at midnight UTC. */
function dayOf(instant: Date, monthAndDay: string): Date {
  return new Date(`${instant.getUTCFullYear()}${monthAndDay}T00:00:00.000Z`);
}
