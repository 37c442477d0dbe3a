// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import type { OwnMessages } from '../../../domain/child/own-messages.js';
import { draftPath, recallPath, threadPath } from '../../../paths.js';
import { isMissed } from '../../../domain/box/read-missed.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import type { MessageState } from '../../../store/message.entity.js';
import { openingOf } from '../opening.js';
import { recipientLabel } from '../../../domain/words/recipient-labels.js';
import type { ChildRecall, OwnLine, OwnState } from './home.model.js';
import { asSentence, eitherOf, namesOf } from './words.js';

export const OWN_STATES = {
  draft: 'back',
  held: 'waits',
  waiting: 'waits',
  sent: 'arrived',
  refused: 'back',
  recalled: 'taken',
} as const satisfies Record<MessageState, OwnState>;

interface OwnReader extends Pick<MessagingRequest, 't' | 'format' | 'url'> {
  readonly groups: ReadonlyMap<string, string>;
  /** Class → its teachers. */
  readonly readFirst: ReadonlyMap<string, readonly Member[]>;
  readonly isPaused: boolean;
}

/** The state of a message of the pupil: « Ton message à Jade attend ». */
export function ownLine(line: OwnMessages['lines'][number], own: OwnMessages, reader: OwnReader): OwnLine {
  const { copy, message, body } = line;
  const { t, url, isPaused } = reader;
  const state = OWN_STATES[message.state];
  const isDraft = message.state === 'draft';
  const recipients = own.recipients.get(message.id) ?? [];
  const missed = own.missed.get(message.id);
  const labelsOf = (some: readonly Recipient[]): string[] =>
    some.map((recipient) => recipientLabel(recipient, { ...reader, persons: own.persons }));
  const labels = labelsOf(recipients.filter((one) => !isMissed(one, missed)));
  const to = labels.length > 0 ? namesOf(labels, reader) : t('person.gone');
  return {
    id: copy.id,
    state,
    title: t(`child.own.${state}`, { to, count: labels.length }),
    opening: openingOf(body, message),
    detail: missed
      ? `${t('child.cameNot', { to: namesOf(labelsOf(recipients.filter((one) => isMissed(one, missed))), reader) })} ${refusedWhy(reviewsOf(line, own), own, t)}`
      : detailOf(line, own, reader),
    url: url(isDraft ? draftPath(copy.id) : threadPath(copy.id)),
    action: t(isDraft ? 'child.finish' : state === 'waits' ? 'child.see' : 'child.readAgain'),
    // During a pause a message that is taken back could not be sent again.
    recall: own.changeable.has(message.id) && !isPaused ? childRecall(copy.id, state, reader) : undefined,
  };
}

/** « Le changer », or of a message that came back « L’écrire autrement ». */
export function childRecall(
  copyId: string,
  state: OwnState,
  { t, url }: Pick<MessagingRequest, 't' | 'url'>,
): ChildRecall {
  const actionUrl = url(recallPath(copyId));
  if (state === 'back') return { actionUrl, label: t('child.writeOther'), undo: undefined };
  return { actionUrl, label: t('child.change'), undo: t('recall.open') };
}

function detailOf({ copy, message }: OwnMessages['lines'][number], own: OwnMessages, reader: OwnReader): string {
  const { t, readFirst, isPaused } = reader;
  const reviews = reviewsOf({ message }, own);
  const when = reader.format.past(copy.at);
  switch (message.state) {
    case 'held': {
      const adult = eitherOf(
        reviews.flatMap(({ groupId }) => readFirst.get(groupId) ?? []),
        t,
      );
      return isPaused ? t('child.notLost', { adult }) : asSentence(t('child.heldSince', { adult, when }));
    }
    case 'waiting':
      if (isPaused) return t('child.notLostLater');
      return own.arrives === undefined
        ? t('child.leaving', { when })
        : t('child.later', { when, arrives: reader.format.when(own.arrives) });
    case 'refused':
      return refusedWhy(reviews, own, t);
    case 'draft':
      return t('child.unsent');
    default:
      return `${asSentence(when)}.`;
  }
}

function reviewsOf(
  { message }: Pick<OwnMessages['lines'][number], 'message'>,
  own: OwnMessages,
): OwnMessages['reviews'] {
  return own.reviews.filter(({ messageId }) => messageId === message.id);
}

/** Why a message, or a part of it, was not delivered. */
export function refusedWhy(
  reviews: OwnMessages['reviews'],
  deciders: Pick<OwnMessages, 'persons'>,
  t: MessagingRequest['t'],
): string {
  const refusal = reviews.find(({ state }) => state === 'refused');
  return refusal ? wordOf(refusal, deciders, t) : t('child.refusedByRules');
}

/** The word of the adult who refused a message, or a kind one when nobody read it in time. */
function wordOf(
  { decidedBy, word }: OwnMessages['reviews'][number],
  { persons }: Pick<OwnMessages, 'persons'>,
  t: MessagingRequest['t'],
): string {
  if (word === null) return t('review.overdue');
  const adult = (decidedBy && persons.get(decidedBy)?.displayName) || t('child.anAdultBegins');
  return t('child.says', { adult, word });
}
