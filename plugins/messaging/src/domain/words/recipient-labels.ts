// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { MessagingTexts } from '../../brick-types.js';
import type { Recipient } from '../rules/recipients.js';

const GROUP_WORDS = { pupil: 'pupilsOf', guardian: 'guardiansOf', teacher: 'teamOf' } as const;
const EVERYONE_WORDS = { pupil: 'allPupils', guardian: 'allGuardians', teacher: 'allTeachers' } as const;

/** Names that begin with a level become « les CM1 »; others, such as « Chorale », stay as they are. */
const LEVEL = /^(?:TPS|PS|MS|GS|CP|CE[12]|CM[12]|[3-6](?:e|ème))(?![\p{L}\d])/iu;

export interface LabelReader {
  readonly t: MessagingTexts;
  readonly persons: ReadonlyMap<string, Pick<Member, 'displayName'>>;
  /** The names of the groups that the reader knows. */
  readonly groups: ReadonlyMap<string, string>;
}

/** « Inès Faivre », « Parents des CM1 », « Tous les parents ». */
export function recipientLabel(recipient: Recipient, reader: LabelReader): string {
  if (!('person' in recipient)) return groupLabel(recipient, 'to', reader);
  return reader.persons.get(recipient.person)?.displayName ?? reader.t('person.gone');
}

/** As it follows a name: « à Inès Faivre », « aux parents des CM1 », « à tous les parents ». */
export function toRecipient(recipient: Recipient, reader: LabelReader): string {
  if (!('person' in recipient)) return groupLabel(recipient, 'toThe', reader);
  const { t, persons } = reader;
  return t('toThe.person', { name: persons.get(recipient.person)?.displayName ?? t('toThe.gone') });
}

function groupLabel(
  recipient: Exclude<Recipient, { readonly person: string }>,
  form: 'to' | 'toThe',
  { t, groups }: LabelReader,
): string {
  if ('everyone' in recipient) return t(`${form}.${EVERYONE_WORDS[recipient.everyone]}`);
  const name = groups.get(recipient.group);
  if (name === undefined) return t(`${form}.pastGroup`);
  const group = LEVEL.test(name) ? t('group.class', { class: name }) : name;
  return t(`${form}.${GROUP_WORDS[recipient.profile]}`, { group });
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
