// SPDX-License-Identifier: EUPL-1.2
/** The days after which what is in the trash is deleted for good. */
export const TRASH_DAYS = 30;

const DAY = 86_400_000;

/** The days that are left, counted up: at least one as long as it is there. */
export function daysLeft(trashedAt: Date, now: Date): number {
  return Math.max(1, Math.ceil(TRASH_DAYS - (now.getTime() - trashedAt.getTime()) / DAY));
}
