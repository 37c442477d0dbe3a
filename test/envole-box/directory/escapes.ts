// SPDX-License-Identifier: EUPL-1.2

/** Undoes `\c3\a9`: hexadecimal escapes of UTF-8 bytes, in a DN (RFC 4514 §2.4) and in a filter (RFC 4515 §3) alike. */
export function decodeHexEscapes(text: string): string {
  return text.replaceAll(/(?:\\[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString());
}
