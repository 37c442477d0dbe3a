// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { Host } from '../host/app/boot-host.js';
import { createLog } from '../host/infra/util/create-log.js';
import type { SchemaOwner } from '../host/infra/database/migrate.js';
import type { FailedBrick } from '../host/domain/bricks/loaded-brick.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import type { SyncProgress } from '../host/domain/sync/sync-progress.js';
import { declareOnce } from './declare-once.js';
import { limitsOf, settingsOf } from './global-options.js';
import { troubles } from './process-errors.js';
import { errorStream } from './terminal.js';

/**
 * Boots a host with the bricks of the settings and without listening, runs the work, and stops the host.
 * @throws UnavailableError when migrations of core are pending
 */
export async function withHost<R>(
  command: Command,
  work: (host: Host) => Promise<R>,
  onSyncProgress?: SyncProgress,
): Promise<R> {
  const log = createLog('warn', errorStream(command));
  const settings = await settingsOf(command);
  const { bootHost } = await import('../host/app/boot-host.js');
  const declaring = await declareOnce(command, settings);
  const progress = onSyncProgress ? { onSyncProgress } : {};
  const host = await bootHost({ settings, declaring, log, troubles, limits: limitsOf(command), ...progress });
  try {
    return await work(host);
  } finally {
    await host.stop();
  }
}

/** The schema owners: core, and the bricks of the settings that have tables. Unreadable bricks are in `failed`. */
export async function ownersFor(
  command: Command,
  settings: Settings,
): Promise<{ owners: SchemaOwner[]; failed: readonly FailedBrick[] }> {
  const { schemaOwners } = await import('../host/app/schema-owners.js');
  const { bricks, failed } = (await declareOnce(command, settings)).soFar();
  return { owners: schemaOwners(bricks.map(({ manifest }) => manifest)), failed };
}
