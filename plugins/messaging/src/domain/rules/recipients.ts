// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { groupsOf } from './groups-of.js';
import type { Sender } from './sender.js';

/** The profiles that a message may address together: pupils, guardians, and teachers, which in a group are its team. */
export type AddressedProfile = 'pupil' | 'guardian' | 'teacher';

/** A recipient as it was written: a person, the pupils, guardians or team of a group, or all of a profile in the school. */
export type Recipient =
  | { readonly person: string }
  | { readonly group: string; readonly profile: AddressedProfile }
  | { readonly everyone: AddressedProfile };

/** The people behind the recipients of a message. */
export interface ExpandedRecipients {
  /** Each person once. The sender is among them only if they are named. */
  readonly persons: ReadonlySet<string>;
  /** The number of recipients that the sender has named: a team counts as one, other groups as their people, the sender and a reply to all not at all. */
  readonly named: number;
}

interface SortedRecipients {
  readonly persons: Set<string>;
  readonly everyone: ReadonlySet<Profile>;
  readonly groups: ReadonlyMap<Profile, ReadonlySet<string>>;
}

/**
 * Looks up people in the relations: among too few people a group becomes smaller, never larger. A group of another school has nobody.
 */
export function expandRecipients(
  recipients: readonly Recipient[],
  { personId: senderId, relations, replyToAll = new Set() }: Pick<Sender, 'personId' | 'relations' | 'replyToAll'>,
): ExpandedRecipients {
  const { persons, everyone, groups } = sortRecipients(recipients);
  const inTeams = new Set<string>();
  for (const [personId, profiles] of relations.profiles) {
    if (personId === senderId) continue;
    for (const profile of profiles) {
      const isInGroup = hasAny(groups.get(profile), groupsOf(personId, profile, relations));
      if (isInGroup && profile === 'teacher') inTeams.add(personId);
      if (isInGroup || everyone.has(profile)) persons.add(personId);
    }
  }
  const uncounted = new Set([senderId, ...inTeams, ...replyToAll]);
  const alone = [...persons].filter((personId) => !uncounted.has(personId));
  return { persons, named: alone.length + (groups.get('teacher')?.size ?? 0) };
}

function sortRecipients(recipients: readonly Recipient[]): SortedRecipients {
  const persons = new Set<string>();
  const everyone = new Set<Profile>();
  const groups = new Map<Profile, Set<string>>();
  for (const recipient of recipients) {
    if ('person' in recipient) persons.add(recipient.person);
    else if ('everyone' in recipient) everyone.add(recipient.everyone);
    else groups.set(recipient.profile, (groups.get(recipient.profile) ?? new Set()).add(recipient.group));
  }
  return { persons, everyone, groups };
}

function hasAny(wanted: ReadonlySet<string> | undefined, groups: Iterable<string>): boolean {
  for (const group of groups) if (wanted?.has(group)) return true;
  return false;
}
