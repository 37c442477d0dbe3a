// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import type { ByteRange } from './byte-range.js';
import type { EntityClass } from './database.js';

/** A file after it was stored completely. @stable */
export interface StoredFile {
  /** The opaque key of the content; valid only for the brick and the school that stored it. */
  readonly key: string;
  readonly bytes: number;
  /** The SHA-256 digest, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The type by the first bytes, such as `image/jpeg` or `application/pdf`; null when they tell none, as of SVG, HTML and text. */
  readonly type: string | null;
}

/**
 * A varchar column of a brick that holds the key of stored content, or null. The host removes content that no such
 * column names for a day, such as leftovers of a killed process or of a deleted row. Writing a key to any other column
 * throws.
 * @stable
 */
export interface StoredKey {
  readonly entity: EntityClass;
  readonly column: string;
}

/**
 * The room on the disk of the storage, in bytes. All bricks and schools share it. It does not take quotas of the operating system into
 * account.
 * @stable
 */
export interface StorageRoom {
  /** The bytes that can still be written. */
  readonly freeBytes: number;
  /** The size of the disk. */
  readonly totalBytes: number;
}

/** Files of one brick in one school. @stable */
export interface SchoolStorage {
  /**
   * Streams content to the storage. A stream that fails leaves nothing behind. A row must name the key within a day, in
   * one of the manifest's `storedKeys`; after that, writing the row throws a ConflictError.
   * @throws TooLargeError beyond `maxBytes`
   * @throws StorageFullError when the disk is full
   * @throws what the stream fails with: for a file of a form, an InputError
   */
  store(content: Readable, options: { maxBytes: number }): Promise<StoredFile>;
  /**
   * Opens stored content for reading: all of it, or a part.
   * @throws NotFoundError when the key is unknown in this school
   */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /**
   * The type of content that was stored before its brick kept types: see `StoredFile.type`.
   * @throws NotFoundError when the key is unknown in this school
   */
  typeOf(key: string): Promise<string | null>;
  /**
   * The first 64 kB of a text, for `<Preview>`: in UTF-8, or else in Windows-1252. HTML and SVG are texts as well: a page shows their source.
   * @returns undefined when the content is no text
   * @throws NotFoundError when the key is unknown in this school
   */
  textOf(key: string): Promise<string | undefined>;
  /**
   * The keys of all content that is stored, in no order. A key that no row names may belong to a request that has not written
   * its row yet: leave its content to the host, which removes it after a day.
   * @example
   * `for await (const key of storage.keys()) if (!named.has(key)) unnamed.push(key);`
   */
  keys(): AsyncIterable<string>;
  /**
   * The room on the disk, for refusing files before the disk is full.
   * @example
   * `const { freeBytes, totalBytes } = await storage.free(); const isShort = freeBytes < totalBytes * 0.05;`
   */
  free(): Promise<StorageRoom>;
  /** Removes stored content. Removing content that does not exist is not an error. */
  remove(key: string): Promise<void>;
}
