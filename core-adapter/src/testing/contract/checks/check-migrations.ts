// SPDX-License-Identifier: EUPL-1.2
import { DataSource } from 'typeorm';
import type { AnyManifest } from '../../../api/manifest.js';
import { differenceInMigrations } from '../../../host/infra/database/differences.js';
import { parseDatabaseUrl } from '../../../host/infra/database/database-url.js';
import { drift, migrate, rollback, tablePrefix, type SchemaOwner } from '../../../host/infra/database/migrate.js';
import { connect } from '../../../host/infra/database/open-database.js';
import { bothDatabases } from '../../test-databases.js';
import { fault, reasonOf } from '../fault.js';

/** Migrates an empty database up to the entities, down to nothing and up again, on each test database. */
export async function checkMigrations({ id, entities = [], migrations = [] }: AnyManifest): Promise<void> {
  if (entities.length === 0) {
    if (migrations.length > 0) fault('The manifest has migrations and no entities; name the entities of the tables.');
    return;
  }
  const owner = { id, entities, migrations };
  for (const database of bothDatabases()) {
    const { url, drop } = await database.fresh();
    try {
      await upAndDown(url, owner, database.name);
    } finally {
      await drop();
    }
  }
}

async function upAndDown(url: string, owner: SchemaOwner, database: string): Promise<void> {
  await up(url, owner, database);
  try {
    await rollback(url, owner);
  } catch (error) {
    fault(`The migrations cannot be undone on ${database} (${reasonOf(error)}); correct their "down".`);
  }
  const left = await tablesOf(url, owner);
  if (left.length > 0) {
    fault(`Undoing the migrations on ${database} leaves ${left.join(', ')}; have "down" drop what "up" made.`);
  }
  await up(url, owner, database);
}

async function up(url: string, owner: SchemaOwner, database: string): Promise<void> {
  try {
    await migrate(url, [owner]);
  } catch (error) {
    fault(`The migrations do not run on ${database}: ${reasonOf(error)}`);
  }
  const differences = await drift(url, [owner]);
  if (differences.length > 0) {
    const differing = differences.map(differenceInMigrations).join('; ');
    fault(`On ${database} the migrations do not match the entities: ${differing}; add a migration.`);
  }
}

async function tablesOf(url: string, { id }: SchemaOwner): Promise<string[]> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  try {
    const sql =
      dataSource.options.type === 'mariadb'
        ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
        : `SELECT name FROM sqlite_master WHERE type = 'table'`;
    const found = await dataSource.query<{ name: string }[]>(sql);
    const prefix = tablePrefix(id);
    return found.map(({ name }) => name).filter((name) => name.startsWith(prefix) && name !== `${prefix}migrations`);
  } finally {
    await dataSource.destroy();
  }
}
