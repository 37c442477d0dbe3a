// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { MessagingKey, MessagingRequest } from '../../brick-types.js';
import { ReviewRow } from '../../store/review.entity.js';
import type { Decided } from '../../domain/moderation/decide-together.js';
import type { Verdict } from '../../domain/moderation/decide-review.js';

type NoticeTools = Pick<MessagingRequest, 'db' | 'directory' | 't'>;

const DONE_KEYS = { accepted: 'review.accepted', refused: 'review.refused' } as const;

/** The notice of the next page: the number of decisions, and for each one that came too late the decision before it. */
export async function decisionNotice(
  { count, missed }: Pick<Decided, 'count' | 'missed'>,
  { state }: Pick<Verdict, 'state'>,
  tools: NoticeTools,
): Promise<string> {
  const { db, directory, t } = tools;
  const done = count > 0 ? [t(DONE_KEYS[state], { count })] : [];
  const now = await db.repository(ReviewRow).find({ where: { id: In(missed.map(({ id }) => id)) } });
  const persons = await directory.persons(now.flatMap(({ decidedBy }) => decidedBy ?? []));
  const before = now.map((review) => {
    const who = review.decidedBy === null ? undefined : persons.get(review.decidedBy)?.displayName;
    return t(keyOf(review), { who: who ?? t('person.gone') });
  });
  return [...done, ...new Set(before)].join(' ');
}

/** Of two teachers at once the second one reads what the first one did; of a change, that the message is to be read again. */
function keyOf({ state, decidedBy }: ReviewRow): MessagingKey {
  if (state === 'waiting') return 'review.changed';
  if (state === 'lapsed') return 'review.lapsed';
  if (state === 'accepted') return 'review.acceptedBefore';
  return decidedBy === null ? 'review.refusedByTime' : 'review.refusedBefore';
}
