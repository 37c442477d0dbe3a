// SPDX-License-Identifier: EUPL-1.2

/** The characters 0x80 to 0x9F of windows-1252. They are written out, since Node 20 leaves them as control characters. */
const HIGH_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes a file of the ministry: as UTF-8 when its bytes are UTF-8, with or without a byte order mark, otherwise as windows-1252, which
 * holds all printed characters of ISO-8859-1. The byte of é alone is not UTF-8, so that the one is never taken for the other.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (sign) => HIGH_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
  }
}
