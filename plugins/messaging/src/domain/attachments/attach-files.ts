// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, UnavailableError, type SchoolDatabase, type SchoolStorage } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { makeRoom, MOST_UNSENT_BYTES, readRoom, readUnsent } from '../write/draft-room.js';
import { beginTurns, waitTurn } from '../ration/take-turn.js';
import { MessageRow } from '../../store/message.entity.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
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

/** The message of a form, and what an earlier press of the form's button has done with it. */
export interface Claimed {
  readonly messageId: string;
  readonly before?: 'kept' | 'sent' | undefined;
}

/** The draft that files are attached to. A claim is asked for its draft once all content has arrived, and again after a conflict. */
type AttachTo =
  | { readonly messageId: string; readonly claim?: undefined }
  | { readonly messageId: string | undefined; readonly claim: () => Promise<Claimed> };

/**
 * Attaches the files of a form to a draft, as many as it has room for. Rows are written, and room is made, after all content has
 * arrived: a transaction must not wait for a stream, and an upload that breaks off takes nothing out of the trash.
 * @throws ConflictError when the draft was sent or thrown away in the meantime
 */
export async function attachFiles(to: AttachTo, tools: AttachTools): Promise<Attached> {
  const { db, storage, files: incoming, user } = tools;
  const claim = to.claim ?? ((): Promise<Claimed> => Promise.resolve({ messageId: to.messageId }));
  await beginTurns('draft', user, tools);
  const before = roomOf(to.messageId === undefined ? [] : await filesOf(to.messageId, db));
  const room = await readRoom(user.id, db);
  const { files, refused } = await receiveFiles(incoming, { ...before, room }, storage);
  const dropped: string[] = [];
  const { taken, late, reason } = await writeFiles(claim, files, dropped, tools);
  const rest = files.filter((file) => !taken.includes(file));
  await removeAll(rest, storage);
  return {
    names: taken.map(({ name }) => name),
    refused: [...refused, ...late.map(({ name, bytes }) => ({ name, bytes, reason }))],
    dropped,
  };
}

interface Written {
  readonly taken: readonly ReceivedFile[];
  /** The files that are not taken, and that the message does not have from an earlier press. */
  readonly late: readonly ReceivedFile[];
  readonly reason: RefusedFile['reason'];
}

/**
 * Makes room for the files and writes their rows; when that fails, their content goes.
 * @param dropped receives the subjects of the drafts that made room
 */
async function writeFiles(
  claim: () => Promise<Claimed>,
  files: readonly ReceivedFile[],
  dropped: string[],
  tools: AttachTools,
): Promise<Written> {
  const { db, storage, user } = tools;
  try {
    return await againAfterConflict(async () => {
      const claimed = await claim();
      const missing = claimed.before ? missingIn(await filesOf(claimed.messageId, db), files) : files;
      if (claimed.before === 'sent') return { taken: [], late: missing, reason: 'sent' };
      if (missing.length === 0) return { taken: [], late: [], reason: 'together' };
      const bytes = missing.reduce((sum, file) => sum + file.bytes, 0);
      dropped.push(...(await makeRoom(user.id, { drafts: 0, bytes }, tools)));
      return db.transaction(() => insertFiles(claimed, files, tools));
    });
  } catch (error) {
    // When the database is unavailable, the rows may have been written. The host removes the content if they were not.
    if (!(error instanceof UnavailableError)) await removeAll(files, storage);
    throw error;
  }
}

/** The files of a form that its message does not have from an earlier press of the button. */
function missingIn(rows: readonly AttachmentRow[], files: readonly ReceivedFile[]): ReceivedFile[] {
  return files.filter(({ name, bytes }) => !rows.some((row) => row.name === name && row.bytes === bytes));
}

async function removeAll(files: readonly ReceivedFile[], storage: Pick<SchoolStorage, 'remove'>): Promise<void> {
  for (const { key } of files) await storage.remove(key);
}

async function insertFiles(
  { messageId, before }: Claimed,
  files: readonly ReceivedFile[],
  { db, clock, user }: Pick<AttachTools, 'db' | 'clock' | 'user'>,
): Promise<Written> {
  await waitTurn('draft', user, { db });
  await claimDraft(messageId, clock.now(), db);
  const rows = await filesOf(messageId, db);
  const missing = before ? missingIn(rows, files) : files;
  const { files: count, bytes } = roomOf(rows);
  const taken: ReceivedFile[] = [];
  let room = Math.min(MOST_TOGETHER - bytes, MOST_UNSENT_BYTES - (await readUnsent(user.id, db)).bytes);
  for (const file of missing) {
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
  return { taken, late: missing.filter((file) => !taken.includes(file)), reason: 'together' };
}

/** Locks the draft until the transaction ends: another request for it waits, and one that sends it comes before or after. */
export async function claimDraft(messageId: string, now: Date, db: SchoolDatabase): Promise<void> {
  const changed = await db.repository(MessageRow).update({ id: messageId, state: 'draft' }, { sentAt: now });
  if (changed === 0) throw new ConflictError('The message is no draft any more.');
}

function roomOf(rows: readonly AttachmentRow[]): { files: number; bytes: number } {
  return { files: rows.length, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
}
