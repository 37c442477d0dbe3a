// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { ConflictError } from '../../../../api/errors.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';
import { isLockTimeout } from './is-lock-timeout.js';

/**
 * Locks the rows of all sources until the transaction ends, so that no sync writes meanwhile. Waits for a sync that is being applied.
 * @param busy makes the error when it takes too long
 */
export async function holdSyncs(manager: EntityManager, busy: () => ConflictError): Promise<void> {
  const hold = manager
    .createQueryBuilder()
    .update(SyncSourceRow)
    .set({ name: () => 'name' });
  await hold.execute().catch((error: unknown) => {
    throw isLockTimeout(error) ? busy() : error;
  });
}
