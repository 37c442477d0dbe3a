// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { expandRecipients, type Recipient } from '../../../domain/rules/recipients.js';
import { SHOWN } from '../../../domain/write/candidates.js';
import { fieldOf, recipientKey } from '../../../domain/write/recipient.input.js';
import { recipientLabel } from '../../../domain/words/recipient-labels.js';
import { byRank } from './by-rank.js';
import { markedPieces, matchesWords, searchWords } from './marked-pieces.js';
import { personDetail } from './person-detail.js';
import type { ChoiceModel, Chip, Found, RecipientTick, SearchModel, TicksModel } from './write.model.js';
import { searches, type WriteMaterial, type WriteReader } from './write-material.js';

const BY_LABEL = new Intl.Collator('fr', { numeric: true });

/** The recipients of a message: those chosen, and those that can be. */
export function presentChoice(material: WriteMaterial, reader: WriteReader): ChoiceModel {
  const counts = new Map(material.candidates.groups.map(({ recipient, count }) => [recipientKey(recipient), count]));
  const counted = { ...material, counts };
  return searches(material, reader) ? presentSearch(counted, reader) : presentTicks(counted, reader);
}

/** A large school has a thousand parts of groups: their counts are found by key. */
interface Counted extends WriteMaterial {
  readonly counts: ReadonlyMap<string, number>;
}

function presentTicks(material: Counted, reader: WriteReader): TicksModel {
  const { recipients, candidates, unreached } = material;
  const { user, t } = reader;
  const chosen = new Set(recipients.map(recipientKey));
  const named = byName([...candidates.persons].flatMap((id) => reader.persons.get(id) ?? []));
  const persons = byRank(named, candidates.relations);
  const offered: Recipient[] = [
    // A group of one is that person.
    ...candidates.groups.filter(({ count }) => count > 1).map(({ recipient }) => recipient),
    ...persons.map(({ id }) => ({ person: id })),
  ];
  const known = new Set(offered.map(recipientKey));
  const others = recipients.filter((one) => unreached.includes(one) || !known.has(recipientKey(one)));
  const isPupil = user.profiles.includes('pupil');
  return {
    kind: 'ticks',
    label: isPupil ? t('write.who') : whoLabel(material, reader),
    ticks: offered
      .filter((one) => !others.some((other) => recipientKey(other) === recipientKey(one)))
      .map((one) => presentTick(one, chosen.has(recipientKey(one)), material, reader)),
    chips: others.map((one) => presentChip(one, material, reader)),
  };
}

/** « À qui, pour Inès et Noé » */
function whoLabel({ candidates }: WriteMaterial, { user, persons, t, format }: WriteReader): string {
  const children = [...(candidates.relations.childrenOf.get(user.id) ?? [])];
  const names = children.flatMap((id) => persons.get(id)?.givenName ?? []);
  return names.length > 0 ? t('write.whoFor', { children: format.list(names) }) : t('write.who');
}

function presentTick(recipient: Recipient, isTicked: boolean, material: Counted, reader: WriteReader): RecipientTick {
  const label = labelOf(recipient, material, reader);
  return { ...fieldOf(recipient), isTicked, label, ...faceOf(recipient, label, material, reader) };
}

function presentSearch(material: Counted, reader: WriteReader): SearchModel {
  const { recipients, candidates, search } = material;
  const { t } = reader;
  const words = searchWords(search);
  const chosen = new Set(recipients.map(recipientKey));
  const isFree = (one: Recipient): boolean => !chosen.has(recipientKey(one));
  const show = (one: Recipient): Found => presentFound(one, words, material, reader);
  const groups = candidates.groups
    .map(({ recipient }) => ({ recipient, label: labelOf(recipient, material, reader) }))
    .filter(({ recipient }) => isFree(recipient))
    .sort((one, other) => BY_LABEL.compare(one.label, other.label));
  const base = {
    kind: 'search' as const,
    search,
    chips: recipients.map((one) => presentChip(one, material, reader)),
    groups: groups.flatMap(({ recipient }) => (isListed(recipient, material) ? show(recipient) : [])),
  };
  if (words.length === 0) return { ...base, found: [], foundLabel: undefined, note: undefined };
  const persons = byName([...reader.persons.values()]).filter(
    ({ id, displayName }) => candidates.persons.has(id) && isFree({ person: id }) && matchesWords(displayName, words),
  );
  const found = [
    ...groups.filter(({ label }) => matchesWords(label, words)).map(({ recipient }) => recipient),
    ...persons.map(({ id }) => ({ person: id })),
  ];
  const note = found.length === 0 ? t('write.nobody') : found.length > SHOWN ? t('write.more') : undefined;
  const foundLabel = found.length > 0 ? t('write.found', { search }) : undefined;
  return { ...base, found: found.slice(0, SHOWN).map(show), foundLabel, note };
}

function isListed(recipient: Recipient, { listed }: Pick<WriteMaterial, 'listed'>): boolean {
  return !('group' in recipient) || listed.has(recipient.group);
}

function presentFound(recipient: Recipient, words: readonly string[], material: Counted, reader: WriteReader): Found {
  const label = labelOf(recipient, material, reader);
  const face = faceOf(recipient, label, material, reader);
  const group = 'person' in recipient ? groupWith(recipient.person, material) : undefined;
  const already = group && reader.t('write.already', { group: labelOf(group, material, reader) });
  return {
    ...face,
    key: recipientKey(recipient),
    pieces: markedPieces(label, words),
    detail: [face.detail, already].filter(Boolean).join(', '),
  };
}

/** The chosen group in which a person is already. */
function groupWith(personId: string, { recipients, judged }: WriteMaterial): Recipient | undefined {
  const sender = { personId: '', relations: judged.relations };
  return recipients.find((one) => !('person' in one) && expandRecipients([one], sender).persons.has(personId));
}

function presentChip(recipient: Recipient, material: Counted, reader: WriteReader): Chip {
  const isOut = material.unreached.includes(recipient);
  const label = labelOf(recipient, material, reader);
  const { detail } = faceOf(recipient, label, material, reader);
  return {
    ...fieldOf(recipient),
    key: recipientKey(recipient),
    label,
    detail: isOut || detail === '' ? undefined : detail,
    isGroup: !('person' in recipient),
    isOut,
  };
}

function labelOf(recipient: Recipient, { candidates }: WriteMaterial, { t, persons }: WriteReader): string {
  if ('person' in recipient && !persons.has(recipient.person)) return t('refused.person');
  const group = 'group' in recipient ? candidates.relations.groups.get(recipient.group) : undefined;
  const groups = new Map<string, string>(group ? [[group.id, group.name]] : []);
  return recipientLabel(recipient, { t, persons, groups });
}

function faceOf(
  recipient: Recipient,
  label: string,
  { candidates, counts }: Counted,
  reader: WriteReader,
): Pick<RecipientTick, 'detail' | 'face' | 'isGroup'> {
  const { relations } = candidates;
  if ('person' in recipient) {
    const person = reader.persons.get(recipient.person);
    const detail = person ? personDetail(person, relations, reader) : '';
    return { detail, face: { id: recipient.person, displayName: label }, isGroup: false };
  }
  const key = recipientKey(recipient);
  const count = counts.get(key);
  const detail = count === undefined ? '' : reader.t('write.count', { count });
  return { detail, face: { id: key, displayName: label }, isGroup: true };
}

function byName(persons: Member[]): Member[] {
  const nameOf = ({ familyName, givenName }: Member): string => `${familyName} ${givenName}`;
  return persons.sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'fr'));
}
