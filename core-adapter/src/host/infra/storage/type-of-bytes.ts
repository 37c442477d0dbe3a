// SPDX-License-Identifier: EUPL-1.2
import { fileTypeFromBuffer } from 'file-type';

/** The first bytes that tell the type of a file. */
export const HEAD_BYTES = 4_100;

/** Other names that `file-type` has for types that browsers know. */
const SAME = new Map([
  ['image/apng', 'image/png'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/opus', 'audio/ogg'],
  ['video/x-m4v', 'video/mp4'],
]);

/** Types with markup or script as text, of which nobody may be told that the bytes prove them. */
const IS_TEXT = /^text\/|[/+]xml$|javascript|json/;

/** @returns the type by the first bytes, without parameters; null where they tell none, as of text, HTML, SVG and XML */
export async function typeOfBytes(head: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const type = found?.mime.split(';')[0]?.trim() ?? '';
  if (type === '' || IS_TEXT.test(type)) return null;
  return SAME.get(type) ?? type;
}
