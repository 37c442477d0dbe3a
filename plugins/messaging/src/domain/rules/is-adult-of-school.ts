// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';

/** Whether the user works in the school: they may write to all of it, and know its pupils and families. */
export function isAdultOfSchool({ profiles }: Pick<CurrentUser, 'profiles'>): boolean {
  return profiles.some((profile) => profile !== 'pupil' && profile !== 'guardian');
}
