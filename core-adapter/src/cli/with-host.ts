// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { Host } from '../host/app/boot-host.js';
import { createLog, type RootLog } from '../host/infra/util/create-log.js';
import type { SchemaOwner } from '../host/infra/database/migrate.js';
import type { FailedBrick } from '../host/domain/bricks/loaded-brick.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import type { SyncProgress } from '../host/domain/sync/sync-progress.js';
import { settingsFile, settingsOf } from './global-options.js';
import { troubles } from './process-errors.js';
import { errorStream } from './terminal.js';

/** Boots a host without listening, runs the work, and stops the host. */
export async function withHost<R>(
  command: Command,
  work: (host: Host) => Promise<R>,
  onSyncProgress?: SyncProgress,
): Promise<R> {
  const log = createLog('warn', errorStream(command));
  const host = await bootReadyHost(await settingsOf(command), settingsFile(command), log, onSyncProgress);
  try {
    return await work(host);
  } finally {
    await host.stop();
  }
}

/**
 * Boots a host with the bricks of the settings.
 * @throws UnavailableError when migrations of core are pending
 */
export async function bootReadyHost(
  settings: Settings,
  file: string,
  log: RootLog,
  onSyncProgress?: SyncProgress,
): Promise<Host> {
  const { bootHost } = await import('../host/app/boot-host.js');
  const { namedBricks } = await import('./named-bricks.js');
  const bricks = namedBricks(settings, file);
  const progress = onSyncProgress ? { onSyncProgress } : {};
  return bootHost({ settings, bricks, log, env: process.env, troubles, ...progress });
}

/** The schema owners: core, and the bricks of the settings that have tables. Unreadable bricks are in `failed`. */
export async function ownersFor(
  settings: Settings,
  file: string,
): Promise<{ owners: SchemaOwner[]; failed: readonly FailedBrick[] }> {
  const { declareBricks } = await import('../host/bricks/declare-bricks.js');
  const { schemaOwners } = await import('../host/app/schema-owners.js');
  const { namedBricks } = await import('./named-bricks.js');
  const { bricks, failed } = await declareBricks(namedBricks(settings, file), process.env);
  return { owners: schemaOwners(bricks.map(({ manifest }) => manifest)), failed };
}
