// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

const SHORT = 12;
const DIGITS = 16;

/**
 * The mark of a value that a page showed, for a hidden field: the value itself after `=` when it is short, else a digest.
 * A form with both the old and the new texts of a bilan could be larger than the host accepts.
 */
export function seenMark(value: string): string {
  if (value.length <= SHORT) return `=${value}`;
  return createHash('sha256').update(value).digest('hex').slice(0, DIGITS);
}

/** Whether the mark is that of the value. The script of the page writes `=` and the whole value, whatever its length. */
export function isSeen(mark: string, value: string): boolean {
  return mark === `=${value}` || mark === seenMark(value);
}
