// SPDX-License-Identifier: EUPL-1.2
import { addDays, startOfDay, type Day } from '@volee/core-adapter';

/** The last instant of the day by which something is due: until then it is no thing of the past. */
export function dueUntil(dueOn: Day, timeZone: string): Date {
  return new Date(startOfDay(addDays(dueOn, 1), timeZone).getTime() - 1);
}
