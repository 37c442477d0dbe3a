// SPDX-License-Identifier: EUPL-1.2
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux keeps in memory what is written there (tmpfs). */
const IN_MEMORY = '/dev/shm';

/** The space for the databases of all tests, with a reserve, in bytes: by default, a container has 64 MB there. */
const ROOM = 2 ** 30;

/** Where databases that are thrown away wait for no disk; the temporary folder where there is no such place, or too little of it. */
export function memoryFolder() {
  if (!existsSync(IN_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > ROOM ? IN_MEMORY : tmpdir();
}
