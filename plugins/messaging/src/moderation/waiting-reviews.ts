// SPDX-License-Identifier: EUPL-1.2
import type { PortalRequest } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { MessagingKey, MessagingPermission } from '../brick-types.js';
import { readPupilsHours } from '../policy/read-policy.js';
import { MessageRow } from '../store/message.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { scopeOfReview, type ScopedReview } from './review-scope.js';

/** Reviews that are read: the ones that wait the longest. */
const MOST = 200;

export type ReviewReader = Pick<
  PortalRequest<MessagingPermission, MessagingKey>,
  'db' | 'access' | 'school' | 'clock' | 'directory'
>;

/** Messages that wait for the decision of the user, the oldest first. Messages of an erased pupil wait for nobody. */
export async function waitingReviews(reader: ReviewReader): Promise<ScopedReview[]> {
  const { db, access } = reader;
  if (!(await access.can('moderate'))) return [];
  const groupIds = (await access.groups('moderate')).map(({ id }) => id);
  const rows = await db.repository(ReviewRow).find({
    where: { state: 'waiting', groupId: In(groupIds) },
    order: { heldAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const reviews = await reviewsOfUser(rows, reader);
  if (reviews.length === 0) return [];
  const orphans = await db.repository(MessageRow).find({
    select: ['id'],
    where: { id: In(reviews.map(({ messageId }) => messageId)), authorId: IsNull() },
  });
  const orphanIds = new Set(orphans.map(({ id }) => id));
  return reviews.filter(({ messageId }) => !orphanIds.has(messageId));
}

/** Those of these reviews that the user may know of. */
export async function reviewsOfUser(
  rows: readonly ReviewRow[],
  { db, access, school, clock }: ReviewReader,
): Promise<ScopedReview[]> {
  if (rows.length === 0) return [];
  const hours = await readPupilsHours({ db, school });
  const scoped = rows.map((row) => scopeOfReview(row, hours, clock.now()));
  return access.filter('moderate', scoped);
}
