// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { coreSchema } from '../host/app/core-schema.js';
import { parseDatabaseUrl } from '../host/infra/database/database-url.js';
import { migrate, type SchemaOwner } from '../host/infra/database/migrate.js';
import { newId } from '../host/infra/database/new-id.js';
import { connect } from '../host/infra/database/open-database.js';
import { onMariadb } from './on-mariadb.js';

/**
 * As `migrate`, for an empty database. The migrations of the host take longer than most tests: the first ones of a run leave their
 * tables in the folder `VOLEE_TEST_TABLES`, and all others copy these. Without that folder each database is migrated.
 */
export async function makeTables(url: string, owners: readonly SchemaOwner[]): Promise<void> {
  const folder = process.env['VOLEE_TEST_TABLES'];
  const isHost = owners.includes(coreSchema);
  if (isHost && folder !== undefined) await copyTables(url, folder);
  const left = owners.filter((owner) => owner !== coreSchema || folder === undefined);
  if (left.length > 0) await migrate(url, left);
}

async function copyTables(url: string, folder: string): Promise<void> {
  const { engine } = parseDatabaseUrl(url);
  const { keep, copy } = BY_ENGINE[engine];
  const kept = join(folder, `host.${engine}`);
  if (existsSync(kept)) return copy(kept, url);
  await migrate(url, [coreSchema]);
  // Under another name until it is whole: another process of the run may look for it.
  const begun = join(folder, newId());
  await keep(url, begun);
  await rename(begun, kept);
}

interface Tables {
  /** Writes the tables into a file, with no rows but those about migrations. */
  keep(url: string, file: string): Promise<void>;
  copy(file: string, url: string): Promise<void>;
}

const sqlite: Tables = {
  keep: (url, file) => onDatabase(url, (dataSource) => dataSource.query('VACUUM INTO ?', [file])),
  copy: (file, url) => copyFile(file, url.slice('sqlite:'.length)),
};

const mariadb: Tables = {
  keep: (url, file) => onDatabase(url, async (dataSource) => writeFile(file, await statementsOf(dataSource))),
  copy: async (file, url) => onMariadb(url, await readFile(file, 'utf8')),
};

const BY_ENGINE = { sqlite, mariadb };

async function statementsOf(dataSource: DataSource): Promise<string> {
  const tables = await dataSource.query<Record<string, string>[]>('SHOW TABLES');
  const statements = ['SET FOREIGN_KEY_CHECKS = 0'];
  for (const table of tables.flatMap((row) => Object.values(row))) {
    const [made] = await dataSource.query<{ 'Create Table': string }[]>(`SHOW CREATE TABLE ${table}`);
    statements.push(made?.['Create Table'] ?? '');
  }
  const done = await dataSource.query<{ id: number; timestamp: string; name: string }[]>(
    'SELECT id, timestamp, name FROM core_migrations ORDER BY id',
  );
  const rows = done.map(({ id, timestamp, name }) => `(${id}, ${timestamp}, '${name}')`);
  return [...statements, `INSERT INTO core_migrations (id, timestamp, name) VALUES ${rows.join(', ')}`].join(';\n');
}

async function onDatabase(url: string, work: (dataSource: DataSource) => Promise<unknown>): Promise<void> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
