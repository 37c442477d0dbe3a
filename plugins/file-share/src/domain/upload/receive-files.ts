// SPDX-License-Identifier: EUPL-1.2
import {
  TooLargeError,
  UnavailableError,
  type IncomingFile,
  type Log,
  type SchoolDatabase,
  type SchoolStorage,
  type StoredFile,
  StorageFullError,
} from '@volee/core-adapter';
import { mendContents } from '../content/mend-contents.js';
import { cleanName } from '../names/clean-name.js';
import { QuotaError, type Room } from '../quota/quota-error.js';

/** The share of the disk that uploads leave free: the database and the backups need room, too. */
const KEPT_FREE = 0.05;

/** The name of a file when cleaning leaves nothing of its own. The host gives the same. */
const NAMELESS = 'fichier';

/** A file of a request, with its name as it is stored, and as it was sent. */
export type ReceivedFile = StoredFile & { readonly name: string; readonly sentName: string };

export interface ReceiveLimits {
  /** The maximum size of one file. */
  readonly maxFileSize: number;
  /** The room for all files together, as people are told. */
  readonly room: Room;
  /** The maximum number of bytes that are read; those of the room when left out. Replaced files give room back afterwards. */
  readonly most?: number;
}

interface ReceiveTools {
  readonly files: AsyncIterable<IncomingFile>;
  readonly storage: SchoolStorage;
  readonly db: SchoolDatabase;
  readonly log: Log;
}

/**
 * Stores the files of a request and has their rows written, all of them or none: streams first, since a transaction must not wait for one.
 * @param write writes the rows, and gives the storage keys that rows name by now: what has another key was stored twice, or in vain
 * @returns what `write` gave, or undefined for a request without files
 * @throws TooLargeError beyond `maxFileSize`, QuotaError beyond the room, StorageFullError on a full disk, InputError when the connection
 * breaks off, and what `write` does
 */
export async function receiveFiles<R extends { readonly keys: ReadonlySet<string> }>(
  limits: ReceiveLimits,
  tools: ReceiveTools,
  write: (received: readonly ReceivedFile[]) => Promise<R>,
): Promise<R | undefined> {
  const received: ReceivedFile[] = [];
  // Keys that are in use by now are kept, whatever happens to the rows of the files.
  const kept = new Set<string>();
  try {
    await storeAll(received, limits, tools);
    if (received.length === 0) return undefined;
    for (const key of await mendContents(received, kept, tools)) await discard(key, tools);
    const written = await write(received);
    for (const key of written.keys) kept.add(key);
    for (const { key } of received) if (!kept.has(key)) await discard(key, tools);
    return written;
  } catch (error) {
    // When the database is unavailable, the rows may have been written. The host removes the content if they were not.
    if (error instanceof UnavailableError) throw error;
    for (const { key } of received) if (!kept.has(key)) await discard(key, tools);
    throw error;
  }
}

/** Asks for room before each file: what cannot be kept is not even read from the network. */
async function storeAll(
  received: ReceivedFile[],
  { maxFileSize, room, most = room.left }: ReceiveLimits,
  { files, storage }: ReceiveTools,
): Promise<void> {
  let left = most;
  for await (const { name, content } of files) {
    await refuseFullDisk(storage);
    const maxBytes = Math.min(maxFileSize, left);
    try {
      const stored = await storage.store(content, { maxBytes });
      received.push({ name: cleanName(name) || NAMELESS, sentName: name.normalize('NFC'), ...stored });
      left -= stored.bytes;
    } catch (error) {
      if (error instanceof TooLargeError && maxBytes < maxFileSize)
        throw new QuotaError({ ...room, wanted: undefined });
      throw error;
    }
  }
}

/** Content without a row is removed by the host within about a day, so that a failure here is only logged. */
async function discard(key: string, { storage, log }: ReceiveTools): Promise<void> {
  try {
    await storage.remove(key);
  } catch (error) {
    log.error({ key, err: error }, 'stored content could not be removed; the host removes it later');
  }
}

/** @throws StorageFullError when less than 5 % of the disk is free; `volee doctor` then says so */
async function refuseFullDisk(storage: Pick<SchoolStorage, 'free'>): Promise<void> {
  const { freeBytes, totalBytes } = await storage.free();
  if (freeBytes >= totalBytes * KEPT_FREE) return;
  throw new StorageFullError('Less than 5 % of the disk of the storage is free, so that files are refused.', {
    remedy: 'Make room on the disk.',
    details: { freeBytes, totalBytes },
  });
}
