// SPDX-License-Identifier: EUPL-1.2
import type { MessagingKey, MessagingRequest } from '../../brick-types.js';
import type { WaitingReviews } from '../../moderation/read-reviews.js';
import { REFUSAL_REASONS, type RefusalReason } from '../../moderation/refusal-words.js';
import { acceptPath, refusePath } from '../../paths.js';
import type { BoxHead } from '../box-tabs.js';
import { parseText } from '../../text/parse-text.js';
import { recipientLabel } from '../recipient-labels.js';
import type { ModerationModel } from './moderation.model.js';

const REASON_KEYS = {
  hurtful: 'reason.hurtful',
  'talk-first': 'reason.talkFirst',
  'tells-too-much': 'reason.tellsTooMuch',
  'own-words': 'reason.ownWords',
} as const satisfies Record<RefusalReason, MessagingKey>;

export function presentReviews(
  { lines, persons, groups }: WaitingReviews,
  head: BoxHead,
  { t, format, url }: Pick<MessagingRequest, 't' | 'format' | 'url'>,
): ModerationModel {
  const labels = { t, persons, groups };
  return {
    ...head,
    title: lines.length > 0 ? t('review.title', { count: lines.length }) : t('review.none'),
    lines: lines.map(({ review, message, body, recipients }) => ({
      id: review.id,
      version: String(review.version),
      from: (message.authorId && persons.get(message.authorId)?.displayName) || t('person.gone'),
      group: groups.get(review.groupId) ?? '',
      to: format.list(recipients.map((recipient) => recipientLabel(recipient, labels))),
      when: format.moment(message.sentAt),
      subject: message.subject,
      text: parseText(body),
      acceptUrl: url(acceptPath(review.id)),
      refuseUrl: url(refusePath(review.id)),
    })),
    reasons: REFUSAL_REASONS.map((reason) => ({ value: reason, label: t(REASON_KEYS[reason]) })),
  };
}
