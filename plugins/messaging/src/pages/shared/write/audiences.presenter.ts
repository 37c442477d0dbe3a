// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from '@volee/core-adapter';
import type { MessagingKey } from '../../../brick-types.js';
import type { AddressedProfile, Recipient } from '../../../domain/rules/recipients.js';
import { fieldOf, recipientKey } from '../../../domain/write/recipient.input.js';
import { groupName } from '../../../domain/words/group-names.js';
import { asSentence } from '../child/words.js';
import { byName } from './by-name.js';
import { labelOf, type Counted } from './recipient-parts.js';
import type { AudienceBox, AudiencesModel, AudienceSection } from './write.model.js';
import type { WriteReader } from './write-material.js';

/** The classes of a teacher that stand open; more of them are folded, as other groups are. */
const MOST_OWN = 3;
/** The maximum number of heads with a box each. Where there are more, people search for them. */
const MOST_HEADS = 4;
/** The maximum number of teachers in a heading. */
const MOST_NAMES = 3;
const BY_NAME = new Intl.Collator('fr', { numeric: true });

const PART_ORDER: readonly AddressedProfile[] = ['guardian', 'pupil', 'teacher'];
const PART_WORDS = {
  guardian: { key: 'audience.guardians', icon: 'people-fill', colour: 'messages' },
  pupil: { key: 'audience.pupils', icon: 'backpack-fill', colour: 'agenda' },
  teacher: { key: 'audience.team', icon: 'person-video3', colour: 'plum' },
} as const satisfies Record<AddressedProfile, { key: MessagingKey; icon: string; colour: string }>;

/** The groups with a box each, nearest first: the user's classes, the school, and, folded, the other groups. */
export function presentAudiences(material: Counted, reader: WriteReader): AudiencesModel {
  const { candidates, listed } = material;
  const { user, t } = reader;
  const { groups: known, teaches } = candidates.relations;
  const isClass = (id: string): boolean => known.get(id)?.kind === 'class';
  const taught = byGroupName([...(teaches.get(user.id) ?? [])].filter(isClass), material).slice(0, MOST_OWN);
  const own = new Set(taught.map(({ id }) => id));
  const rest = byGroupName(
    [...listed].filter((id) => !own.has(id)),
    material,
  );
  const whole = everyoneBoxes(['guardian', 'pupil'], material, reader);
  const isAtHome = taught.length > 0;
  const school = [
    ...headBoxes(material, reader),
    ...everyoneBoxes(['teacher'], material, reader),
    ...(isAtHome ? [] : whole),
  ];
  const others = [
    ...rest.map((group) => groupSection(group, asSentence(groupName(group, t)), material, reader)),
    { key: 'school', title: t('audience.wholeSchool'), teachers: undefined, boxes: isAtHome ? whole : [] },
  ].filter(hasBoxes);
  return {
    open: [
      ...taught.map((group) => groupSection(group, t('audience.own', { class: group.name }), material, reader)),
      { key: 'school', title: t('audience.school'), teachers: undefined, boxes: school },
    ].filter(hasBoxes),
    others,
    isOthersOpen: others.some(({ boxes }) => boxes.some(({ isTicked }) => isTicked)),
  };
}

function hasBoxes({ boxes }: AudienceSection): boolean {
  return boxes.length > 0;
}

function byGroupName(ids: readonly string[], { candidates }: Counted): Group[] {
  const groups = ids.flatMap((id) => candidates.relations.groups.get(id) ?? []);
  return groups.sort((one, other) => BY_NAME.compare(one.name, other.name));
}

function groupSection(group: Group, title: string, material: Counted, reader: WriteReader): AudienceSection {
  const { t, user } = reader;
  const teaches = material.candidates.relations.teaches.get(user.id)?.has(group.id) === true;
  const boxes = PART_ORDER.flatMap((profile) => {
    const recipient = { group: group.id, profile };
    const count = material.counts.get(recipientKey(recipient));
    if (count === undefined) return [];
    const isOwnTeam = profile === 'teacher' && teaches;
    const detail = isOwnTeam ? t('audience.youAnd', { count }) : t('write.count', { count });
    const { key, icon, colour } = PART_WORDS[profile];
    return boxOf(recipient, { label: t(key), detail, icon, colour }, material);
  });
  return { key: group.id, title, teachers: teacherNames(group, material, reader), boxes };
}

/** The names of the teachers of a group tell two classes of one name apart. */
function teacherNames(
  { id }: Group,
  { candidates }: Counted,
  { user, persons, format }: WriteReader,
): string | undefined {
  const { teaches } = candidates.relations;
  const ids = [...candidates.staff, user.id].filter((personId) => teaches.get(personId)?.has(id));
  // The class of the reader alone needs no name.
  if (ids.length === 1 && ids[0] === user.id) return undefined;
  const names = byName(ids.flatMap((personId) => persons.get(personId) ?? [])).map(({ displayName }) => displayName);
  return names.length > 0 && names.length <= MOST_NAMES ? format.list(names) : undefined;
}

function headBoxes(material: Counted, { t, persons }: WriteReader): AudienceBox[] {
  const { staff, relations } = material.candidates;
  const isHead = (id: string): boolean => relations.profiles.get(id)?.includes('head' satisfies Profile) === true;
  const heads = byName([...staff].filter(isHead).flatMap((id) => persons.get(id) ?? []));
  if (heads.length > MOST_HEADS) return [];
  return heads.flatMap(({ id, displayName }) => {
    const [label, detail] =
      heads.length === 1 ? [t('audience.head'), displayName] : [displayName, t('audience.isHead')];
    return boxOf({ person: id }, { label, detail, icon: 'building', colour: 'slate' }, material);
  });
}

function everyoneBoxes(profiles: readonly AddressedProfile[], material: Counted, reader: WriteReader): AudienceBox[] {
  const { t } = reader;
  return profiles.flatMap((everyone) => {
    const count = material.counts.get(recipientKey({ everyone }));
    if (count === undefined) return [];
    const { icon, colour } = PART_WORDS[everyone];
    const detail = everyone === 'teacher' ? t('audience.allTeachers', { count }) : t('write.count', { count });
    return boxOf({ everyone }, { label: labelOf({ everyone }, material, reader), detail, icon, colour }, material);
  });
}

/** Nothing for a recipient by which nobody is reached: that one is a chip, which says so. */
function boxOf(
  recipient: Recipient,
  words: Pick<AudienceBox, 'label' | 'detail' | 'icon' | 'colour'>,
  { recipients, unreached }: Counted,
): AudienceBox[] {
  const key = recipientKey(recipient);
  if (unreached.some((one) => recipientKey(one) === key)) return [];
  return [{ ...fieldOf(recipient), ...words, key, isTicked: recipients.some((one) => recipientKey(one) === key) }];
}
