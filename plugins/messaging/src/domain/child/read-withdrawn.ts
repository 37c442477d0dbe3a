// SPDX-License-Identifier: EUPL-1.2
import { In, MoreThan } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { BOX_ORDER } from '../box/read-box.js';
import { showCopies, type ShownLetter } from '../box/show-copies.js';
import { toldSince, waitingCounts, type CountReader } from '../box/waiting-counts.js';

/** The maximum number of these messages on a page. */
const MOST = 3;

/**
 * The messages that a pupil took back from a teacher to change them, and has not sent again, the newest first. They wait for nobody: only their
 * author can be told.
 */
export async function readWithdrawn(reader: CountReader): Promise<ShownLetter[]> {
  const { db, user } = reader;
  if ((await waitingCounts(reader)).withdrawn === 0) return [];
  const drafts = await db.repository(CopyRow).find({
    where: { ownerId: user.id, box: 'drafts', isLast: true, at: MoreThan(toldSince(reader).refusedSince) },
    order: BOX_ORDER,
  });
  const messageId = In(drafts.map((copy) => copy.messageId));
  const reviews = await db.repository(ReviewRow).find({ select: ['messageId'], where: { messageId, state: 'lapsed' } });
  const withdrawn = new Set(reviews.map((review) => review.messageId));
  return showCopies(drafts.filter((copy) => withdrawn.has(copy.messageId)).slice(0, MOST), reader);
}
