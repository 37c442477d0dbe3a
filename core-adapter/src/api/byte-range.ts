// SPDX-License-Identifier: EUPL-1.2

/**
 * A part of content: the positions of its first and of its last byte, both included, counted from 0, as in `createReadStream`.
 * The first 100 bytes are `{ start: 0, end: 99 }`.
 * @stable
 */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
