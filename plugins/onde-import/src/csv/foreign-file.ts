// SPDX-License-Identifier: EUPL-1.2

/** The format of a file that is no text, by its first bytes. */
export type ForeignFile = 'spreadsheet' | 'pdf' | 'binary';

const SIGNS: readonly (readonly [ForeignFile, readonly number[]])[] = [
  // A ZIP archive: xlsx, ods.
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  // A compound file: xls.
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

/** Undefined when it may be text. */
export function foreignFile(bytes: Uint8Array): ForeignFile | undefined {
  const sign = SIGNS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (sign) return sign[0];
  return bytes.subarray(0, 4_096).includes(0) ? 'binary' : undefined;
}
