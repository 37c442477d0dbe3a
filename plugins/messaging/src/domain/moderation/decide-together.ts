// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { ReviewRow } from '../../store/review.entity.js';
import { decideReview, type Verdict } from './decide-review.js';
import { undoAcceptance, type Undone } from './undo-acceptance.js';
import { reviewsOfUser } from './waiting-reviews.js';

/** A review, and the version of it that a page shows. */
interface Shown {
  readonly id: string;
  readonly version: number;
}

/** The outcome of several decisions that were sent together. */
export interface Decided {
  readonly count: number;
  readonly classes: readonly string[];
  /** The reviews that were decided, each with its version since. */
  readonly done: readonly Shown[];
  /** Reviews that were decided by somebody else before, or lost to a change of the message. */
  readonly missed: readonly ReviewRow[];
}

/** Decides about each of these reviews that the user may decide about; of the others nothing is told. */
export async function decideTogether(
  ticked: readonly Shown[],
  verdict: Verdict,
  request: MessagingRequest,
): Promise<Decided> {
  const versions = new Map(ticked.map(({ id, version }) => [id, version]));
  const rows = await request.db.repository(ReviewRow).find({ where: { id: In([...versions.keys()]) } });
  const missed: ReviewRow[] = [];
  const done: ReviewRow[] = [];
  for (const review of await reviewsOfUser(rows, request)) {
    const version = versions.get(review.id) ?? 0;
    if (await decideReview(review, { ...verdict, version }, request)) done.push({ ...review, version });
    else missed.push(review);
  }
  return {
    count: done.length,
    classes: [...new Set(done.map(({ groupId }) => groupId))],
    done: done.map(({ id, version }) => ({ id, version: version + 1 })),
    missed,
  };
}

/** The outcome of several acceptances that were taken back together, and the classes of those that wait again. */
export interface UndoneTogether {
  readonly outcomes: readonly Undone[];
  readonly classes: readonly string[];
}

/** Takes back the acceptances of these reviews that the user may still decide about. */
export async function undoTogether(accepted: readonly Shown[], request: MessagingRequest): Promise<UndoneTogether> {
  const versions = new Map(accepted.map(({ id, version }) => [id, version]));
  const rows = await request.db.repository(ReviewRow).find({ where: { id: In([...versions.keys()]) } });
  const outcomes: Undone[] = [];
  const classes = new Set<string>();
  for (const review of await reviewsOfUser(rows, request)) {
    const outcome = await undoAcceptance(review, versions.get(review.id) ?? 0, request);
    outcomes.push(outcome);
    if (outcome === 'undone') classes.add(review.groupId);
  }
  return { outcomes, classes: [...classes] };
}
