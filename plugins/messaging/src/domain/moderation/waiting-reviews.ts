// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type PortalRequest } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';
import { waitingCounts } from '../box/waiting-counts.js';
import { ReviewRow } from '../../store/review.entity.js';
import { scopeReviews, type ScopedReview } from './review-scope.js';

/** The maximum number of reviews that are read; those that have waited the longest come first. */
const MOST = 200;

export type ReviewReader = Pick<
  PortalRequest<MessagingPermission, MessagingKey>,
  'db' | 'access' | 'school' | 'clock' | 'directory' | 'user'
>;

/** Messages that wait for the decision of the user, the oldest first. Only for a head do they tell when the head knows. Those of an erased pupil wait for nobody. */
export const waitingReviews = oncePerRequest(async (reader: ReviewReader): Promise<readonly ScopedReview[]> => {
  const { db, access } = reader;
  if ((await waitingCounts(reader)).reviews === 0) return [];
  const groupIds = (await access.groups('moderate')).map(({ id }) => id);
  const rows = await db.repository(ReviewRow).find({
    where: { state: 'waiting', groupId: In(groupIds) },
    order: { heldAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  return reviewsOfUser(rows, reader);
});

export async function reviewsOfUser(rows: readonly ReviewRow[], reader: ReviewReader): Promise<ScopedReview[]> {
  const { access, user } = reader;
  const scoped = await scopeReviews(rows, reader, { withHead: user.profiles.includes('head') });
  return access.filter(
    'moderate',
    scoped.filter(({ notFor }) => !notFor.has(user.id)),
  );
}
