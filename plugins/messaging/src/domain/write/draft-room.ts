// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { In } from 'typeorm';
import { removeUnwanted } from '../retention/remove-messages.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';

/** The limits for one person: the number of drafts, those in the trash included, and the bytes of all their files. */
export const MOST_DRAFTS = 200;
export const MOST_UNSENT_BYTES = 100_000_000;

interface Unsent {
  readonly drafts: number;
  readonly bytes: number;
}

/** The drafts of a person, and their files. */
export async function readUnsent(authorId: string, db: SchoolDatabase): Promise<Unsent> {
  const ids = await draftIds(authorId, db);
  return { drafts: ids.length, bytes: await bytesOf(ids, db) };
}

/** The bytes that the person has left for files when the drafts in their trash are deleted. */
export async function readRoom(authorId: string, db: SchoolDatabase): Promise<number> {
  const ids = await draftIds(authorId, db);
  const thrown = await thrownDrafts(authorId, ids, db);
  const thrownIds = thrown.map(({ messageId }) => messageId);
  return MOST_UNSENT_BYTES - (await bytesOf(ids, db)) + (await bytesOf(thrownIds, db));
}

/**
 * Makes room by deleting drafts in the person's trash, the oldest first, before a new one is refused. When all of them together do not make
 * enough room, none is deleted.
 * @param room what the person is about to add
 * @returns the subjects of the drafts that went
 */
export async function makeRoom(
  authorId: string,
  room: Unsent,
  { db, storage }: { readonly db: SchoolDatabase; readonly storage: Pick<SchoolStorage, 'remove'> },
): Promise<readonly string[]> {
  const ids = await draftIds(authorId, db);
  let [drafts, bytes] = [ids.length + room.drafts, (await bytesOf(ids, db)) + room.bytes];
  if (drafts <= MOST_DRAFTS && bytes <= MOST_UNSENT_BYTES) return [];
  const thrown = await thrownDrafts(authorId, ids, db);
  const thrownIds = thrown.map(({ messageId }) => messageId);
  if (drafts - thrown.length > MOST_DRAFTS || bytes - (await bytesOf(thrownIds, db)) > MOST_UNSENT_BYTES) return [];
  const subjects: string[] = [];
  for (const { id, messageId } of thrown) {
    if (drafts <= MOST_DRAFTS && bytes <= MOST_UNSENT_BYTES) break;
    const ofFiles = await bytesOf([messageId], db);
    // A draft without files makes no room for files.
    if (drafts <= MOST_DRAFTS && ofFiles === 0) continue;
    if (!(await dropThrown({ id, messageId }, db))) continue;
    const dropped = await db.repository(MessageRow).find({ where: { id: messageId } });
    await removeUnwanted(dropped, { db, storage });
    subjects.push(...dropped.map(({ subject }) => subject));
    drafts -= 1;
    bytes -= ofFiles;
  }
  return subjects;
}

/**
 * Takes a draft in the trash from its author for good; from then on no form can send it.
 * @returns false for one that was taken out of the trash meanwhile, and for one that was sent since and thrown away again: others have it
 */
function dropThrown({ id, messageId }: Pick<CopyRow, 'id' | 'messageId'>, db: SchoolDatabase): Promise<boolean> {
  return db.transaction(async () => {
    // With another version, a form that had opened it sends nothing either.
    const locked = await db.repository(MessageRow).increment({ id: messageId, state: 'draft' }, { version: 1 });
    return locked > 0 && (await db.repository(CopyRow).delete({ id, box: 'trash' })) > 0;
  });
}

function thrownDrafts(authorId: string, draftIds: readonly string[], db: SchoolDatabase): Promise<CopyRow[]> {
  return db.repository(CopyRow).find({
    where: { ownerId: authorId, box: 'trash', messageId: In([...draftIds]) },
    order: { at: 'ASC', id: 'ASC' },
  });
}

async function draftIds(authorId: string, db: SchoolDatabase): Promise<string[]> {
  const drafts = await db
    .repository(MessageRow)
    .find({ select: ['id', 'authorId'], where: { authorId, state: 'draft' } });
  return drafts.map(({ id }) => id);
}

async function bytesOf(messageIds: readonly string[], db: SchoolDatabase): Promise<number> {
  if (messageIds.length === 0) return 0;
  return db.repository(AttachmentRow).sum('bytes', { where: { messageId: In([...messageIds]) } });
}
