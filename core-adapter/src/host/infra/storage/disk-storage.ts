// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createWriteStream, type Dirent } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from '../../../api/byte-range.js';
import { ConflictError, NotFoundError, StorageFullError, TooLargeError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { SchoolStorage, StoredFile } from '../../../api/storage.js';
import { newId } from '../database/new-id.js';
import { freeRoom } from './free-room.js';
import { ignoreMissing } from './ignore-missing.js';
import { openFile } from './open-file.js';
import { TEXT_BYTES, textOfBytes } from './text-of-bytes.js';
import { HEAD_BYTES, typeOfBytes } from './type-of-bytes.js';

/** The age, in milliseconds, at which incomplete or unnamed content belongs to no running request. */
const STALE_MS = 24 * 3_600_000;

/** The error codes for a full disk or quota (open(2), write(2)). */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Two hexadecimal digits, a slash, a UUID: what `store` makes, and all that `open` accepts (F1: no path from outside). */
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEYS_WITHIN = /\b[0-9a-f]{2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** The name of content moved aside before its removal: brick, school, the two parts of its key, and the id of the run. */
const ASIDE = /^([a-z0-9-]+)~(\w+)~([0-9a-f]{2})~([0-9a-f-]{36})~[0-9a-f-]{36}$/;

type CreateSink = (path: string, options: { flags: string; mode: number; flush: boolean }) => Writable;

export interface StorageOptions {
  readonly clock?: Clock;
  /** Creates the stream that content is written to; by default, a file at that path. */
  readonly createSink?: CreateSink;
}

/**
 * Files on a disk: `<root>/<brick>/<UAI>/<2 digits>/<uuid>`. Content arrives in `<root>/.incoming`, a name that no brick
 * can have, and is moved into place when it is whole, so that nothing half received ever has a key.
 */
export class DiskStorage {
  readonly #root: string;
  readonly #incoming: string;
  readonly #swept: string;
  readonly #clock: Clock;
  readonly #createSink: CreateSink;

  constructor(
    root: string,
    { clock = { now: () => new Date() }, createSink = createWriteStream }: StorageOptions = {},
  ) {
    this.#root = root;
    this.#incoming = join(root, '.incoming');
    this.#swept = join(root, '.swept');
    this.#clock = clock;
    this.#createSink = createSink;
  }

  /** Operators remove this file once they know that files which the database does not name may go. */
  get lastUseFile(): string {
    return join(this.#root, '.last-use');
  }

  /**
   * Makes the folders where content arrives and leaves, removes the leftovers of a killed upload from the first one, and gives back the
   * content that a killed sweep left in the second one.
   * @returns how many files were removed
   */
  async prepare(): Promise<number> {
    for (const folder of [this.#incoming, this.#swept]) await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const { name } of await entriesOf(this.#swept)) {
      const [, brick, uai, ...key] = ASIDE.exec(name) ?? [];
      if (brick === undefined || uai === undefined) continue;
      await rename(join(this.#swept, name), join(this.#folder(brick, uai), ...key)).catch(ignoreMissing);
    }
    let removed = 0;
    for (const name of await readdir(this.#incoming)) {
      const path = join(this.#incoming, name);
      if (!(await this.#isStale(path))) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  forSchool(brick: string, uai: string): SchoolStorage {
    const folder = this.#folder(brick, uai);
    return {
      store: (content, { maxBytes }) => this.#store(folder, content, maxBytes),
      open: (key, range) => openContent(folder, key, range),
      typeOf: async (key) => typeOfBytes(await beginningOf(folder, key, HEAD_BYTES)),
      textOf: async (key) => textOfBytes(await beginningOf(folder, key, TEXT_BYTES)),
      keys: () => this.keysIn(brick, uai),
      free: () => freeRoom(this.#root),
      remove: async (key) => {
        if (KEY.test(key)) await rm(join(folder, key), { force: true });
      },
    };
  }

  /**
   * Updates the time of content for a row that is about to name it. Text that is not a key is ignored.
   * @throws ConflictError when the content was removed
   */
  async claim(brick: string, uai: string, key: string): Promise<void> {
    if (!KEY.test(key)) return;
    const now = this.#clock.now();
    try {
      await utimes(join(this.#folder(brick, uai), key), now, now);
    } catch (error) {
      ignoreMissing(error);
      throw new ConflictError(`The content ${key} is not there any more, so no row may name it.`, {
        remedy: 'Send the file again.',
      });
    }
  }

  /** The time of the last `noteUse`. */
  async lastUse(): Promise<Date | undefined> {
    const text = await readFile(this.lastUseFile, 'utf8').catch(ignoreMissing);
    const at = new Date(text?.trim() ?? '');
    return Number.isNaN(at.getTime()) ? undefined : at;
  }

  /** Notes that the files are in use with a database that has noted the same time before. */
  async noteUse(at: Date): Promise<void> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    const written = `${this.lastUseFile}-${newId()}`;
    await writeFile(written, `${at.toISOString()}\n`, { mode: 0o600 });
    await rename(written, this.lastUseFile);
  }

  /** The schools in which a brick has content, or had some. */
  async schoolsOf(brick: string): Promise<string[]> {
    const entries = await entriesOf(join(this.#root, brick));
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  /** Every key of a brick in a school. */
  async *keysIn(brick: string, uai: string): AsyncGenerator<string> {
    const folder = this.#folder(brick, uai);
    for (const { name: part } of await entriesOf(folder)) {
      for (const { name } of await entriesOf(join(folder, part))) {
        const key = `${part}/${name}`;
        if (KEY.test(key)) yield key;
      }
    }
  }

  /** @returns its size in bytes, and whether a sweep may look at it; undefined when it is not there */
  async look(brick: string, uai: string, key: string): Promise<{ bytes: number; isStale: boolean } | undefined> {
    const found = await stat(join(this.#folder(brick, uai), key)).catch(ignoreMissing);
    return found && { bytes: found.size, isStale: this.#isOld(found.mtimeMs) };
  }

  /**
   * Removes content, unless it was claimed within a day or is named. It is first moved aside: from then on, a claim fails, so that no
   * row can come to name it between the look and the removal (ADR 30).
   * @param isNamed looks whether a row names it
   * @returns whether it was removed
   */
  async removeUnless(brick: string, uai: string, key: string, isNamed: () => Promise<boolean>): Promise<boolean> {
    const path = join(this.#folder(brick, uai), key);
    if (!(await this.#isStale(path))) return false;
    await mkdir(this.#swept, { recursive: true, mode: 0o700 });
    // The name is unique: another sweep may give the content its key back, and must not lose it to this one.
    const aside = join(this.#swept, [brick, uai, ...key.split('/'), newId()].join('~'));
    await rename(path, aside).catch(ignoreMissing);
    let goes = false;
    try {
      goes = (await this.#isStale(aside)) && !(await isNamed());
    } finally {
      await (goes ? rm(aside, { force: true }) : rename(aside, path).catch(ignoreMissing));
    }
    return goes;
  }

  async #isStale(path: string): Promise<boolean> {
    // Another process may have finished or removed it in the meantime.
    const found = await stat(path).catch(ignoreMissing);
    return found !== undefined && this.#isOld(found.mtimeMs);
  }

  #isOld(mtimeMs: number): boolean {
    return this.#clock.now().getTime() - mtimeMs > STALE_MS;
  }

  #folder(brick: string, uai: string): string {
    return join(this.#root, brick, uai);
  }

  async #store(folder: string, content: Readable, maxBytes: number): Promise<StoredFile> {
    const id = newId();
    const incoming = join(this.#incoming, id);
    const meter = new Meter(maxBytes);
    // An error while the folder is created would be unhandled and end the process; the pipeline reports it later.
    content.on('error', () => undefined);
    let sink: Writable | undefined;
    try {
      await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
      sink = this.#createSink(incoming, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(content, meter, sink);
      const now = this.#clock.now();
      await utimes(incoming, now, now);
      const key = `${id.slice(-2)}/${id}`;
      const made = await mkdir(join(folder, id.slice(-2)), { recursive: true, mode: 0o700 });
      await rename(incoming, join(folder, key));
      await syncFolders(join(folder, id.slice(-2)), made);
      return { key, bytes: meter.bytes, sha256: meter.digest(), type: await typeOfBytes(meter.head) };
    } catch (error) {
      // A file that is still being opened would be created after its removal.
      if (sink) await closed(sink);
      await rm(incoming, { force: true });
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!FULL.has(code)) throw error;
      throw new StorageFullError(`No room is left in ${this.#root} (${code}); the file was not kept.`, {
        remedy: 'Free space or use a larger disk.',
        cause: error,
      });
    }
  }
}

/** Every text that looks like a key, anywhere in a value such as JSON. */
export function keysWithin(value: unknown): string[] {
  return typeof value === 'string' ? (value.match(KEYS_WITHIN) ?? []) : [];
}

/** Syncs the folder entries of the file and of new folders: a row survives a power cut, and so must its content. */
async function syncFolders(folder: string, firstMade: string | undefined): Promise<void> {
  const last = firstMade === undefined ? folder : dirname(firstMade);
  for (let at = folder; ; at = dirname(at)) {
    const handle = await open(at, 'r');
    await handle.sync().finally(() => handle.close());
    if (at === last) return;
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await readdir(folder, { withFileTypes: true }).catch(ignoreMissing)) ?? [];
}

/** Resolves when the stream is closed. `once` of node:events would reject at an earlier error. */
function closed(sink: Writable): Promise<void> {
  return new Promise((resolve) => (sink.closed ? resolve() : sink.once('close', resolve)));
}

/** Counts and hashes what flows through, keeps the first bytes of it, and breaks off beyond the limit. */
class Meter extends Transform {
  bytes = 0;
  head = Buffer.alloc(0);
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
    if (this.bytes < HEAD_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.bytes)]);
    this.bytes += chunk.length;
    if (this.bytes > this.#limit) {
      done(new TooLargeError(`The file is larger than ${this.#limit} bytes.`, { details: { limit: this.#limit } }));
      return;
    }
    this.#hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

async function beginningOf(folder: string, key: string, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const content = await openContent(folder, key, { start: 0, end: bytes - 1 });
  for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function openContent(folder: string, key: string, range: ByteRange | undefined): Promise<Readable> {
  const content = KEY.test(key) ? await openFile(join(folder, key), range) : undefined;
  if (!content) throw new NotFoundError('The stored file is not there.', { details: { key } });
  return content;
}
