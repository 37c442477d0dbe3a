// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from '../../../domain/rules/recipients.js';
import { fieldOf, recipientKey } from '../../../domain/write/recipient.input.js';
import { byName } from './by-name.js';
import { byRank } from './by-rank.js';
import { countGroups, faceOf, labelOf, presentChip, type Counted } from './recipient-parts.js';
import { presentSearch } from './search.presenter.js';
import type { ChoiceModel, RecipientTick, TicksModel } from './write.model.js';
import { searches, type WriteMaterial, type WriteReader } from './write-material.js';

/** The recipients of a message: those chosen, and those that can be. */
export function presentChoice(material: WriteMaterial, reader: WriteReader): ChoiceModel {
  const counted = countGroups(material);
  return searches(material, reader) ? presentSearch(counted, reader) : presentTicks(counted, reader);
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
