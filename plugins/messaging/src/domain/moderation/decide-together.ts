// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { ReviewRow } from '../../store/review.entity.js';
import { decideReview, type Verdict } from './decide-review.js';
import { reviewsOfUser } from './waiting-reviews.js';

/** The outcome of several decisions that were sent together. */
export interface Decided {
  readonly count: number;
  readonly classes: readonly string[];
  /** Reviews that were decided by somebody else before, or lost to a change of the message. */
  readonly missed: readonly ReviewRow[];
}

/** Decides about each of these reviews that the user may decide about; of the others nothing is told. */
export async function decideTogether(
  ticked: readonly { readonly id: string; readonly version: number }[],
  verdict: Verdict,
  request: MessagingRequest,
): Promise<Decided> {
  const versions = new Map(ticked.map(({ id, version }) => [id, version]));
  const rows = await request.db.repository(ReviewRow).find({ where: { id: In([...versions.keys()]) } });
  const missed: ReviewRow[] = [];
  const done: ReviewRow[] = [];
  for (const review of await reviewsOfUser(rows, request)) {
    const version = versions.get(review.id) ?? 0;
    if (await decideReview(review, { ...verdict, version }, request)) done.push(review);
    else missed.push(review);
  }
  return { count: done.length, classes: [...new Set(done.map(({ groupId }) => groupId))], missed };
}
