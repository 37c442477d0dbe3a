// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { TooLargeError, type IncomingFile, type SchoolStorage, type StoredFile } from '@volee/core-adapter';
import { MOST_BYTES, MOST_FILES, MOST_TOGETHER } from './limits.js';

/** Why a file is not attached: it is too heavy, all are together, there are too many, it is empty, the person has too much unsent, or the message was sent. */
export type RefusedFile = { readonly name: string; readonly bytes: number } & {
  readonly reason: 'heavy' | 'together' | 'many' | 'empty' | 'unsent' | 'sent';
};

export interface ReceivedFile extends StoredFile {
  readonly name: string;
}

export interface Received {
  readonly files: readonly ReceivedFile[];
  readonly refused: readonly RefusedFile[];
}

/** The number and the bytes of the files that the message already has, and the bytes that the person may add to their unsent ones. */
interface Before {
  readonly files: number;
  readonly bytes: number;
  readonly room: number;
}

/** Stores the files of a form that the message has room for. The others are read to their end, so that the browser reads the answer. */
export async function receiveFiles(
  incoming: AsyncIterable<IncomingFile>,
  before: Before,
  storage: Pick<SchoolStorage, 'store' | 'remove'>,
): Promise<Received> {
  const files: ReceivedFile[] = [];
  const refused: RefusedFile[] = [];
  try {
    for await (const { name, content } of incoming) {
      const received = files.reduce((sum, { bytes }) => sum + bytes, 0);
      const together = MOST_TOGETHER - before.bytes - received;
      const unsent = before.room - received;
      const room = { files: MOST_FILES - before.files - files.length, bytes: Math.max(0, Math.min(together, unsent)) };
      const result = await receiveFile(name, content, room, storage);
      if ('reason' in result) refused.push(unsent < together ? asUnsent(result) : result);
      else files.push(result);
    }
  } catch (error) {
    for (const { key } of files) await storage.remove(key);
    throw error;
  }
  return { files, refused };
}

function asUnsent(refused: RefusedFile): RefusedFile {
  return refused.reason === 'together' ? { ...refused, reason: 'unsent' } : refused;
}

async function receiveFile(
  name: string,
  content: Readable,
  room: Pick<Before, 'files' | 'bytes'>,
  storage: Pick<SchoolStorage, 'store' | 'remove'>,
): Promise<ReceivedFile | RefusedFile> {
  if (room.files <= 0) return { name, bytes: await drain(content), reason: 'many' };
  const most = Math.min(MOST_BYTES, room.bytes);
  const counted = new CountedContent(content, most);
  try {
    const stored = await storage.store(Readable.from(counted), { maxBytes: most });
    if (stored.bytes > 0) return { ...stored, name };
    await storage.remove(stored.key);
    return { name, bytes: 0, reason: 'empty' };
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    return { name, bytes: counted.bytes, reason: counted.bytes > MOST_BYTES ? 'heavy' : 'together' };
  }
}

/** Content up to a limit. Beyond it the rest is read and counted, but not given on. */
class CountedContent {
  bytes = 0;
  readonly #content: Readable;
  readonly #most: number;

  constructor(content: Readable, most: number) {
    this.#content = content;
    this.#most = most;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const chunk of this.#content as AsyncIterable<Buffer>) {
      this.bytes += chunk.length;
      if (this.bytes <= this.#most) yield chunk;
    }
    if (this.bytes > this.#most) throw new TooLargeError('The file is larger than the message has room for.');
  }
}

async function drain(content: Readable): Promise<number> {
  let bytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) bytes += chunk.length;
  return bytes;
}
