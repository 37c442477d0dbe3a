// SPDX-License-Identifier: EUPL-1.2
import { dropUnseen } from '@volee/core-adapter';
import { cut } from '../../store/names/sort-name.js';

/** The length of the column `name`, in characters. */
const LONGEST = 200;

/** Names that Windows reserves for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A name as it is stored (F1): well-formed, NFC, without control characters, signs that nobody sees and separators of paths, and without
 * what Windows cannot keep (trailing dots and spaces, names of devices). Empty when nothing is left.
 */
export function cleanName(name: string): string {
  const plain = dropUnseen(name.normalize('NFC'))
    // Halves of characters, controls, and characters that Windows refuses.
    .replace(/[\p{Cs}\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // A name that is cut within an emoji ends with its joiner.
  const short = cut(plain, LONGEST).replace(/[. \u200D]+$/u, '');
  return RESERVED.test(short) ? cut(`_${short}`, LONGEST) : short;
}
