// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { recipientOf } from '../message/read-message.js';
import { readLetters, type Letter } from '../box/read-letters.js';
import { groupNames } from '../words/group-names.js';
import { personsOf } from '../words/recipient-labels.js';
import type { Recipient } from '../rules/recipients.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { shownKey } from '../reports/shown-text.js';
import { scopeReviews, type ScopedReview } from './review-scope.js';
import { reviewsOfUser, waitingReviews } from './waiting-reviews.js';

/** The maximum number of reviews on the page; those that have waited the longest come first. */
const SHOWN = 50;
/**
 * The maximum number of decisions of others on the page, and the time for which they stay there: the reader may just have wanted to decide.
 */
const SHOWN_DECISIONS = 5;
const HOUR = 3_600_000;

export interface ReviewedLetter extends Letter {
  readonly review: ScopedReview;
  readonly recipients: readonly Recipient[];
  /** The words by which it was refused for the class before, the oldest first. */
  readonly refusals: readonly RefusalRow[];
  /** The report by which a teacher has shown it to the heads. */
  readonly report: ReportRow | undefined;
}

export interface ReviewPage {
  /** The number of waiting reviews, also of those that the page has no room for. */
  readonly count: number;
  readonly waiting: readonly ReviewedLetter[];
  /** Decisions of others in the last hour. */
  readonly decided: readonly ReviewedLetter[];
  readonly persons: ReadonlyMap<string, Member>;
  readonly groups: ReadonlyMap<string, string>;
}

/** The messages that the user may accept, the oldest first, and what another teacher has just decided. */
export async function readReviews(request: MessagingRequest, most = SHOWN): Promise<ReviewPage> {
  const { db, directory, user } = request;
  const reviews = await waitingReviews(request);
  const waiting = reviews.slice(0, most);
  // A teacher reads on this page, and on no other one, that the head sees a message as well.
  const scoped = user.profiles.includes('head') ? waiting : await scopeReviews(waiting, request);
  const shown = [...scoped, ...(await decidedByOthers(request))];
  const messageIds = [...new Set(shown.map(({ messageId }) => messageId))];
  const letters = await readLetters(messageIds, db);
  const rows = await db.repository(RecipientRow).find({ where: { messageId: In(messageIds) } });
  const words = await db
    .repository(RefusalRow)
    .find({ where: { messageId: In(messageIds) }, order: { decidedAt: 'ASC', id: 'ASC' } });
  const reports = await db
    .repository(ReportRow)
    .find({ where: { messageId: In(waiting.map(({ messageId }) => messageId)) } });
  const lines = shown.flatMap((review) => {
    const letter = letters.get(review.messageId);
    if (!letter || letter.message.authorId === null) return [];
    const recipients = rows.filter(({ messageId }) => messageId === review.messageId).flatMap(recipientOf);
    const refusals = words.filter((refusal) => refusal.reviewId === review.id);
    const key = shownKey(letter.message);
    const report = reports.find((one) => one.messageId === key.messageId && one.shownSentAt === key.shownSentAt);
    return [{ ...letter, review, recipients, refusals, report }];
  });
  const ids = lines.flatMap(({ message, review, recipients, refusals, report }) =>
    [
      message.authorId,
      review.decidedBy,
      report?.reportedBy ?? null,
      report?.closedBy ?? null,
      ...refusals.map(({ decidedBy }) => decidedBy),
    ]
      .filter((id) => id !== null)
      .concat(personsOf(recipients)),
  );
  return {
    count: reviews.length,
    waiting: lines.filter(({ review }) => review.state === 'waiting'),
    decided: lines.filter(({ review }) => review.state !== 'waiting'),
    persons: await directory.persons([...new Set(ids)]),
    groups: await groupNames(request),
  };
}

async function decidedByOthers(request: MessagingRequest): Promise<ScopedReview[]> {
  const { db, access, clock, user } = request;
  const groupIds = (await access.groups('moderate')).map(({ id }) => id);
  const since = new Date(clock.now().getTime() - HOUR);
  const rows = await db.repository(ReviewRow).find({
    where: { state: In(['accepted', 'refused']), groupId: In(groupIds), decidedAt: MoreThan(since) },
    order: { decidedAt: 'DESC', id: 'DESC' },
  });
  const ofOthers = rows.filter(({ decidedBy }) => decidedBy !== null && decidedBy !== user.id);
  return (await reviewsOfUser(ofOthers, request)).slice(0, SHOWN_DECISIONS);
}
