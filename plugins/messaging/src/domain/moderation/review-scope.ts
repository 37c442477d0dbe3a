// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Profile, type SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { moderationDeadlines } from '../rules/moderation-deadlines.js';
import { MessageRow } from '../../store/message.entity.js';
import type { ReviewRow } from '../../store/review.entity.js';
import { readCountedHours } from './counted-hours.js';

export type ScopedReview = ReviewRow & {
  readonly authorId: string;
  readonly visibleTo: readonly Profile[];
  /** The guardians of the author: they do not decide about messages of their own child. */
  readonly notFor: ReadonlySet<string>;
};

export type ReviewScopeReader = Pick<SchoolWork, 'school' | 'clock' | 'directory' | 'db'>;

/**
 * The people who may know of these reviews: teachers of the class, after 3 school days the head as well. Where all teachers of the class
 * are guardians of the author, the head knows at once. A review of an erased author is nobody's.
 * @param options.withHead whether the answer is for a head as well: else nothing is read about when the head knows
 */
export async function scopeReviews(
  reviews: readonly ReviewRow[],
  reader: ReviewScopeReader,
  { withHead = true } = {},
): Promise<ScopedReview[]> {
  if (reviews.length === 0) return [];
  const { db, clock, directory } = reader;
  const hours = withHead ? await readCountedHours(reader) : undefined;
  const messages = await db.repository(MessageRow).find({
    select: ['id', 'authorId'],
    where: { id: In(reviews.map(({ messageId }) => messageId)) },
  });
  const authors = new Map(messages.map(({ id, authorId }) => [id, authorId]));
  const guardians = await directory.guardiansOf([...new Set(messages.flatMap(({ authorId }) => authorId ?? []))]);
  const scoped: ScopedReview[] = [];
  for (const review of reviews) {
    const authorId = authors.get(review.messageId) ?? null;
    if (authorId === null) continue;
    const notFor = new Set((guardians.get(authorId) ?? []).map(({ id }) => id));
    const isForHead =
      hours !== undefined &&
      (moderationDeadlines(review.heldAt, hours).headSeesAt <= clock.now() ||
        (await teachOnlyThese(notFor, review.groupId, directory)));
    scoped.push({ ...review, authorId, visibleTo: isForHead ? ['teacher', 'head'] : ['teacher'], notFor });
  }
  return scoped;
}

async function teachOnlyThese(
  guardians: ReadonlySet<string>,
  groupId: string,
  directory: SchoolWork['directory'],
): Promise<boolean> {
  if (guardians.size === 0) return false;
  try {
    const teachers = await directory.members(groupId, 'teacher');
    return teachers.every(({ id }) => guardians.has(id));
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
