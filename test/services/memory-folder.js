// SPDX-License-Identifier: EUPL-1.2
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux keeps in memory what is written there (tmpfs). */
const IN_MEMORY = '/dev/shm';

/** The space for the databases of all tests, with a reserve, in bytes: by default, a container has 64 MB there. */
const ROOM = 2 ** 30;

/**
 * A folder in memory, in which databases that are thrown away wait for no disk; the temporary folder when there is no such place, too
 * little room in it, or no right to write there, as on some containers and hardened machines.
 */
export function memoryFolder(inMemory = IN_MEMORY) {
  try {
    accessSync(inMemory, constants.W_OK | constants.X_OK);
  } catch {
    return tmpdir();
  }
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > ROOM ? inMemory : tmpdir();
}
