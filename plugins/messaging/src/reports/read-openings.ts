// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not } from 'typeorm';
import type { MessagingRequest } from '../brick-types.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { ReportRow } from '../store/report.entity.js';

/** A thread that a head has opened because of a report. */
export interface Opening {
  /** The name of the head; undefined once they were erased. */
  readonly by: string | undefined;
  readonly at: Date;
  readonly reason: string;
}

/** By which heads a thread was opened. The author of the message and the person that reported it read it, and nobody else. */
export async function readOpenings(
  threadId: string,
  { db, user, directory }: Pick<MessagingRequest, 'db' | 'user' | 'directory'>,
): Promise<Opening[]> {
  const copies = await db
    .repository(CopyRow)
    .find({ select: ['messageId', 'ownerId'], where: { threadId, ownerId: user.id } });
  const messageIds = copies.map(({ messageId }) => messageId);
  const opened = await db
    .repository(ReportRow)
    .find({ where: { messageId: In(messageIds), openedAt: Not(IsNull()) }, order: { openedAt: 'ASC' } });
  if (opened.length === 0) return [];
  const own = await db.repository(MessageRow).find({
    select: ['id'],
    where: { id: In(opened.map(({ messageId }) => messageId)), authorId: user.id },
  });
  const ownIds = new Set(own.map(({ id }) => id));
  const told = opened.filter(({ messageId, reportedBy }) => reportedBy === user.id || ownIds.has(messageId));
  const heads = await directory.persons(told.flatMap(({ openedBy }) => openedBy ?? []));
  return told.flatMap(({ openedBy, openedAt, openedFor }) =>
    openedAt === null
      ? []
      : [
          {
            by: openedBy === null ? undefined : heads.get(openedBy)?.displayName,
            at: openedAt,
            reason: openedFor ?? '',
          },
        ],
  );
}
