// SPDX-License-Identifier: EUPL-1.2
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { UnavailableError } from '../../../api/errors.js';
import { onMariadb } from '../../../testing/on-mariadb.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../../app/core-schema.js';
import { currentBrick } from '../util/brick-scope.js';
import { parseDatabaseUrl } from './database-url.js';
import { differenceInDatabase } from './differences.js';
import { drift, migrate, migrateEach, pendingMigrations, rollback, tablePrefix, type SchemaOwner } from './migrate.js';
import { CreateNotes1764028800000, notesOwner } from './notes-for-tests.js';
import { connect, openDatabase } from './open-database.js';

const OWNERS = [coreSchema, notesOwner];

class BreakNotes1764028800001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("INSERT INTO notes_note (id, school, text) VALUES ('1', '0390001X', 'half done')");
    await queryRunner.query('ALTER TABLE notes_that_are_not_there ADD COLUMN colour varchar(10)');
  }

  async down(): Promise<void> {}
}

class CreateOther1764028800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE other_thing (id integer)');
  }

  async down(): Promise<void> {}
}

const seen: (string | undefined)[] = [];

class SeeNotes1764028800002 implements MigrationInterface {
  async up(): Promise<void> {
    seen.push(currentBrick());
  }

  async down(): Promise<void> {}
}

class HangNotes1764028800003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("INSERT INTO notes_note (id, school, text) VALUES ('1', '0390001X', 'half done')");
    await new Promise(() => undefined);
  }

  async down(): Promise<void> {}
}

const brokenOwner: SchemaOwner = { ...notesOwner, migrations: [CreateNotes1764028800000, BreakNotes1764028800001] };

async function query<T>(url: string, sql: string): Promise<T[]> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  try {
    return await dataSource.query<T[]>(sql);
  } finally {
    await dataSource.destroy();
  }
}

async function tables(url: string): Promise<string[]> {
  const sql = url.startsWith('sqlite:')
    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  return (await query<{ name: string }>(url, sql)).map(({ name }) => name).sort();
}

