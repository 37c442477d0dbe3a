// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { MessagingKey, MessagingTexts } from '../brick-types.js';
import type { DeliveryPlan, Refusal } from './delivery-plan.js';

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

export interface Words {
  readonly t: MessagingTexts;
  readonly format: Format;
}

/** Why a person may not be written to, in words for the user. */
export function refusalSentence(refusal: Refusal, { t, format }: Words): string {
  if (refusal.reason === 'too-many') return t('refused.tooMany', { count: refusal.limit });
  if (refusal.reason !== 'stopped') return t(REASON_KEYS[refusal.reason]);
  const { reason, until } = refusal.breaker;
  return until === null
    ? t('refused.stopped', { reason })
    : t('refused.stoppedUntil', { reason, until: format.dayAndTime(until) });
}

/** A sentence for each instant of delivery, one for what a teacher is to accept, and one for persons that are left out. */
export function planSentences({ now, later, held, refused }: DeliveryPlan, { t, format }: Words): string[] {
  const heldCount = [...held.values()].flat().length;
  return [
    ...(now.length > 0 ? [t('plan.now', { count: now.length })] : []),
    ...[...later].map(([instant, persons]) =>
      t('plan.later', { count: persons.length, when: format.dayAndTime(new Date(instant)) }),
    ),
    ...(heldCount > 0 ? [t('plan.held', { count: heldCount })] : []),
    ...(refused.size > 0 ? [t('plan.refused', { count: refused.size })] : []),
  ];
}

/** The label of the button: what happens when it is pressed. */
export function sendLabel({ now, later, held, next }: DeliveryPlan, { t, format }: Words): string {
  if (now.length > 0 && later.size > 0) return t('send.parts');
  if (now.length > 0) return t('send.now');
  if (later.size > 0 && next) return t('send.later', { when: format.dayAndTime(next) });
  return held.size > 0 ? t('send.held') : t('send.now');
}

/** What the next page says after sending. */
export function sentNotice({ now, later, held, next }: DeliveryPlan, { t, format }: Words): string {
  if (held.size > 0) return t('sent.held');
  if (now.length === 0 && later.size > 0 && next) return t('sent.later', { when: format.dayAndTime(next) });
  return t('sent.done');
}
