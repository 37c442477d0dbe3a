// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { readLetters, type Letter } from '../box/read-letters.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import type { ReportRow } from '../../store/report.entity.js';
import { isShown } from './shown-text.js';

type Reported = Pick<ReportRow, 'messageId' | 'reportedBy' | 'shownSentAt'>;
type Author = Pick<MessageRow, 'threadId' | 'authorId'>;

/**
 * The messages beside the reported one that its author and the person who reported it wrote to each other, as far as both had them by an
 * instant. A message of a third person to both is not among them: that person is no part of the report.
 */
export async function sharedMessageIds(
  report: Reported,
  { threadId, authorId }: Author,
  { db, until }: { readonly db: SchoolDatabase; readonly until: Date },
): Promise<string[]> {
  const { messageId, reportedBy } = report;
  // A teacher who shows a message of pupils is no part of its thread.
  if (reportedBy === null || authorId === null || isShown(report)) return [];
  const copies = await db.repository(CopyRow).find({
    select: ['messageId', 'ownerId'],
    where: {
      threadId,
      ownerId: In([reportedBy, authorId]),
      box: In(['inbox', 'sent', 'archive', 'trash']),
      at: LessThanOrEqual(until),
      recalledAt: IsNull(),
    },
  });
  const owners = new Map<string, Set<string>>();
  for (const copy of copies)
    owners.set(copy.messageId, (owners.get(copy.messageId) ?? new Set<string>()).add(copy.ownerId));
  const shared = [...owners].flatMap(([id, of]) => (of.size === 2 && id !== messageId ? [id] : []));
  const written = await db
    .repository(MessageRow)
    .find({ select: ['id'], where: { id: In(shared), authorId: In([reportedBy, authorId]) } });
  return written.map(({ id }) => id);
}

/** These messages and their texts, the oldest first. */
export async function sharedThread(
  report: Reported,
  message: Author,
  at: { db: SchoolDatabase; until: Date },
): Promise<Letter[]> {
  const letters = await readLetters(await sharedMessageIds(report, message, at), at.db);
  return [...letters.values()].sort((one, other) => one.message.sentAt.getTime() - other.message.sentAt.getTime());
}
