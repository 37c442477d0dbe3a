// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../../../api/byte-range.js';
import { ignoreMissing } from './ignore-missing.js';

/** The size of one read, in bytes. Half as much sends a large file a tenth slower; a slow client holds about two. */
const CHUNK = 1024 * 1024;

/**
 * Opens a file, or a part of it. The file is opened before the answer begins, so that a missing one is a 404 and not a broken
 * download.
 * @returns undefined when the file is not there
 * @throws RangeError when the range is not one
 */
export async function openFile(path: string, range?: ByteRange): Promise<Readable | undefined> {
  if (range) checkRange(range);
  const file = await open(path, 'r').catch(ignoreMissing);
  return file && createReadStream('', { fd: file, highWaterMark: CHUNK, ...range });
}

/** Node.js checks it as well, but only once the file is open, and leaves it open. */
function checkRange({ start, end }: ByteRange): void {
  if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start) return;
  throw new RangeError(`The range ${start} to ${end} is none: give the positions of its first and of its last byte.`);
}
