// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { Recipient } from '../rules/recipients.js';

/** The families that an adult of the school wrote to, and of which that adult learns how many have read. */
export type Audience = 'guardians' | 'pupils' | 'families';

const ADULTS_OF_SCHOOL: readonly Profile[] = ['teacher', 'head', 'staff'];

/**
 * Undefined for every other message: nobody learns whether a colleague or a teacher has read it.
 * @param profiles of the people who are named
 */
export function audienceOf(
  recipients: readonly Recipient[],
  asProfile: Profile,
  profiles: ReadonlyMap<string, readonly Profile[]>,
): Audience | undefined {
  if (!ADULTS_OF_SCHOOL.includes(asProfile) || recipients.length === 0) return undefined;
  const parts = new Set<Profile | undefined>();
  for (const recipient of recipients) {
    if ('person' in recipient) for (const profile of profiles.get(recipient.person) ?? [undefined]) parts.add(profile);
    else parts.add('everyone' in recipient ? recipient.everyone : recipient.profile);
  }
  if (![...parts].every((part) => part === 'guardian' || part === 'pupil')) return undefined;
  if (parts.size > 1) return 'families';
  return parts.has('pupil') ? 'pupils' : 'guardians';
}
