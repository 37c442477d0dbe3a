// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolWork } from '@volee/core-adapter';
import { SpaceRow } from '../../store/space.entity.js';

/** Each attempt fails only when another transaction was first, and that one is done. */
const ATTEMPTS = 20;

type SpaceTools = Pick<SchoolWork, 'db'>;

/**
 * Changes the folders and files of these spaces in one transaction, one after the other: two moves at once, each into the folder of the
 * other, would make a circle. The work is done again after a ConflictError, so it must read all it needs, and throw other errors when
 * another attempt cannot help.
 */
export async function changeSpaces<R>(
  spaceIds: readonly string[],
  work: () => Promise<R>,
  { db }: SpaceTools,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async () => {
        await lockSpaces(spaceIds, { db });
        return work();
      });
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Keeps other changes of these spaces waiting until the transaction ends. It stands first in the transaction: MariaDB shows the rows as they
 * were at its first read. In one order of ids, two transactions never wait for each other.
 */
export async function lockSpaces(spaceIds: readonly string[], { db }: SpaceTools): Promise<void> {
  for (const id of [...new Set(spaceIds)].sort()) await db.repository(SpaceRow).increment({ id }, { usedBytes: 0 });
}
