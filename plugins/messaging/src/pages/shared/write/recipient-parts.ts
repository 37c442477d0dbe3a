// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from '../../../domain/rules/recipients.js';
import { fieldOf, recipientKey } from '../../../domain/write/recipient.input.js';
import { recipientLabel } from '../../../domain/words/recipient-labels.js';
import { groupName } from '../../../domain/words/group-names.js';
import { personDetail } from './person-detail.js';
import type { Chip, RecipientTick } from './write.model.js';
import type { WriteMaterial, WriteReader } from './write-material.js';

/** A large school has a thousand parts of groups: their counts are found by key. */
export interface Counted extends WriteMaterial {
  readonly counts: ReadonlyMap<string, number>;
}

export function countGroups(material: WriteMaterial): Counted {
  const { groups } = material.candidates;
  return { ...material, counts: new Map(groups.map(({ recipient, count }) => [recipientKey(recipient), count])) };
}

/** A chosen recipient that has no box on the page. */
export function presentChip(recipient: Recipient, material: Counted, reader: WriteReader): Chip {
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

export function labelOf(recipient: Recipient, { candidates }: WriteMaterial, reader: WriteReader): string {
  const { t, persons, school } = reader;
  if ('person' in recipient && !persons.has(recipient.person)) return t('refused.person');
  if ('everyone' in recipient && recipient.everyone === 'teacher' && school.kind === 'primary') {
    return t('audience.council');
  }
  const group = 'group' in recipient ? candidates.relations.groups.get(recipient.group) : undefined;
  const groups = new Map<string, string>(group ? [[group.id, groupName(group, t)]] : []);
  return recipientLabel(recipient, { t, persons, groups });
}

export function faceOf(
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
