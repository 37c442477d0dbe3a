// SPDX-License-Identifier: EUPL-1.2
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Entry } from '../entry.js';

/** Characters of base64 in a part: one byte each, under the 64 kB of `text` on MariaDB. */
const PART = 60_000;

/** The content of one part or of several; the longest entry that is read fits into one. */
export async function packEntries(entries: readonly Entry[]): Promise<string[]> {
  const packed = await packPart(entries);
  if (packed.length <= PART || entries.length === 1) return [packed];
  const half = Math.ceil(entries.length / 2);
  return [...(await packEntries(entries.slice(0, half))), ...(await packEntries(entries.slice(half)))];
}

/** The content of one part that is known to fit: a part from which something was removed. */
export async function packPart(entries: readonly Entry[]): Promise<string> {
  return (await promisify(gzip)(JSON.stringify(entries))).toString('base64');
}

export async function unpackEntries(content: string): Promise<Entry[]> {
  return JSON.parse((await promisify(gunzip)(Buffer.from(content, 'base64'))).toString('utf8')) as Entry[];
}
