// SPDX-License-Identifier: EUPL-1.2
import {
  ConflictError,
  NotFoundError,
  UnavailableError,
  type Log,
  type NewRow,
  type SchoolStorage,
  type StoredFile,
} from '@volee/core-adapter';
import type { FileShareRequest } from './brick-types.js';
import { FileRow } from './file.entity.js';
import { freeName } from './free-name.js';
import { placeOf } from './place-of.js';
import type { Space } from './space.js';

/** Attempts to find a free name. Of concurrent uploads with the same name one succeeds each time, and no class has this many pupils. */
const ATTEMPTS = 100;

type DepositTools = Pick<FileShareRequest, 'files' | 'storage' | 'db' | 'clock' | 'user' | 'log'>;
type DeleteTools = Pick<FileShareRequest, 'storage' | 'db' | 'audit' | 'log'>;
type Received = StoredFile & { readonly name: string };

/** A stored file and its space. */
export interface Deposited {
  readonly name: string;
  /** Whether the name was taken, so that the file got a number. */
  readonly isRenamed: boolean;
}

/**
 * Puts the files of a request into a space, either all of them or none. A file with a name that is taken gets a number.
 * @param mark identifies an upload of one file: when a file with this mark exists, that file is returned and nothing is stored
 * @throws TooLargeError beyond `maxBytes`, InputError when the connection breaks off
 */
export async function depositFiles(
  space: Space,
  maxBytes: number,
  tools: DepositTools,
  mark: string | null = null,
): Promise<Deposited[]> {
  const { files, storage, log } = tools;
  const received: Received[] = [];
  try {
    for await (const { name, content } of files) {
      received.push({ name, ...(await storage.store(content, { maxBytes })) });
    }
    if (received.length === 0) return [];
    const rows = await insertFiles(space, received, mark, tools);
    const used = new Set(rows.map(({ storageKey }) => storageKey));
    for (const { key } of received) if (!used.has(key)) await discard(key, storage, log);
    return rows.map(({ name }, index) => ({ name, isRenamed: name !== received[index]?.name }));
  } catch (error) {
    // When the database is unavailable, the rows may have been written. The host removes the content if they were not.
    if (!(error instanceof UnavailableError)) for (const { key } of received) await discard(key, storage, log);
    throw error;
  }
}

/**
 * Rows are written after all content has arrived, because a transaction must not wait for a stream. On MariaDB another upload may take
 * the name or the mark in between: the unique index then refuses the insert, and the next attempt sees it.
 */
async function insertFiles(
  space: Space,
  received: readonly Received[],
  mark: string | null,
  tools: DepositTools,
): Promise<FileRow[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await insertOnce(space, received, mark, tools);
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function insertOnce(
  space: Space,
  received: readonly Received[],
  uploadMark: string | null,
  tools: DepositTools,
): Promise<FileRow[]> {
  const { db, clock, user } = tools;
  const files = db.repository(FileRow);
  const { groupId, ownerId } = space;
  return db.transaction(async () => {
    const before = uploadMark === null ? undefined : await files.findOne({ where: { uploadMark } });
    if (before) return [before];
    const taken = (await files.find({ where: space.where })).map(({ name }) => name);
    const rows: NewRow<FileRow>[] = [];
    for (const { name: wanted, key: storageKey, bytes, sha256 } of received) {
      const name = freeName(wanted, taken);
      taken.push(name);
      const place = placeOf(space, name);
      const addedAt = clock.now();
      rows.push({ groupId, ownerId, addedBy: user.id, name, place, bytes, storageKey, sha256, addedAt, uploadMark });
    }
    return files.insert(rows);
  });
}

/**
 * Deletes a file: the row and its audit record first, and the content after they are committed.
 * @throws NotFoundError when the file was deleted in the meantime
 */
export async function deleteFile(file: FileRow, { storage, db, audit, log }: DeleteTools): Promise<void> {
  await audit('file-share.file.delete', subjectOf(file), async () => {
    const deleted = await db.repository(FileRow).delete({ id: file.id });
    if (deleted === 0) throw new NotFoundError('The file was deleted just before.', { details: { file: file.id } });
  });
  await discard(file.storageKey, storage, log);
}

/** Other users read the audit trail: files of a class are named, and files of a person are identified by id only. */
function subjectOf({ id, groupId, name }: FileRow): Record<string, unknown> {
  return groupId === null ? { file: id } : { file: id, groupId, name };
}

/** Content without a row is removed by the host within about a day, so a failure here is only logged. */
async function discard(key: string, storage: SchoolStorage, log: Log): Promise<void> {
  try {
    await storage.remove(key);
  } catch (error) {
    log.error({ key, err: error }, 'stored content could not be removed; the host removes it later');
  }
}
