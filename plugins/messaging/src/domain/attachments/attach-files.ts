// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, UnavailableError, type SchoolDatabase, type SchoolStorage } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { makeRoom, MOST_UNSENT_BYTES, readRoom, readUnsent } from '../write/draft-room.js';
import { beginTurns, waitTurn } from '../ration/take-turn.js';
import { MessageRow } from '../../store/message.entity.js';
import { filesOf } from '../message/files-of.js';
import { MOST_FILES, MOST_TOGETHER } from './limits.js';
import { receiveFiles, type ReceivedFile, type RefusedFile } from './receive-files.js';

type AttachTools = Pick<MessagingRequest, 'db' | 'storage' | 'clock' | 'files' | 'user'>;

/** The files of a form that were attached, and those that were refused. */
export interface Attached {
  readonly names: readonly string[];
  readonly refused: readonly RefusedFile[];
  /** The subjects of the drafts that were deleted from the trash to make room. */
  readonly dropped: readonly string[];
}

/** The draft that files are attached to. */
interface AttachTo {
  /** The id of the message, where there is one before the files arrive. */
  readonly messageId?: string | undefined;
  /** Called once all content has arrived. @returns the id of the message; undefined where an earlier press has brought the files already */
  readonly claim?: () => Promise<string | undefined>;
}

/**
 * Attaches the files of a form to a draft, as many as it has room for. Rows are written, and room is made, after all content has
 * arrived: a transaction must not wait for a stream, and an upload that breaks off takes nothing out of the trash.
 * @throws ConflictError when the draft was sent or thrown away in the meantime
 */
export async function attachFiles(
  { messageId, claim = () => Promise.resolve(messageId) }: AttachTo,
  tools: AttachTools,
): Promise<Attached> {
  const { db, storage, files: incoming, user } = tools;
  await beginTurns('draft', user, tools);
  const before = roomOf(messageId === undefined ? [] : await filesOf(messageId, db));
  const room = await readRoom(user.id, db);
  const { files, refused } = await receiveFiles(incoming, { ...before, room }, storage);
  const { dropped, rest } = await writeFiles(claim, files, tools);
  await removeAll(rest, storage);
  const late = rest.map(({ name, bytes }) => ({ name, bytes, reason: 'together' as const }));
  return {
    names: files.filter((file) => !rest.includes(file)).map(({ name }) => name),
    refused: [...refused, ...late],
    dropped,
  };
}

/** Makes room for the files and writes their rows; when that fails, their content goes. */
async function writeFiles(
  claim: NonNullable<AttachTo['claim']>,
  files: readonly ReceivedFile[],
  tools: AttachTools,
): Promise<Pick<Attached, 'dropped'> & { readonly rest: readonly ReceivedFile[] }> {
  const { db, storage, user } = tools;
  try {
    const messageId = await claim();
    if (messageId === undefined) await removeAll(files, storage);
    if (messageId === undefined || files.length === 0) return { dropped: [], rest: [] };
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const dropped = await makeRoom(user.id, { drafts: 0, bytes }, tools);
    return { dropped, rest: await db.transaction(() => insertFiles(messageId, files, tools)) };
  } catch (error) {
    // When the database is unavailable, the rows may have been written. The host removes the content if they were not.
    if (!(error instanceof UnavailableError)) await removeAll(files, storage);
    throw error;
  }
}

async function removeAll(files: readonly ReceivedFile[], storage: Pick<SchoolStorage, 'remove'>): Promise<void> {
  for (const { key } of files) await storage.remove(key);
}

/** @returns the files for which another request has taken the room */
async function insertFiles(
  messageId: string,
  files: readonly ReceivedFile[],
  { db, clock, user }: Pick<AttachTools, 'db' | 'clock' | 'user'>,
): Promise<ReceivedFile[]> {
  await waitTurn('draft', user, { db });
  await claimDraft(messageId, clock.now(), db);
  const { files: count, bytes: before } = roomOf(await filesOf(messageId, db));
  const taken: ReceivedFile[] = [];
  let room = Math.min(MOST_TOGETHER - before, MOST_UNSENT_BYTES - (await readUnsent(user.id, db)).bytes);
  for (const file of files) {
    if (count + taken.length >= MOST_FILES || file.bytes > room) continue;
    taken.push(file);
    room -= file.bytes;
  }
  await db.repository(AttachmentRow).insert(
    taken.map(({ name, bytes: size, key }) => ({
      messageId,
      name,
      bytes: size,
      storageKey: key,
      addedAt: clock.now(),
    })),
  );
  return files.filter((file) => !taken.includes(file));
}

/** Locks the draft until the transaction ends: another request for it waits, and one that sends it comes before or after. */
export async function claimDraft(messageId: string, now: Date, db: SchoolDatabase): Promise<void> {
  const changed = await db.repository(MessageRow).update({ id: messageId, state: 'draft' }, { sentAt: now });
  if (changed === 0) throw new ConflictError('The message is no draft any more.');
}

function roomOf(rows: readonly AttachmentRow[]): { files: number; bytes: number } {
  return { files: rows.length, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
}
