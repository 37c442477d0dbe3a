// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';

/** Whether the user reads the pages for pupils. A person who is something else in the school, too, needs the pages of that. */
export function isChild({ profiles }: Pick<CurrentUser, 'profiles'>): boolean {
  return profiles.every((profile) => profile === 'pupil');
}
