// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';

/** The length of the column `sortName`, in characters. */
const LONGEST = 255;

/** Longer numbers are compared by their digits. */
const DIGITS = 8;

/** A text that sorts names as people count: « Leçon 2 » before « Leçon 10 », without regard to accents and case. */
export function sortName(name: string): string {
  const padded = normaliseForSearch(name).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
  return cut(padded, LONGEST);
}

/** The first characters of a text, without half a character at the end. */
export function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('');
}
