// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import { threadPath } from '../../paths.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { MOST_OF_A_KIND, WEEK, type TaskReader } from './task-reader.js';

/** The user's own messages that a teacher has refused, until they are written otherwise or put away. */
export async function refusedTasks({ db, user, clock, t }: TaskReader): Promise<PortalTask[]> {
  const refused = await db.repository(MessageRow).find({
    where: { authorId: user.id, state: 'refused', sentAt: MoreThan(new Date(clock.now().getTime() - 2 * WEEK)) },
    order: { sentAt: 'DESC', id: 'DESC' },
    take: MOST_OF_A_KIND,
  });
  if (refused.length === 0) return [];
  const messageId = In(refused.map(({ id }) => id));
  const reviews = await db.repository(ReviewRow).find({ where: { messageId, state: 'refused' } });
  const copies = await db.repository(CopyRow).find({ where: { messageId, ownerId: user.id, box: 'sent' } });
  return copies.flatMap((copy) => {
    const message = refused.find(({ id }) => id === copy.messageId);
    const review = reviews.find((one) => one.messageId === copy.messageId);
    if (!message || !review) return [];
    return {
      title: t('portal.refused', { subject: message.subject }),
      detail: review.word ?? t('review.overdue'),
      action: t('portal.read'),
      path: threadPath(copy.id),
    };
  });
}
