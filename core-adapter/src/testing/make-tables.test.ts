// SPDX-License-Identifier: EUPL-1.2
import { DataSource } from 'typeorm';
import { coreSchema } from '../host/app/core-schema.js';
import { parseDatabaseUrl } from '../host/infra/database/database-url.js';
import { drift, migrate, pendingMigrations } from '../host/infra/database/migrate.js';
import { connect } from '../host/infra/database/open-database.js';
import { makeTables } from './make-tables.js';
import { bothDatabases } from './test-databases.js';

/** The statements that make the tables of a database, and the migrations that it knows. */
async function contentOf(url: string): Promise<unknown[]> {
  const { engine, options } = parseDatabaseUrl(url);
  const dataSource = await connect(new DataSource(options));
  const query = (statement: string): Promise<Record<string, string>[]> => dataSource.query(statement);
  const content: unknown[] = [await query('SELECT id, timestamp, name FROM core_migrations ORDER BY id')];
  if (engine === 'sqlite') content.push(await query('SELECT name, sql FROM sqlite_master ORDER BY name'));
  else {
    const tables = (await query('SHOW TABLES')).flatMap((row) => Object.values(row));
    for (const table of tables) content.push(await query(`SHOW CREATE TABLE ${table}`));
  }
  await dataSource.destroy();
  return content;
}

test.each(bothDatabases())('on $name, tables that are copied are those that migrations make', async (kind) => {
  const databases = await Promise.all([kind.fresh(), kind.fresh(), kind.fresh()]);
  const [{ url: migrated }, { url: first }, { url: second }] = databases;
  await migrate(migrated, [coreSchema]);
  await makeTables(first, [coreSchema]);
  await makeTables(second, [coreSchema]);

  const made = await contentOf(migrated);
  expect(made.length).toBeGreaterThan(1);
  expect(await contentOf(first)).toEqual(made);
  expect(await contentOf(second)).toEqual(made);
  expect(await pendingMigrations(second, [coreSchema])).toEqual([{ owner: 'core', names: [] }]);
  expect(await drift(second, [coreSchema])).toEqual([]);
  for (const { drop } of databases) await drop();
});