describe.each(bothDatabases())('migrations on $name', (kind) => {
  let url: string;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    ({ url, drop } = await kind.fresh());
  });
  afterEach(() => drop());

  test('up: pending migrations are reported by owner, run once, and leave no drift', async () => {
    const names = (owner: SchemaOwner): string[] => owner.migrations.map(({ name }) => name);
    const all = OWNERS.map((owner) => ({ owner: owner.id, names: names(owner) }));
    expect(await pendingMigrations(url, OWNERS)).toEqual(all);
    expect(await migrate(url, OWNERS)).toEqual(all);
    const none = OWNERS.map((owner) => ({ owner: owner.id, names: [] }));
    expect(await pendingMigrations(url, OWNERS)).toEqual(none);
    expect(await migrate(url, OWNERS)).toEqual(none);
    expect(await drift(url, OWNERS)).toEqual([]);
  });

  test('a brick added later migrates alone; its tables begin with its prefix', async () => {
    await migrate(url, [coreSchema]);
    const before = await tables(url);
    expect(before.every((name) => name.startsWith(tablePrefix('core')))).toBe(true);
    expect(await pendingMigrations(url, OWNERS)).toContainEqual({ owner: 'core', names: [] });
    expect((await migrate(url, OWNERS))[1]?.names).toHaveLength(1);
    const added = (await tables(url)).filter((name) => !before.includes(name));
    expect(added).toEqual(['notes_migrations', 'notes_note']);
  });

  test('down removes every table, and up recreates them without drift', async () => {
    await migrate(url, OWNERS);
    for (const owner of [...OWNERS].reverse()) await rollback(url, owner);
    expect(await tables(url)).toEqual(['core_migrations', 'notes_migrations']);
    expect((await pendingMigrations(url, OWNERS))[0]?.names).toHaveLength(coreSchema.migrations.length);
    await migrate(url, OWNERS);
    expect(await drift(url, OWNERS)).toEqual([]);
  });

  const reported = async (): Promise<string[]> => (await drift(url, OWNERS)).map(differenceInDatabase);

  test('drift names manual changes', async () => {
    await migrate(url, OWNERS);
    await query(url, 'ALTER TABLE notes_note ADD COLUMN colour varchar(10)');
    await query(url, 'DROP INDEX notes_note_school ON notes_note'.replace(kind.name === 'SQLite' ? / ON .*/ : '', ''));
    await query(url, 'ALTER TABLE notes_note RENAME COLUMN text TO words');
    expect(await reported()).toEqual([
      '`text` of `notes_note` is not in the database',
      '`words` of `notes_note` is in the database and in no entity',
      '`colour` of `notes_note` is in the database and in no entity',
      'the index `notes_note_school` of `notes_note` is not in the database',
    ]);
  });

  test('drift names a missing table, a column of another type, and a surplus index', async () => {
    await migrate(url, [coreSchema]);
    expect(await reported()).toEqual(['the table `notes_note` is not in the database']);
    await migrate(url, OWNERS);
    await query(url, 'CREATE INDEX notes_note_groups ON notes_note (groupId)');
    await query(url, 'ALTER TABLE notes_note DROP COLUMN text');
    await query(url, 'ALTER TABLE notes_note ADD COLUMN text integer NULL');
    expect(await reported()).toEqual([
      '`text` of `notes_note` is in the database otherwise than its entity says',
      'the index `notes_note_groups` of `notes_note` is in the database and in no entity',
    ]);
  });

  test('P8: a failed migration is reported, stays pending, and releases its lock', async () => {
    const attempt = migrate(url, [brokenOwner]);
    await expect(attempt).rejects.toThrow(UnavailableError);
    await expect(attempt).rejects.toMatchObject({
      message: expect.stringMatching(/^A migration of notes failed \(.*notes_that_are_not_there.*\)/),
      remedy: expect.stringMatching(/backup/),
    });
    expect(await pendingMigrations(url, [brokenOwner])).toEqual([
      { owner: 'notes', names: ['BreakNotes1764028800001'] },
    ]);
    // MariaDB commits at each change of a table: what came before it in the same migration stays.
    if (kind.name === 'SQLite') expect(await query(url, 'SELECT id FROM notes_note')).toEqual([]);
    expect(await migrate(url, [notesOwner])).toEqual([{ owner: 'notes', names: [] }]);
  });

  test('P11: a failed brick does not stop others; core comes first, and its failure stops all', async () => {
    const other: SchemaOwner = { id: 'other', entities: [], migrations: [CreateOther1764028800000] };
    const { reports, failures } = await migrateEach(url, [coreSchema, brokenOwner, other]);
    expect(reports.map(({ owner }) => owner)).toEqual(['core', 'other']);
    expect(failures.map(({ message }) => message)).toEqual([expect.stringMatching(/^A migration of notes failed/)]);
    expect(await pendingMigrations(url, [coreSchema, other])).toEqual([
      { owner: 'core', names: [] },
      { owner: 'other', names: [] },
    ]);
    const brokenCore: SchemaOwner = { ...coreSchema, migrations: [...coreSchema.migrations, BreakNotes1764028800001] };
    await expect(migrateEach(url, [brokenCore, notesOwner])).rejects.toThrow(/^A migration of core failed/);
  });

  test('P11: migrations of a brick run in its scope, those of core in none', async () => {
    seen.length = 0;
    const seeing = { ...notesOwner, migrations: [SeeNotes1764028800002] };
    const core = { ...coreSchema, migrations: [...coreSchema.migrations, SeeNotes1764028800002] };
    await migrate(url, [core, seeing]);
    expect(seen).toEqual([undefined, 'notes']);
  });

  test('P11: a migration that hangs fails at its time limit: it is rolled back, and the next one runs', async () => {
    const hanging: SchemaOwner = { ...notesOwner, migrations: [CreateNotes1764028800000, HangNotes1764028800003] };
    const other: SchemaOwner = { id: 'other', entities: [], migrations: [CreateOther1764028800000] };
    const { reports, failures } = await migrateEach(url, [coreSchema, hanging, other], 2_000);
    expect(reports.map(({ owner }) => owner)).toEqual(['core', 'other']);
    expect(failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^A migration of notes failed \(it took longer than 2 s\)/),
    ]);
    expect(await query(url, 'SELECT id FROM notes_note')).toEqual([]);
  });

  if (kind.name === 'MariaDB') {
    test('of two concurrent processes, one migrates; the other waits and finds nothing to do', async () => {
      const reports = await Promise.all([1, 2, 3].map(() => migrate(url, OWNERS)));
      const ran = reports.map((owners) => owners.flatMap(({ names }) => names).length).sort();
      expect(ran).toEqual([0, 0, coreSchema.migrations.length + 1]);
      expect(await drift(url, OWNERS)).toEqual([]);
    });
  }
});

test('a server that does not answer is reported in one sentence', async () => {
  const attempt = migrate('mysql://root@127.0.0.1:9/volee', OWNERS);
  await expect(attempt).rejects.toThrow(UnavailableError);
  await expect(attempt).rejects.toMatchObject({
    message: expect.stringMatching(/^The database does not answer \(.*\)\.$/),
    remedy: expect.stringMatching(/^Check database\.url/),
  });
});

const [, server] = bothDatabases();
if (server) {
  test('H1 a MariaDB with a collation that confuses logins is refused with the remedy', async () => {
    const { url, drop } = await server.fresh();
    await onMariadb(url, 'ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci');
    const refusal = {
      message: expect.stringMatching(/compares texts by utf8mb4_general_ci/),
      remedy: expect.stringMatching(/ ALTER DATABASE `volee_\w+` CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin/),
    };
    await expect(migrate(url, OWNERS)).rejects.toMatchObject(refusal);
    await expect(pendingMigrations(url, OWNERS)).rejects.toMatchObject(refusal);
    await expect(openDatabase(url, [])).rejects.toMatchObject(refusal);
    await drop();
  });
}
