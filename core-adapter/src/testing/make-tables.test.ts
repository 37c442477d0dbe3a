// SPDX-License-Identifier: EUPL-1.2
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { coreSchema } from '../host/app/core-schema.js';
import { parseDatabaseUrl } from '../host/infra/database/database-url.js';
import { drift, migrate, pendingMigrations, type SchemaOwner } from '../host/infra/database/migrate.js';
import { notesOwner } from '../host/infra/database/notes-for-tests.js';
import { connect } from '../host/infra/database/open-database.js';
import { makeTables } from './make-tables.js';
import { bothDatabases, type TestDatabase } from './test-databases.js';

/** The statements that make the tables of a database, and the migrations that it knows. */
async function contentOf(url: string): Promise<unknown[]> {
  const { engine, options } = parseDatabaseUrl(url);
  const dataSource = await connect(new DataSource(options));
  const query = (statement: string): Promise<Record<string, string>[]> => dataSource.query(statement);
  const content: unknown[] = [];
  for (const owner of ['core', 'notes'])
    content.push(await query(`SELECT id, timestamp, name FROM ${owner}_migrations ORDER BY id`));
  if (engine === 'sqlite') content.push(await query('SELECT name, sql FROM sqlite_master ORDER BY name'));
  else {
    const tables = (await query('SHOW TABLES')).flatMap((row) => Object.values(row));
    for (const table of tables) content.push(await query(`SHOW CREATE TABLE ${table}`));
  }
  await dataSource.destroy();
  return content;
}

const OWNERS = [coreSchema, notesOwner];

test.each(bothDatabases())('on $name, tables that are copied are those that migrations make', async (kind) => {
  const databases = await Promise.all([kind.fresh(), kind.fresh(), kind.fresh()]);
  const [{ url: migrated }, { url: first }, { url: second }] = databases;
  await migrate(migrated, OWNERS);
  await makeTables(first, OWNERS);
  await makeTables(second, OWNERS);

  const made = await contentOf(migrated);
  expect(made.length).toBeGreaterThan(2);
  expect(await contentOf(first)).toEqual(made);
  expect(await contentOf(second)).toEqual(made);
  expect(await pendingMigrations(second, OWNERS)).toEqual([
    { owner: 'core', names: [] },
    { owner: 'notes', names: [] },
  ]);
  expect(await drift(second, OWNERS)).toEqual([]);
  for (const { drop } of databases) await drop();
});

/** All owners have the same id, the same migration name and the same SQL text. */
function ownerOf(column: string): SchemaOwner & { readonly runs: string[] } {
  const runs: string[] = [];
  class CreateWords1764028800000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      runs.push(column);
      await runner.query(`CREATE TABLE words_word (${column} varchar(10))`);
      await runner.query(`INSERT INTO words_word VALUES ('${column}')`);
    }
    async down(): Promise<void> {}
  }
  return { id: 'words', entities: [], migrations: [CreateWords1764028800000], runs };
}

async function wordsIn(kind: TestDatabase, owner: SchemaOwner): Promise<unknown[]> {
  const { url, drop } = await kind.fresh();
  await makeTables(url, [coreSchema, owner]);
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  const rows = await dataSource.query<object[]>('SELECT * FROM words_word');
  await dataSource.destroy();
  await drop();
  return rows.map((row) => ({ ...row }));
}

test.each(bothDatabases())(
  'on $name, a migration of a brick runs once, and its rows are copied as well',
  async (kind) => {
    const owner = ownerOf('colour');
    for (const _ of [1, 2, 3]) expect(await wordsIn(kind, owner)).toEqual([{ colour: 'colour' }]);
    expect(owner.runs).toEqual(['colour']);
  },
);

test.each(bothDatabases())('on $name, a changed migration of the same name makes tables of its own', async (kind) => {
  expect(await wordsIn(kind, ownerOf('early'))).toEqual([{ early: 'early' }]);
  expect(await wordsIn(kind, ownerOf('late'))).toEqual([{ late: 'late' }]);
});
