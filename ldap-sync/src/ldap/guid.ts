// SPDX-License-Identifier: EUPL-1.2

/** The number of bytes of a GUID. */
export const GUID_LENGTH = 16;

/**
 * The text of a GUID from the bytes of `objectGUID`: the first three fields are little-endian, the rest is in order (MS-DTYP §2.3.4.2).
 */
export function guidText(bytes: Buffer): string {
  const fields = [
    Buffer.from(bytes.subarray(0, 4)).reverse(),
    Buffer.from(bytes.subarray(4, 6)).reverse(),
    Buffer.from(bytes.subarray(6, 8)).reverse(),
    bytes.subarray(8, 10),
    bytes.subarray(10, GUID_LENGTH),
  ];
  return fields.map((field) => field.toString('hex')).join('-');
}
