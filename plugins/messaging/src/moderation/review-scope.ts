// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { moderationDeadlines } from '../rules/moderation-deadlines.js';
import type { QuietHours } from '../rules/policy.js';
import type { ReviewRow } from '../store/review.entity.js';

export type ScopedReview = ReviewRow & { readonly visibleTo: readonly Profile[] };

/** Only teachers of the class know of a review; after 3 school days the head does, too. */
export function scopeOfReview(review: ReviewRow, pupilsHours: QuietHours, now: Date): ScopedReview {
  const { headSeesAt } = moderationDeadlines(review.heldAt, pupilsHours);
  return { ...review, visibleTo: headSeesAt <= now ? ['teacher', 'head'] : ['teacher'] };
}
