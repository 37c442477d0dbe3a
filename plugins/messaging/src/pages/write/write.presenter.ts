// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch, type CurrentUser, type Format, type Member } from '@volee/core-adapter';
import type { Tick } from '@volee/core-adapter/ui';
import type { MessagingKey, MessagingTexts } from '../../brick-types.js';
import { WRITE_PATH } from '../../paths.js';
import type { AddressedProfile, Recipient } from '../../rules/recipients.js';
import type { Candidates } from '../../send/candidates.js';
import type { DeliveryPlan } from '../../send/delivery-plan.js';
import type { Judged } from '../../send/judge-message.js';
import { planSentences, refusalSentence, sendLabel } from '../../send/plan-sentences.js';
import { fieldOf, GROUP_FIELDS } from '../../send/recipient-fields.js';
import { unreachedRecipients } from '../../send/refuse-unreached.js';
import type { BoxHead } from '../box-tabs.js';
import { recipientLabel, type LabelReader } from '../recipient-labels.js';
import { personDetail } from './person-detail.js';
import type { LetterModel, OfferedGroups, WriteModel } from './write.model.js';

/** Persons shown at a time. */
const SHOWN = 40;

const PART_LABELS = {
  pupil: 'write.pupilsOf',
  guardian: 'write.guardiansOf',
  teacher: 'write.teamOf',
} as const satisfies Record<AddressedProfile, MessagingKey>;

interface Writing {
  readonly recipients: readonly Recipient[];
  readonly candidates: Candidates;
  readonly plan: DeliveryPlan;
  readonly judged: Judged;
  readonly search: string;
  readonly waitsUntil: Date | undefined;
}

interface WriteReader {
  readonly user: CurrentUser;
  readonly t: MessagingTexts;
  readonly format: Format;
  readonly url: (path: string) => string;
  readonly persons: ReadonlyMap<string, Member>;
}

export function presentWrite(writing: Writing, head: BoxHead, reader: WriteReader): WriteModel {
  const { recipients, candidates, search, waitsUntil } = writing;
  const { t, format, url, persons } = reader;
  const groups = new Map([...candidates.relations.groups].map(([id, { name }]) => [id, name]));
  const labels = { t, persons, groups };
  const found = findPersons(writing, reader);
  return {
    ...head,
    actionUrl: url(WRITE_PATH),
    search,
    groups: offeredGroups(writing, labels),
    persons: found.slice(0, SHOWN).map((person) => ({
      value: person.id,
      label: person.displayName,
      detail: personDetail(person, candidates.relations, reader),
      checked: recipients.some((one) => 'person' in one && one.person === person.id),
    })),
    hasMore: found.length > SHOWN,
    letter: recipients.length > 0 ? presentLetter(writing, labels, reader) : undefined,
    waits: waitsUntil && t('write.waits', { until: format.dayAndTime(waitsUntil) }),
  };
}

/** Those that match the search, by name; persons chosen before stand first, so that they stay chosen. */
function findPersons({ candidates, search, recipients }: Writing, { persons }: WriteReader): Member[] {
  const words = normaliseForSearch(search).split(' ').filter(Boolean);
  const isChosen = ({ id }: Member): boolean => recipients.some((one) => 'person' in one && one.person === id);
  const matches = ({ displayName }: Member): boolean => {
    const parts = normaliseForSearch(displayName).split(/[\s-]/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const allowed = [...persons.values()].filter(({ id }) => candidates.persons.has(id));
  const byName = (one: Member, other: Member): number =>
    `${one.familyName} ${one.givenName}`.localeCompare(`${other.familyName} ${other.givenName}`, 'fr');
  const chosen = allowed.filter(isChosen).sort(byName);
  return [...chosen, ...allowed.filter((one) => !isChosen(one) && matches(one)).sort(byName)];
}

function offeredGroups({ candidates, recipients }: Writing, labels: LabelReader): OfferedGroups[] {
  const { t } = labels;
  const chosen = new Set(recipients.map((recipient) => key(recipient)));
  const ticksOf = (isOffered: (recipient: Recipient) => boolean): Tick[] =>
    candidates.groups
      .filter(({ recipient }) => isOffered(recipient))
      .map(({ recipient, count }) => ({
        value: fieldOf(recipient).value,
        label: recipientLabel(recipient, labels),
        detail: t('write.count', { count }),
        checked: chosen.has(key(recipient)),
      }))
      .sort((one, other) => one.label.localeCompare(other.label, 'fr'));
  const parts = (['guardian', 'pupil', 'teacher'] as const).map((profile) => ({
    field: GROUP_FIELDS[profile],
    label: t(PART_LABELS[profile]),
    ticks: ticksOf((recipient) => 'group' in recipient && recipient.profile === profile),
  }));
  const school = {
    field: 'toEveryone',
    label: t('write.everyone'),
    ticks: ticksOf((recipient) => 'everyone' in recipient),
  };
  return [...parts, school].filter(({ ticks }) => ticks.length > 0);
}

function key(recipient: Recipient): string {
  const { name, value } = fieldOf(recipient);
  return `${name} ${value}`;
}

function presentLetter(
  { recipients, plan, judged }: Writing,
  labels: LabelReader,
  { user, t, format }: WriteReader,
): LetterModel {
  const unreached = unreachedRecipients(user.id, recipients, judged);
  return {
    fields: recipients.map(fieldOf),
    to: format.list(
      recipients.filter((one) => !unreached.includes(one)).map((recipient) => recipientLabel(recipient, labels)),
    ),
    plan: planSentences(plan, { t, format }),
    refusals: unreached.map((recipient) => {
      const refusal = 'person' in recipient ? plan.refused.get(recipient.person) : [...plan.refused.values()][0];
      const reason = refusal ? refusalSentence(refusal, { t, format }) : t('refused.nobody');
      const who = 'person' in recipient ? t('refused.person') : recipientLabel(recipient, labels);
      return t('refused.line', { who, reason });
    }),
    sendLabel: sendLabel(plan, { t, format }),
  };
}
