// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import { readAttachmentKey, readGroupKey, type PersonState } from '../state/person-state.js';

/** A way to belong to a school: at all, with a profile, or in a group with a role. */
export type Capacity =
  | { readonly kind: 'anybody'; readonly uai: string }
  | { readonly kind: 'profile'; readonly uai: string; readonly profile: Profile }
  /** With a profile in any school: a person that moves to another school keeps it. */
  | { readonly kind: 'profile-anywhere'; readonly uai?: never; readonly profile: Profile }
  | { readonly kind: 'group'; readonly uai: string; readonly role: MembershipRole };

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

/** The capacities of a person, each once, by `capacityKey`. */
export function capacitiesOf({
  attachments,
  memberships,
}: Pick<PersonState, 'attachments' | 'memberships'>): ReadonlyMap<string, Capacity> {
  const capacities = new Map<string, Capacity>();
  const add = (capacity: Capacity): void => void capacities.set(capacityKey(capacity), capacity);
  for (const attachment of attachments) {
    const { uai, profile } = readAttachmentKey(attachment);
    capacitiesIn(uai, profile).forEach(add);
  }
  for (const [group, role] of memberships) add({ kind: 'group', uai: readGroupKey(group).uai, role });
  return capacities;
}
