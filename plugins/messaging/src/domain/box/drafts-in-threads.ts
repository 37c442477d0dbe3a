// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { CopyRow } from '../../store/copy.entity.js';
import { TextRow } from '../../store/text.entity.js';
import type { BoxPage } from './read-box.js';

/** The drafts of a person in some threads, the newest first. */
export function draftsInThreads(
  { ownerId, threadIds }: Pick<CopyRow, 'ownerId'> & { readonly threadIds: readonly string[] },
  db: SchoolDatabase,
): Promise<CopyRow[]> {
  if (threadIds.length === 0) return Promise.resolve([]);
  const where = { threadId: In([...threadIds]), ownerId, box: 'drafts' } as const;
  return db.repository(CopyRow).find({ where, order: { at: 'DESC', id: 'DESC' } });
}

/** A draft of a reply, and its text. */
export interface ThreadDraft {
  readonly copy: CopyRow;
  readonly body: string;
}

/** The user's drafts in the threads of a list, the newest first. */
export async function readThreadDrafts(
  lines: BoxPage['lines'],
  { user, db }: Pick<MessagingRequest, 'user' | 'db'>,
): Promise<ThreadDraft[]> {
  const threadIds = lines.map(({ copy }) => copy.threadId);
  const drafts = await draftsInThreads({ ownerId: user.id, threadIds }, db);
  if (drafts.length === 0) return [];
  const messageIds = drafts.map(({ messageId }) => messageId);
  const texts = await db.repository(TextRow).find({ where: { messageId: In(messageIds) } });
  const bodies = new Map(texts.map(({ messageId, body }) => [messageId, body]));
  return drafts.map((copy) => ({ copy, body: bodies.get(copy.messageId) ?? '' }));
}
