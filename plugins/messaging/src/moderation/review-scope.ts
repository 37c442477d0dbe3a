// SPDX-License-Identifier: EUPL-1.2
import type { Profile, School } from '@volee/core-adapter';
import { policyOf } from '../policy-of.js';
import { moderationDeadlines } from '../rules/moderation-deadlines.js';
import type { ReviewRow } from '../store/review.entity.js';

export type ScopedReview = ReviewRow & { readonly visibleTo: readonly Profile[] };

/** Only teachers of the class know of a review; after 3 school days the head does, too. */
export function scopeOfReview(review: ReviewRow, school: School, now: Date): ScopedReview {
  const { headSeesAt } = moderationDeadlines(review.heldAt, policyOf(school).quietHours.pupils);
  return { ...review, visibleTo: headSeesAt <= now ? ['teacher', 'head'] : ['teacher'] };
}
