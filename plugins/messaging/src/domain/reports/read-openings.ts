// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { MessageRow } from '../../store/message.entity.js';
import type { OpeningRow } from '../../store/opening.entity.js';
import { openingsOfThread } from '../../store/openings.query.js';
import { ReportRow } from '../../store/report.entity.js';

/** A thread that a head has opened because of a report. */
export interface Opening {
  readonly id: string;
  /** The name of the head; undefined once they were erased. */
  readonly by: string | undefined;
  readonly at: Date;
  readonly reason: string;
}

/** The heads who opened a thread. The author of the message and the person who reported it read this, and nobody else. */
export async function readOpenings(
  threadId: string,
  { db, user, directory }: Pick<MessagingRequest, 'db' | 'user' | 'directory'>,
): Promise<Opening[]> {
  const openings = await db.query(openingsOfThread, { threadId, ownerId: user.id });
  const told = await openingsFor(user.id, openings, db);
  const heads = await directory.persons(told.flatMap(({ openedBy }) => openedBy ?? []));
  return told.map(({ id, openedBy, openedAt, reason }) => ({
    id,
    by: openedBy === null ? undefined : heads.get(openedBy)?.displayName,
    at: openedAt,
    reason,
  }));
}

/** The openings that the person is told of: those of a message that they have reported or written. */
export async function openingsFor<Row extends Pick<OpeningRow, 'reportId' | 'messageId'>>(
  personId: string,
  openings: readonly Row[],
  db: SchoolDatabase,
): Promise<Row[]> {
  if (openings.length === 0) return [];
  const reported = await db
    .repository(ReportRow)
    .find({ where: { id: In(openings.map(({ reportId }) => reportId)), reportedBy: personId } });
  const written = await db.repository(MessageRow).find({
    select: ['id'],
    where: { id: In(openings.map(({ messageId }) => messageId)), authorId: personId },
  });
  const [reportIds, ownIds] = [reported, written].map((rows) => new Set(rows.map(({ id }) => id)));
  return openings.filter(({ reportId, messageId }) => reportIds?.has(reportId) || ownIds?.has(messageId));
}
