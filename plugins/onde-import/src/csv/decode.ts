// SPDX-License-Identifier: EUPL-1.2

/**
 * The text of a file of the ministry: UTF-8 when its bytes are, with or without a mark at its head, else windows-1252, which holds
 * all of ISO-8859-1 that is ever printed. Bytes of é alone are no UTF-8, so that the one is never taken for the other.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
