// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import type { GroupKind, Profile } from '../../../../api/people.js';
import { readAttachmentKey, readGroupKey, type PersonState } from '../state/person-state.js';

/** A way to belong to a school: at all, with a profile, in any group, or in a group of one kind. */
export type Capacity =
  | { readonly kind: 'anybody'; readonly uai: string }
  | { readonly kind: 'profile'; readonly uai: string; readonly profile: Profile }
  /** With a profile in any school: a person who moves to another school keeps it. */
  | { readonly kind: 'profile-anywhere'; readonly uai?: never; readonly profile: Profile }
  /** In a group of any kind. A pupil of a Scribe is in a level as well as in a class, so that this alone would hide lost classes. */
  | { readonly kind: 'group'; readonly uai: string; readonly role: MembershipRole }
  | {
      readonly kind: 'group-of-kind';
      readonly uai: string;
      readonly role: MembershipRole;
      readonly profile: Profile;
      readonly group: GroupKind;
    };

/** The kind of a group; undefined when the group is not known. @param group a `groupKey` */
export type KindOf = (group: string) => GroupKind | undefined;

/** A text that is the same for equal capacities, to count and compare them. Nothing reads it back. */
export function capacityKey(capacity: Capacity): string {
  switch (capacity.kind) {
    case 'anybody':
      return `anybody ${capacity.uai}`;
    case 'profile':
      return `profile ${capacity.profile} ${capacity.uai}`;
    case 'profile-anywhere':
      return `anywhere ${capacity.profile}`;
    case 'group':
      return `group ${capacity.role} ${capacity.uai}`;
    case 'group-of-kind':
      return `${capacity.group} ${capacity.role} ${capacity.profile} ${capacity.uai}`;
  }
}

/** The capacities that an attachment gives. */
export function capacitiesIn(uai: string, profile: Profile): Capacity[] {
  return [
    { kind: 'anybody', uai },
    { kind: 'profile', uai, profile },
    { kind: 'profile-anywhere', profile },
  ];
}

/** The capacities that a group gives to a person with these profiles in its school. */
export function capacitiesInGroup(
  { uai, role, group }: { readonly uai: string; readonly role: MembershipRole; readonly group: GroupKind | undefined },
  profiles: Iterable<Profile>,
): Capacity[] {
  const inAny: Capacity = { kind: 'group', uai, role };
  if (group === undefined) return [inAny];
  return [inAny, ...Array.from(profiles, (profile) => ({ kind: 'group-of-kind', uai, role, profile, group }) as const)];
}

/** The capacities of a person, each once, by `capacityKey`. */
export function capacitiesOf(
  { attachments, memberships }: Pick<PersonState, 'attachments' | 'memberships'>,
  kindOf: KindOf,
): ReadonlyMap<string, Capacity> {
  const capacities = new Map<string, Capacity>();
  const add = (capacity: Capacity): void => void capacities.set(capacityKey(capacity), capacity);
  const profiles = new Map<string, Profile[]>();
  for (const attachment of attachments) {
    const { uai, profile } = readAttachmentKey(attachment);
    capacitiesIn(uai, profile).forEach(add);
    profiles.set(uai, [...(profiles.get(uai) ?? []), profile]);
  }
  for (const [key, role] of memberships) {
    const { uai } = readGroupKey(key);
    capacitiesInGroup({ uai, role, group: kindOf(key) }, profiles.get(uai) ?? []).forEach(add);
  }
  return capacities;
}
