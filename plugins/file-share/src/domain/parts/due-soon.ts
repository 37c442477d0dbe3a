// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import type { LoadedPart } from './load-part.js';
import { shelfOf } from './read-parts.js';

/** The time before the due date from which a guardian is told that a work is not handed in yet. */
const SOON = 2 * 86_400_000;

/** Whether a work is a task of a guardian: to be done again, or due soon and not handed in. Every page that counts such works asks this. */
export function isDueSoon(part: LoadedPart, { clock, schoolYear }: Pick<SchoolWork, 'clock' | 'schoolYear'>): boolean {
  const { work, status } = part;
  if (shelfOf(part, schoolYear) !== 'todo') return false;
  return status.state === 'again' || (work.dueAt !== null && work.dueAt.getTime() - clock.now().getTime() <= SOON);
}
