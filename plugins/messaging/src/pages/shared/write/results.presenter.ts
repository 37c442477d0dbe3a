// SPDX-License-Identifier: EUPL-1.2
import { expandRecipients, type Recipient } from '../../../domain/rules/recipients.js';
import { groupsOf } from '../../../domain/rules/groups-of.js';
import { SHOWN } from '../../../domain/write/candidates.js';
import { recipientKey } from '../../../domain/write/recipient.input.js';
import { byName } from './by-name.js';
import { markedPieces, matchesWords, searchWords } from './marked-pieces.js';
import { faceOf, labelOf, type Counted } from './recipient-parts.js';
import type { Found, ResultsModel } from './write.model.js';
import type { WriteMaterial, WriteReader } from './write-material.js';

const BY_LABEL = new Intl.Collator('fr', { numeric: true });
/** The place of a hit: in the user's classes, in the school, around a pupil that is named, or folded. */
type Place = 'own' | 'school' | 'maybe' | 'others';

/** The people and groups that typed words find, with the user's classes first. */
export function presentResults(material: Counted, reader: WriteReader): ResultsModel {
  const { t } = reader;
  const hits = [...groupHits(material, reader), ...personHits(material, reader)];
  const at = (place: Place): Recipient[] => hits.flatMap((hit) => (hit.place === place ? [hit.recipient] : []));
  const open = [...at('own'), ...at('school'), ...at('maybe')];
  const shown = new Set(open.slice(0, SHOWN));
  const show = (one: Recipient): Found => presentFound(one, material, reader);
  const sections = (['own', 'school', 'maybe'] as const)
    .map((place) => ({
      title: t(`results.${place}`),
      found: at(place)
        .filter((one) => shown.has(one))
        .map(show),
    }))
    .filter(({ found }) => found.length > 0);
  const others = at('others').map(show);
  const isAlone = open.length === 0;
  return {
    sections: isAlone && others.length > 0 ? [{ title: t('results.others'), found: others }] : sections,
    others: isAlone || others.length === 0 ? undefined : { title: t('results.others'), found: others },
    note: presentNote({ hits: hits.map(({ recipient }) => recipient), isCut: open.length > SHOWN }, material, reader),
  };
}

interface Hit {
  readonly recipient: Recipient;
  readonly place: Place;
}

function groupHits(material: Counted, reader: WriteReader): Hit[] {
  return material.candidates.groups
    .map(({ recipient }) => ({ recipient, label: labelOf(recipient, material, reader) }))
    .filter(({ recipient }) => isFree(recipient, material))
    .sort((one, other) => BY_LABEL.compare(one.label, other.label))
    .flatMap(({ recipient, label }) => {
      const place = placeOfGroup(recipient, label, material, reader);
      return place === undefined ? [] : { recipient, place };
    });
}

/** Undefined for a group that the words do not mean. */
function placeOfGroup(recipient: Recipient, label: string, material: Counted, reader: WriteReader): Place | undefined {
  const { search, asked, candidates } = material;
  const { relation, rest, isAll } = asked;
  if ('everyone' in recipient) {
    const isMeant = relation === undefined ? isAll : recipient.everyone === relation;
    return (isMeant && rest.length === 0) || matchesWords(label, searchWords(search)) ? 'school' : undefined;
  }
  if (!('group' in recipient)) return undefined;
  const isOwn = ownGroups(material, reader).has(recipient.group);
  if (relation === undefined) {
    return matchesWords(label, searchWords(search)) ? (isOwn ? 'own' : 'school') : undefined;
  }
  if (recipient.profile !== relation) return undefined;
  if (rest.length === 0) return isOwn ? 'own' : 'others';
  const name = candidates.relations.groups.get(recipient.group)?.name ?? '';
  if (matchesWords(name, rest)) return isOwn ? 'own' : 'school';
  return candidates.groupsNear.has(recipient.group) ? 'maybe' : undefined;
}

function personHits(material: Counted, reader: WriteReader): Hit[] {
  const { candidates, search } = material;
  const words = searchWords(search);
  const own = ownGroups(material, reader);
  const { relations, related } = candidates;
  return byName([...reader.persons.values()])
    .filter(({ id, displayName }) => {
      const isMeant = related.has(id) || (candidates.persons.has(id) && matchesWords(displayName, words));
      return isMeant && isFree({ person: id }, material);
    })
    .map(({ id }) => {
      const groups = (relations.profiles.get(id) ?? []).flatMap((profile) => [...groupsOf(id, profile, relations)]);
      return { recipient: { person: id }, place: groups.some((group) => own.has(group)) ? 'own' : 'school' };
    });
}

function isFree(recipient: Recipient, { recipients }: WriteMaterial): boolean {
  const key = recipientKey(recipient);
  return !recipients.some((one) => recipientKey(one) === key);
}

/** The classes that the user teaches. */
function ownGroups({ candidates }: WriteMaterial, { user }: WriteReader): ReadonlySet<string> {
  const { teaches, groups } = candidates.relations;
  return new Set([...(teaches.get(user.id) ?? [])].filter((id) => groups.get(id)?.kind === 'class'));
}

interface Counting {
  readonly hits: readonly Recipient[];
  readonly isCut: boolean;
}

/** « “maman” : les parents. 1 personne, 1 groupe. » */
function presentNote({ hits, isCut }: Counting, { asked }: WriteMaterial, { t }: WriteReader): string | undefined {
  const { relation, isAll, said } = asked;
  const meaning = relation ?? (isAll ? 'all' : undefined);
  const persons = hits.filter((one) => 'person' in one).length;
  const groups = hits.length - persons;
  const counts = [
    ...(persons > 0 ? [t('write.count', { count: persons })] : []),
    ...(groups > 0 ? [t('results.groups', { count: groups })] : []),
  ];
  const sentences = [
    ...(meaning === undefined ? [] : [t(`understood.${meaning}`, { word: said })]),
    ...(meaning === undefined || hits.length === 0 ? [] : [`${counts.join(', ')}.`]),
    ...(hits.length === 0 ? [t('write.nobody')] : []),
    ...(isCut ? [t('write.more')] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function presentFound(recipient: Recipient, material: Counted, reader: WriteReader): Found {
  const { asked, search } = material;
  const label = labelOf(recipient, material, reader);
  const face = faceOf(recipient, label, material, reader);
  const group = 'person' in recipient ? groupWith(recipient.person, material) : undefined;
  const already = group && reader.t('write.already', { group: labelOf(group, material, reader) });
  const words = asked.relation === undefined ? searchWords(search) : asked.rest;
  return {
    ...face,
    key: recipientKey(recipient),
    pieces: markedPieces(label, words),
    detail: markedPieces([face.detail, already].filter(Boolean).join(', '), asked.rest),
  };
}

/** The chosen group in which a person is already. */
function groupWith(personId: string, { recipients, judged }: WriteMaterial): Recipient | undefined {
  const sender = { personId: '', relations: judged.relations };
  return recipients.find((one) => !('person' in one) && expandRecipients([one], sender).persons.has(personId));
}
