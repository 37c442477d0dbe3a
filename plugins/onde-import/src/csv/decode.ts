// SPDX-License-Identifier: EUPL-1.2
import iconv from 'iconv-lite';

/**
 * Decodes a file of the ministry: as UTF-8 when its bytes are UTF-8, with or without a byte order mark, otherwise as windows-1252, which
 * holds all printed characters of ISO-8859-1. The byte of é alone is not UTF-8, so that the one is never taken for the other.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // TextDecoder of Node.js 20 leaves 0x80 to 0x9F as control characters.
    return iconv.decode(bytes, 'windows-1252');
  }
}
