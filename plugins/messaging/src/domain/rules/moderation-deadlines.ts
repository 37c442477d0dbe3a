// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, startOfDay } from '@volee/core-adapter';
import type { QuietHours } from './policy.js';
import { nextDelivery } from './quiet-hours.js';

const HEAD_SEES_AFTER = 3;
const REFUSED_AFTER = 7;

/** The instants at which a held message is shown to the head as well, and at which it is refused. */
export interface ModerationDeadlines {
  readonly headSeesAt: Date;
  readonly refusedAt: Date;
}

/**
 * Counts school days from the moment at which a message was held. A school day is a day of which some time from then on is not quiet:
 * a message written on Friday afternoon has had its third day on Tuesday evening, and the head sees it from midnight on.
 */
export function moderationDeadlines(heldAt: Date, hours: QuietHours): ModerationDeadlines {
  return {
    headSeesAt: afterSchoolDays(heldAt, HEAD_SEES_AFTER, hours),
    refusedAt: afterSchoolDays(heldAt, REFUSED_AFTER, hours),
  };
}

function afterSchoolDays(since: Date, count: number, hours: QuietHours): Date {
  if (count === 0) return since;
  const schoolDay = dayOf(nextDelivery(since, hours), hours.zone);
  return afterSchoolDays(startOfDay(addDays(schoolDay, 1), hours.zone), count - 1, hours);
}
