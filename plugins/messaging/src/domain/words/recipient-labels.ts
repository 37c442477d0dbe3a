// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { MessagingKey, MessagingTexts } from '../../brick-types.js';
import type { AddressedProfile, Recipient } from '../rules/recipients.js';

const GROUP_KEYS = {
  pupil: 'to.pupilsOf',
  guardian: 'to.guardiansOf',
  teacher: 'to.teamOf',
} as const satisfies Record<AddressedProfile, MessagingKey>;
const EVERYONE_KEYS = {
  pupil: 'to.allPupils',
  guardian: 'to.allGuardians',
  teacher: 'to.allTeachers',
} as const satisfies Record<AddressedProfile, MessagingKey>;

const TO_GROUP_KEYS = {
  pupil: 'toThe.pupilsOf',
  guardian: 'toThe.guardiansOf',
  teacher: 'toThe.teamOf',
} as const satisfies Record<AddressedProfile, MessagingKey>;
const TO_EVERYONE_KEYS = {
  pupil: 'toThe.allPupils',
  guardian: 'toThe.allGuardians',
  teacher: 'toThe.allTeachers',
} as const satisfies Record<AddressedProfile, MessagingKey>;

export interface LabelReader {
  readonly t: MessagingTexts;
  readonly persons: ReadonlyMap<string, Pick<Member, 'displayName'>>;
  /** The names of the groups that the reader knows. */
  readonly groups: ReadonlyMap<string, string>;
}

/** « Inès Faivre », « Parents de CM1 », « Tous les parents ». */
export function recipientLabel(recipient: Recipient, { t, persons, groups }: LabelReader): string {
  if ('person' in recipient) return persons.get(recipient.person)?.displayName ?? t('person.gone');
  if ('everyone' in recipient) return t(EVERYONE_KEYS[recipient.everyone]);
  const name = groups.get(recipient.group);
  return name === undefined ? t('to.pastGroup') : t(GROUP_KEYS[recipient.profile], { group: name });
}

/** As it follows a name: « à Inès Faivre », « aux parents de CM1 », « à tous les parents ». */
export function toRecipient(recipient: Recipient, { t, persons, groups }: LabelReader): string {
  if ('person' in recipient) {
    return t('toThe.person', { name: persons.get(recipient.person)?.displayName ?? t('toThe.gone') });
  }
  if ('everyone' in recipient) return t(TO_EVERYONE_KEYS[recipient.everyone]);
  const name = groups.get(recipient.group);
  return name === undefined ? t('toThe.pastGroup') : t(TO_GROUP_KEYS[recipient.profile], { group: name });
}

/** The ids of people that labels need names for. */
export function personsOf(recipients: readonly Recipient[]): string[] {
  return recipients.flatMap((recipient) => ('person' in recipient ? [recipient.person] : []));
}

/** The face of a message by its recipients: that of the only person, and otherwise one by all names. */
export function faceOfRecipients(recipients: readonly Recipient[], label: string): AvatarPerson {
  const [first, ...others] = recipients;
  const isPerson = first !== undefined && 'person' in first && others.length === 0;
  return { id: isPerson ? first.person : label, displayName: label };
}
