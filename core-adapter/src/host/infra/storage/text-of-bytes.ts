// SPDX-License-Identifier: EUPL-1.2
import iconv from 'iconv-lite';
import { typeOfBytes } from './type-of-bytes.js';

/** The bytes of a text that a page shows. */
export const TEXT_BYTES = 64 * 1024;

/**
 * The text of the first bytes of a file: in UTF-8, or else in Windows-1252. HTML and SVG are texts as well: a page shows their source.
 * @returns undefined when the bytes tell a type, are none, or have control characters that no text has
 */
export async function textOfBytes(bytes: Buffer): Promise<string | undefined> {
  if (bytes.length === 0 || (await typeOfBytes(bytes)) !== null) return undefined;
  const text = decode(bytes);
  return [...CONTROL].some((sign) => text.includes(sign)) ? undefined : text;
}

/** Control characters other than tab, line feed, form feed, carriage return and escape. */
const CONTROL = String.fromCharCode(...[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], 127);

function decode(bytes: Buffer): string {
  try {
    // The last character may be cut.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // TextDecoder of Node.js 20 leaves 0x80 to 0x9F as control characters.
    return iconv.decode(bytes, 'windows-1252');
  }
}
