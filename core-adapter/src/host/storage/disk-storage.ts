// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, StorageFullError, TooLargeError } from '../../api/errors.js';
import type { SchoolStorage, StoredFile } from '../../api/storage.js';
import { newId } from '../database/new-id.js';

/** A file half received is swept when it is older than this: its upload cannot still be going on. */
const STALE_MS = 24 * 3_600_000;

/** How the system says that a disk, or somebody's share of it, is full (open(2), write(2)). */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Two hexadecimal digits, a slash, a UUID: what `store` makes, and all that `open` accepts (F1: no path from outside). */
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type CreateSink = (path: string, options: { flags: string; mode: number; flush: boolean }) => Writable;

export interface StorageOptions {
  /** What content is written to; a file of that path unless said otherwise. */
  readonly createSink?: CreateSink;
}

/**
 * Files on a disk: `<root>/<brick>/<UAI>/<2 digits>/<uuid>`. Content arrives in `<root>/.incoming`, a name that no brick
 * can have, and is moved into place when it is whole, so that nothing half received ever has a key.
 */
export class DiskStorage {
  readonly #root: string;
  readonly #incoming: string;
  readonly #createSink: CreateSink;

  constructor(root: string, { createSink = createWriteStream }: StorageOptions = {}) {
    this.#root = root;
    this.#incoming = join(root, '.incoming');
    this.#createSink = createSink;
  }

  /** Makes the folder where content arrives, and removes what uploads of a killed process left in it. */
  async prepare(now: Date): Promise<void> {
    await this.#makeIncoming();
    for (const name of await readdir(this.#incoming)) {
      const path = join(this.#incoming, name);
      // One that another process finished or swept meanwhile is no longer there.
      const found = await stat(path).catch(ignoreMissing);
      if (found && now.getTime() - found.mtimeMs > STALE_MS) await rm(path, { force: true });
    }
  }

  forSchool(brick: string, uai: string): SchoolStorage {
    const folder = join(this.#root, brick, uai);
    return {
      store: (content, { maxBytes }) => this.#store(folder, content, maxBytes),
      open: (key) => openFile(folder, key),
      remove: async (key) => {
        if (KEY.test(key)) await rm(join(folder, key), { force: true });
      },
    };
  }

  async #makeIncoming(): Promise<void> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
  }

  async #store(folder: string, content: Readable, maxBytes: number): Promise<StoredFile> {
    const id = newId();
    const incoming = join(this.#incoming, id);
    const meter = new Meter(maxBytes);
    // One that breaks off while the folder is made would have nobody to tell, and end the process; the pipeline tells it then.
    content.on('error', () => undefined);
    let sink: Writable | undefined;
    try {
      await this.#makeIncoming();
      sink = this.#createSink(incoming, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(content, meter, sink);
      const key = `${id.slice(-2)}/${id}`;
      await mkdir(join(folder, id.slice(-2)), { recursive: true, mode: 0o700 });
      await rename(incoming, join(folder, key));
      return { key, bytes: meter.bytes, sha256: meter.digest() };
    } catch (error) {
      // A file that is still being opened would be made after it was removed.
      if (sink) await closed(sink);
      await rm(incoming, { force: true });
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!FULL.has(code)) throw error;
      throw new StorageFullError(
        `No room is left in ${this.#root} (${code}); the file was not kept. Make room, or give it a larger disk.`,
        error,
      );
    }
  }
}

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** Not `once` of node:events: that throws the error which comes before. */
function closed(sink: Writable): Promise<void> {
  return new Promise((resolve) => (sink.closed ? resolve() : sink.once('close', resolve)));
}

/** Counts and hashes what flows through, and breaks off beyond the limit. */
class Meter extends Transform {
  bytes = 0;
  readonly #limit: number;
  readonly #hash = createHash('sha256');

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error | null, chunk?: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#limit) {
      done(new TooLargeError(`The file is larger than ${this.#limit} bytes.`, { limit: this.#limit }));
      return;
    }
    this.#hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

async function openFile(folder: string, key: string): Promise<Readable> {
  const missing = new NotFoundError('The stored file is not there.', { key });
  if (!KEY.test(key)) throw missing;
  try {
    // Opened before the answer begins, so that a missing file is a 404 and not a broken download.
    const file = await open(join(folder, key), 'r');
    return createReadStream('', { fd: file });
  } catch {
    throw missing;
  }
}
