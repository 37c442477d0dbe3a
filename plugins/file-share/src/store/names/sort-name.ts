// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';

/** The length of the column `sortName`, in characters. */
const LONGEST = 255;

/** Longer numbers are compared by their digits. */
const DIGITS = 8;

/** The ending of a file's name, with the dot before it. */
const ENDING = /(?<=.)\.(?=[a-z0-9]{1,20}$)/u;

/**
 * A text that sorts names as people count: « Leçon 2 » before « Leçon 10 », without regard to accents and case. The ending comes after a
 * tab, which is before all other characters: « Leçon 4.pdf » before « Leçon 4 (2).pdf ».
 */
export function sortName(name: string): string {
  const padded = normaliseForSearch(name).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
  return cut(padded.replace(ENDING, '\t'), LONGEST);
}

/** The first characters of a text, without half a character at the end. */
export function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('');
}
