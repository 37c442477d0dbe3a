// SPDX-License-Identifier: EUPL-1.2
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StorageRoom } from '../../../api/storage.js';
import { ignoreMissing } from './ignore-missing.js';

/** The room on the disk of a folder. A folder that is not there yet has that of the folder in which it will be made. */
export async function freeRoom(folder: string): Promise<StorageRoom> {
  const found = await statfs(folder).catch(ignoreMissing);
  if (!found) return freeRoom(dirname(folder));
  // `bavail`, not `bfree`: the last blocks are reserved for root.
  return { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize };
}
