// SPDX-License-Identifier: EUPL-1.2
import { asError } from '../infra/util/as-error.js';
import type { HostContext } from '../context/host-context.js';
import { olderDatabase } from '../infra/storage/files-use.js';
import { unclaimedContent } from '../infra/storage/unclaimed-content.js';

export type SweepContext = Pick<HostContext, 'bricks' | 'database' | 'directory' | 'storage' | 'log'>;

/**
 * Removes partial or complete uploads of killed processes, and content without a row, once they are a day old. A brick that fails keeps
 * its content, and the others are swept. Nothing is removed beside a database that is older than the files, such as one from a backup.
 * @returns the number of removed files
 */
export async function sweepContent(context: SweepContext, signal?: AbortSignal): Promise<number> {
  const { bricks, database, directory, storage, log } = context;
  let removed = await storage.prepare();
  const older = await olderDatabase({ unitOfWork: database.unitOfWork, storage });
  if (older) {
    log.error(older, 'the database is older than the stored files; no file was removed: see "volee doctor"');
    return removed;
  }
  const known = new Set((await directory.schools()).map(({ uai }) => uai));
  for (const brick of bricks) {
    if (brick.state === 'failed') continue;
    try {
      const schools = await storage.schoolsOf(brick.id);
      // The files must survive a new database, or another one by mistake.
      if (schools.length > 0 && !schools.some((uai) => known.has(uai))) {
        log.error({ brick: brick.id }, 'the database knows none of the schools with stored files; no file was removed');
        continue;
      }
      for await (const { uai, key, isNamed } of unclaimedContent(storage, database.unitOfWork, brick.manifest)) {
        signal?.throwIfAborted();
        if (await storage.removeUnless(brick.id, uai, key, isNamed)) removed += 1;
      }
    } catch (error) {
      signal?.throwIfAborted();
      log.error({ brick: brick.id, err: asError(error) }, 'the unclaimed content of a brick could not be removed');
    }
  }
  return removed;
}
