// SPDX-License-Identifier: EUPL-1.2
import { expandRecipients, type Recipient } from '../../../domain/rules/recipients.js';
import { SHOWN } from '../../../domain/write/candidates.js';
import { recipientKey } from '../../../domain/write/recipient.input.js';
import { presentAudiences } from './audiences.presenter.js';
import { byName } from './by-name.js';
import { markedPieces, matchesWords, searchWords } from './marked-pieces.js';
import { faceOf, labelOf, presentChip, type Counted } from './recipient-parts.js';
import type { Chip, Found, SearchModel } from './write.model.js';
import type { WriteMaterial, WriteReader } from './write-material.js';

const BY_LABEL = new Intl.Collator('fr', { numeric: true });

/** The boxes of the groups nearest to the user, or, once words are typed, the people and groups that these find. */
export function presentSearch(material: Counted, reader: WriteReader): SearchModel {
  const { recipients, candidates, search, unreached } = material;
  const { t } = reader;
  const words = searchWords(search);
  const chip = (one: Recipient): Chip => presentChip(one, material, reader);
  if (words.length === 0) {
    const audiences = presentAudiences(material, reader);
    const boxes = [...audiences.open, ...audiences.others].flatMap((section) => section.boxes.map(({ key }) => key));
    const chips = recipients.filter((one) => unreached.includes(one) || !boxes.includes(recipientKey(one))).map(chip);
    return { kind: 'search', search, chips, audiences, found: [], foundLabel: undefined, note: undefined };
  }
  const chosen = new Set(recipients.map(recipientKey));
  const isFree = (one: Recipient): boolean => !chosen.has(recipientKey(one));
  const groups = candidates.groups
    .map(({ recipient }) => ({ recipient, label: labelOf(recipient, material, reader) }))
    .filter(({ recipient, label }) => isFree(recipient) && matchesWords(label, words))
    .sort((one, other) => BY_LABEL.compare(one.label, other.label));
  const persons = byName([...reader.persons.values()]).filter(
    ({ id, displayName }) => candidates.persons.has(id) && isFree({ person: id }) && matchesWords(displayName, words),
  );
  const found = [...groups.map(({ recipient }) => recipient), ...persons.map(({ id }) => ({ person: id }))];
  return {
    ...{ kind: 'search', search, audiences: undefined },
    chips: recipients.map(chip),
    found: found.slice(0, SHOWN).map((one) => presentFound(one, words, material, reader)),
    foundLabel: found.length > 0 ? t('write.found', { search }) : undefined,
    note: found.length === 0 ? t('write.nobody') : found.length > SHOWN ? t('write.more') : undefined,
  };
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
