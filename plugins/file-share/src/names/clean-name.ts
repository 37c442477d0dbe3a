// SPDX-License-Identifier: EUPL-1.2
import { cut } from './sort-name.js';

/** The length of the column `name`, in characters. */
const LONGEST = 200;

/** Names that Windows reserves for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A name as it is stored (F1): well-formed, NFC, without control characters and separators of paths, and without what Windows cannot keep
 * (trailing dots and spaces, names of devices). Empty when nothing is left.
 */
export function cleanName(name: string): string {
  const plain = name
    .normalize('NFC')
    // Halves of characters, controls, marks that turn the direction of a text, and characters that Windows refuses.
    .replace(/[\p{Cs}\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = cut(plain, LONGEST).replace(/[. ]+$/u, '');
  return RESERVED.test(short) ? cut(`_${short}`, LONGEST) : short;
}
