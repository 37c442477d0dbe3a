// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type Member } from '@volee/core-adapter';
import { waitingCounts } from '../../domain/box/waiting-counts.js';
import type { ScopedReview } from '../../domain/moderation/review-scope.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { MOST_OF_A_KIND, type PortalReader } from './portal-reader.js';

interface OldestReviews {
  /** The number of all that wait. */
  readonly count: number;
  /** The class that all of them are in; undefined when they are in several. */
  readonly groupId: string | undefined;
  /** Those that wait the longest, at most as many as the row names. */
  readonly reviews: readonly ScopedReview[];
  /** The recipients of the message, where a single one waits. */
  readonly recipients: readonly RecipientRow[];
}

export const oldestReviews = oncePerRequest(async (reader: PortalReader): Promise<OldestReviews> => {
  const waiting = await waitingReviews(reader);
  const [first, ...others] = waiting;
  const isSingle = first !== undefined && others.length === 0;
  const recipients = isSingle
    ? await reader.db.repository(RecipientRow).find({ where: { messageId: first.messageId } })
    : [];
  const [groupId, ...otherGroups] = new Set(waiting.map((review) => review.groupId));
  const ofOne = otherGroups.length === 0 ? groupId : undefined;
  return { count: waiting.length, groupId: ofOne, reviews: waiting.slice(0, MOST_OF_A_KIND), recipients };
});

/** The people that messages, reviews and reports on the portal name, by one statement. */
export const portalPeople = oncePerRequest(async (reader: PortalReader): Promise<ReadonlyMap<string, Member>> => {
  const { newest } = await waitingCounts(reader);
  const { reviews, recipients } = await oldestReviews(reader);
  const reports = (await openReports(reader)).slice(0, MOST_OF_A_KIND);
  const ids = [
    ...newest.map(({ authorId }) => authorId),
    ...reviews.map(({ authorId }) => authorId),
    ...recipients.map(({ toPerson }) => toPerson),
    ...reports.map(({ report }) => report.reportedBy),
  ].filter((id) => id !== null);
  return ids.length === 0 ? new Map() : reader.directory.persons([...new Set(ids)]);
});
