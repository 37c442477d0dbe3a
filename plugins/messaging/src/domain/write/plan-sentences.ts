// SPDX-License-Identifier: EUPL-1.2
import { nowWords, type TimeReader } from '../words/time-words.js';
import type { MessagingKey } from '../../brick-types.js';
import type { DeliveryPlan, Refusal } from '../message/delivery-plan.js';

const REASON_KEYS = {
  closed: 'refused.closed',
  'other-class': 'refused.otherClass',
  'not-own': 'refused.notOwn',
  'not-taught': 'refused.notTaught',
  'reply-only': 'refused.replyOnly',
  'not-accepted': 'refused.notAccepted',
  stopped: 'refused.stopped',
  'too-many': 'refused.tooMany',
  'sender-left': 'refused.senderLeft',
  'recipient-left': 'refused.recipientLeft',
} as const satisfies Record<Refusal['reason'], MessagingKey>;

/** The maximum number of parts that a button names. */
const MOST_PARTS = 3;

/** The reason why a person may not be written to, in words for the user. */
export function refusalSentence(refusal: Refusal, { t, format }: Pick<TimeReader, 't' | 'format'>): string {
  if (refusal.reason === 'too-many') return t('refused.tooMany', { count: refusal.limit });
  if (refusal.reason !== 'stopped') return t(REASON_KEYS[refusal.reason]);
  const { reason, until } = refusal.breaker;
  return until === null
    ? t('refused.stopped', { reason })
    : t('refused.stoppedUntil', { reason, until: format.dayAndTime(until) });
}

/** A sentence for each instant of delivery, one for what a teacher is to accept, and one for people who are left out. */
export function planSentences({ now, later, held, refused }: DeliveryPlan, reader: TimeReader): string[] {
  const { t } = reader;
  const heldCount = countHeld(held);
  return [
    ...(now.length > 0 ? [t('plan.now', { count: now.length })] : []),
    ...[...later].map(([instant, persons]) =>
      t('plan.later', { count: persons.length, when: reader.format.when(new Date(instant)) }),
    ),
    ...(heldCount > 0 ? [t('plan.held', { count: heldCount })] : []),
    ...(refused.size > 0 ? [t('plan.refused', { count: refused.size })] : []),
  ];
}

/** The label of the button, which says what happens: « Envoyer : 1 ce soir, 41 demain à 7 h ». */
export function sendLabel({ now, later, held }: DeliveryPlan, reader: TimeReader): string {
  const { t } = reader;
  const heldCount = countHeld(held);
  const parts = [
    ...(now.length > 0 ? [{ count: now.length, when: nowWords(reader) }] : []),
    ...[...later].map(([instant, { length }]) => ({ count: length, when: reader.format.when(new Date(instant)) })),
  ];
  const [first] = parts;
  if (heldCount === 0 && parts.length <= 1) {
    return first && now.length === 0 ? t('send.later', { when: first.when }) : t('send.now');
  }
  if (parts.length === 0) return t('send.held');
  if (parts.length > MOST_PARTS) return t('send.each');
  const words = [
    ...parts.map((part) => t('send.part', part)),
    ...(heldCount > 0 ? [t('send.partHeld', { count: heldCount })] : []),
  ];
  return t('send.parts', { parts: words.join(', ') });
}

interface SentReader extends TimeReader {
  readonly user: { readonly id: string };
}

/** The notice after sending, with the number of people that its button takes the message from. */
export function sentNotice(plan: DeliveryPlan, reader: SentReader): string {
  const { now, later, held } = plan;
  const reached = new Set([now, ...later.values(), ...held.values()].flat());
  reached.delete(reader.user.id);
  const undo = reached.size > 0 ? [reader.t('sent.undoFrom', { count: reached.size })] : [];
  return [sentSentence(plan, reader), ...undo].join(' ');
}

function sentSentence({ now, later, held, next }: DeliveryPlan, { t, format }: TimeReader): string {
  if (held.size > 0) return t('sent.held');
  if (now.length === 0 && later.size > 0 && next) return t('sent.later', { when: format.when(next) });
  return t('sent.done');
}

function countHeld(held: DeliveryPlan['held']): number {
  return [...held.values()].flat().length;
}
