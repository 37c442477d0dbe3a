// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../brick-types.js';
import { recipientOf } from '../deliver/read-message.js';
import { readLetters, type Letter } from '../mailbox/read-letters.js';
import { personsOf } from '../pages/recipient-labels.js';
import { groupNames } from '../pages/group-names.js';
import type { Recipient } from '../rules/recipients.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { readPupilsHours } from '../policy/read-policy.js';
import { ReviewRow } from '../store/review.entity.js';
import { scopeOfReview } from './review-scope.js';

/** Reviews on the page: the ones that wait the longest. */
const SHOWN = 50;

export interface WaitingReviews {
  readonly lines: readonly (Letter & { readonly review: ReviewRow; readonly recipients: readonly Recipient[] })[];
  readonly persons: ReadonlyMap<string, Member>;
  readonly groups: ReadonlyMap<string, string>;
}

/** The messages that the user may accept, the oldest first. */
export async function readReviews(request: MessagingRequest): Promise<WaitingReviews> {
  const { db, access, school, clock, directory } = request;
  const classes = (await access.groups('moderate')).map(({ id }) => id);
  const waiting = await db
    .repository(ReviewRow)
    .find({ where: { state: 'waiting', groupId: In(classes) }, order: { heldAt: 'ASC', id: 'ASC' } });
  const hours = await readPupilsHours({ db, school });
  const scoped = waiting.map((review) => scopeOfReview(review, hours, clock.now()));
  const reviews = (await access.filter('moderate', scoped)).slice(0, SHOWN);
  const messageIds = reviews.map(({ messageId }) => messageId);
  const letters = await readLetters(messageIds, db);
  const rows = await db.repository(RecipientRow).find({ where: { messageId: In(messageIds) } });
  const lines = reviews.flatMap((review) => {
    const letter = letters.get(review.messageId);
    // What an erased pupil wrote waits for nobody any more.
    if (!letter || letter.message.authorId === null) return [];
    const recipients = rows.filter(({ messageId }) => messageId === review.messageId).flatMap(recipientOf);
    return [{ ...letter, review, recipients }];
  });
  const ids = lines.flatMap(({ message, recipients }) => [message.authorId ?? [], personsOf(recipients)].flat());
  return { lines, persons: await directory.persons([...new Set(ids)]), groups: await groupNames(request) };
}
