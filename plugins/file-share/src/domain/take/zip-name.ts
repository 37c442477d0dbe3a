// SPDX-License-Identifier: EUPL-1.2
import { cleanName } from '../names/clean-name.js';

/** The bytes that most disks take for one name (ext4, APFS in UTF-8), less the room for a number such as « (12) ». */
const MOST_BYTES = 255 - 15;

const EXTENSION = /\.[^.]{1,12}$/u;

/** A name as one step of a path in a zip: beyond 255 bytes, unpacking it fails on Linux. Empty when nothing is left of the name. */
export function zipName(name: string): string {
  const clean = cleanName(name);
  if (Buffer.byteLength(clean) <= MOST_BYTES) return clean;
  const extension = EXTENSION.exec(clean)?.[0] ?? '';
  let left = MOST_BYTES - Buffer.byteLength(extension);
  let stem = '';
  for (const character of clean.slice(0, clean.length - extension.length)) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    stem += character;
  }
  return stem.replace(/[. \u200D]+$/u, '') + extension;
}
