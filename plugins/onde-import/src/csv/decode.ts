// SPDX-License-Identifier: EUPL-1.2

/** 0x80 to 0x9F of windows-1252. Written out: what Node 20 calls by that name leaves them as control characters. */
const HIGH_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of a file of the ministry: UTF-8 when its bytes are, with or without a mark at its head, else windows-1252, which holds
 * all of ISO-8859-1 that is ever printed. Bytes of é alone are no UTF-8, so that the one is never taken for the other.
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
