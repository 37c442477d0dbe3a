// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { DomainError } from '../api/errors.js';
import { bootHost, type Host } from '../host/boot-host.js';
import { brickEntries } from '../host/brick-entries.js';
import { createLog, type LogLevel } from '../host/create-log.js';
import { pendingMigrations, type Owner } from '../host/database/migrate.js';
import { declareBricks } from '../host/loader/declare-bricks.js';
import { ownersOf } from '../host/boot-host.js';
import type { Settings } from '../host/settings/settings.schema.js';
import { settingsOf } from './global-options.js';

/** Boots a host that does not listen, does the work, and stops it. */
export async function withHost<R>(command: Command, work: (host: Host) => Promise<R>): Promise<R> {
  const host = await bootReadyHost(settingsOf(command), 'warn');
  try {
    return await work(host);
  } finally {
    await host.stop();
  }
}

/** Boots a host whose schema is up to date. @throws DomainError naming what is pending */
export async function bootReadyHost(settings: Settings, level: LogLevel): Promise<Host> {
  const pending = await pendingMigrations(settings.database.url, await ownersFor(settings));
  const owners = pending.filter(({ names }) => names.length > 0).map(({ owner }) => owner);
  if (owners.length > 0) {
    throw new DomainError(
      'UNAVAILABLE',
      `The database lacks tables of ${owners.join(', ')}. Run "volee db migrate" first.`,
    );
  }
  return bootHost({ settings, bricks: brickEntries(settings), log: createLog(level), env: process.env });
}

/** Core and the bricks with tables that the settings name. */
export async function ownersFor(settings: Settings): Promise<Owner[]> {
  const { bricks } = await declareBricks(brickEntries(settings), process.env);
  return ownersOf(bricks.map(({ manifest }) => manifest));
}
