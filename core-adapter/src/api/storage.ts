// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import type { EntityClass } from './database.js';

/** What is known of a file once it is whole. */
export interface StoredFile {
  /** Opaque; only the brick and the school that stored it can open it. */
  readonly key: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * A varchar column of a brick whose rows name stored content, by its key or by null. The host removes content that no such column has
 * named for a day: what a process that was killed left behind, or a row that went without its content. Writing a key to another column
 * throws.
 */
export interface StoredKey {
  readonly entity: EntityClass;
  readonly column: string;
}

/** Files of one brick in one school. */
export interface SchoolStorage {
  /**
   * Streams content to the store. Nothing is kept when the stream breaks off. A row must name the key within a day, in a column
   * that the manifest has among its `storedKeys`; later, writing the row throws a ConflictError.
   * @throws TooLargeError beyond `maxBytes`, StorageFullError when the disk has no room left
   */
  store(content: Readable, options: { maxBytes: number }): Promise<StoredFile>;
  /** @throws NotFoundError when the key is unknown here */
  open(key: string): Promise<Readable>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}
