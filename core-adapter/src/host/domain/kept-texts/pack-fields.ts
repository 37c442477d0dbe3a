// SPDX-License-Identifier: EUPL-1.2
import { gunzipSync, gzipSync } from 'node:zlib';
import { TooLargeError } from '../../../api/errors.js';

/** A field of a form as a browser sends it. A name may come several times. */
export type KeptField = readonly [name: string, value: string];

/** The longest fields of one form together, as JSON. */
export const MOST_CHARACTERS = 100_000;
/** A column of type `text` ends at 64 kB on MariaDB. */
const MOST_BYTES = 65_000;

/** Fields as a column stores them: gzipped JSON in base64. @throws TooLargeError */
export function packFields(fields: readonly KeptField[]): string {
  const json = JSON.stringify(fields);
  const packed = json.length > MOST_CHARACTERS ? undefined : gzipSync(json).toString('base64');
  if (packed === undefined || packed.length > MOST_BYTES) throw new TooLargeError('The text is too long to be kept.');
  return packed;
}

export function unpackFields(packed: string): readonly KeptField[] {
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as readonly KeptField[];
}
