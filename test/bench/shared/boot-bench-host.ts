// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BrickDefinition, Clock } from '@volee/core-adapter';
import {
  bootHost,
  checkSettingsText,
  createLog,
  migrate,
  schemaOwners,
  type Host,
  type Limits,
} from '@volee/core-adapter/host';

export interface BenchHostOptions {
  /** The folder for the files of the host, and for SQLite. */
  readonly folder: string;
  /** An empty database; a file of SQLite when it is absent. */
  readonly databaseUrl: string | undefined;
  readonly bricks: readonly BrickDefinition[];
  /** Settings by the id of the brick; the other bricks have none. */
  readonly brickSettings?: ReadonlyMap<string, object>;
  readonly clock: Clock;
  readonly limits?: Limits;
}

/** Boots a host on an empty database. It does not listen yet, and nothing runs its jobs. */
export async function bootBenchHost(options: BenchHostOptions): Promise<Host> {
  const { folder, databaseUrl = `sqlite:${join(folder, 'volee.sqlite')}`, brickSettings, clock, limits } = options;
  const text = JSON.stringify({
    server: { publicUrl: 'http://127.0.0.1', listen: '127.0.0.1:0' },
    database: { url: databaseUrl },
    session: { secret: randomBytes(32).toString('hex') },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: {},
  });
  const settings = checkSettingsText(text, 'settings of the bench', {});
  if (settings.problems) throw new Error(settings.problems.join('\n'));
  await migrate(databaseUrl, schemaOwners(options.bricks.map(({ manifest }) => manifest)));
  const bricks = options.bricks.map((brick) => ({
    name: `@bench/${brick.manifest.id}`,
    settings: brickSettings?.get(brick.manifest.id) ?? {},
    load: () => Promise.resolve(brick),
  }));
  return bootHost({ settings: settings.value, bricks, log: createLog('silent'), clock, ...(limits && { limits }) });
}

/** A clock that goes on from an instant, so that a bench has the same date each time. */
export function clockFrom(begin: string): Clock {
  const ahead = new Date(begin).getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}

/**
 * Gives each table its statistics. Rows that came at once have none yet, and MariaDB would read them by other indices than those of a
 * school at work.
 */
export async function analyse({ database: { dataSource } }: Host): Promise<void> {
  const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName).join(', ');
  await dataSource.query(dataSource.options.type === 'better-sqlite3' ? 'ANALYZE' : `ANALYZE TABLE ${tables}`);
}
