// SPDX-License-Identifier: EUPL-1.2
import { Entity, PrimaryColumn, Column, Index, ManyToOne, type MigrationInterface, type QueryRunner } from 'typeorm';
import { CreateNotes1764028800000, NoteRow } from '../infra/database/notes-for-tests.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { PersonRow } from '../domain/directory/person.entity.js';
import type { PersonTable } from '../../api/personal-data.js';
import { goodManifest } from './bricks-for-tests.js';
import { checkTables } from './check-tables.js';

type Migration = new () => MigrationInterface;

function problemOf(
  migrations: readonly Migration[],
  entities: readonly (new () => object)[] = [NoteRow],
): Promise<BrickFault | undefined> {
  return checkTables({ ...goodManifest, id: 'notes', entities, migrations }, 5_000);
}

/** A migration that runs after the one that creates the table. */
function then(up: (runner: QueryRunner) => Promise<unknown>): Migration {
  return class Then1764028800001 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await up(runner);
    }
    async down(): Promise<void> {}
  };
}

const CREATE = CreateNotes1764028800000;
const sql = (statement: string): Migration => then((runner) => runner.query(statement));

test('migrations that create the entities’ schema pass, also in several steps that move data and recreate tables', async () => {
  expect(await problemOf([CREATE])).toBeUndefined();
  expect(
    await problemOf([
      CREATE,
      then(async (runner) => {
        await runner.query(
          "INSERT INTO notes_note (id, school, text) VALUES ('1', '0390001X', 'see core and from others')",
        );
        await runner.renameColumn('notes_note', 'text', 'words');
        await runner.renameColumn('notes_note', 'words', 'text');
        await runner.query(
          'WITH old AS (SELECT id FROM notes_note) UPDATE notes_note SET text = 1 WHERE id IN (SELECT id FROM old)',
        );
        await runner.query('DROP INDEX notes_note_school');
        await runner.query('CREATE INDEX notes_note_school ON notes_note (school)');
        if (await runner.hasTable('notes_note')) await runner.query('DELETE FROM "notes_note"');
      }),
    ]),
  ).toBeUndefined();
});

test.each<[string, Migration, string]>([
  ['the host’s', sql('UPDATE core_person SET login = 1'), 'core_person'],
  ['the host’s, if it is there', sql('DROP TABLE IF EXISTS "core_person"'), 'core_person'],
  ['the host’s, after a look', then((runner) => runner.hasTable('core_session')), 'core_session'],
  ['another brick’s', sql('DELETE FROM agenda_event'), 'agenda_event'],
  ['another brick’s, if it is there', sql('DROP TABLE IF EXISTS `agenda_event`'), 'agenda_event'],
  ['another brick’s, after a look', then((runner) => runner.hasTable('agenda_event')), 'agenda_event'],
  [
    'another brick’s, read',
    sql('INSERT INTO notes_note SELECT id, school, title, NULL FROM agenda_event'),
    'agenda_event',
  ],
  ['nobody’s, made', sql('CREATE TABLE scratch (id integer)'), 'scratch'],
  [
    'nobody’s, made and dropped',
    then(async (runner) => {
      await runner.query('CREATE TABLE scratch (id integer)');
      await runner.query('DROP TABLE scratch');
    }),
    'scratch',
  ],
  ['its own under another’s name', sql('ALTER TABLE notes_note RENAME TO agenda_note'), 'agenda_note'],
  ['an index of another', sql('CREATE INDEX notes_x ON agenda_event (id)'), 'agenda_event'],
])('P11: a migration that names a foreign table is refused: %s', async (_name, migration, table) => {
  expect(await problemOf([CREATE, migration])).toEqual({
    cause: `one of its migrations names ${table}, and a brick may only name tables of its own`,
    remedy: 'Leave that one alone.',
  });
});

test('a table created without the logger is found in the final schema', async () => {
  const sneaking = then(async (runner) => {
    const { databaseConnection } = runner.connection.driver as unknown as {
      databaseConnection: { exec(sql: string): void };
    };
    databaseConnection.exec('CREATE TABLE scratch (id integer)');
  });
  expect((await problemOf([CREATE, sneaking]))?.cause).toMatch(
    /^one of its migrations makes scratch, whose name does not begin/,
  );
});

test.each<[string, readonly Migration[], string]>([
  [
    'it throws',
    [CREATE, then(() => Promise.reject(new Error('no such column')))],
    'its migrations do not run (no such column)',
  ],
  [
    'a name without its time',
    [
      class Create {
        async up(): Promise<void> {}
        async down(): Promise<void> {}
      },
    ],
    'its migrations do not run (Create migration name is wrong',
  ],
  ['none', [], 'its migrations do not make the tables of its entities: the table `notes_note` is in no migration'],
  [
    'a column too few',
    [CREATE, sql('ALTER TABLE notes_note DROP COLUMN text')],
    'its migrations do not make the tables of its entities: `text` of `notes_note` is in no migration',
  ],
  ['a table too many, of its own', [CREATE, sql('CREATE TABLE notes_old (id integer)')], ''],
])('migrations that do not match the entities are refused: %s', async (_name, migrations, sentence) => {
  const problem = await problemOf(migrations);
  if (sentence === '') expect(problem).toBeUndefined();
  else expect(problem?.cause).toContain(sentence);
});

test('migrations without entities are refused; a brick with neither passes', async () => {
  expect(await problemOf([CREATE], [])).toEqual({
    cause: 'it has migrations and no entities, so nobody would run them',
  });
  expect(await problemOf([], [])).toBeUndefined();
});

test('P11: a migration that hangs fails its brick at the time limit', async () => {
  const manifest = {
    ...goodManifest,
    id: 'notes',
    entities: [NoteRow],
    migrations: [then(() => new Promise(() => undefined))],
  };
  expect(await checkTables(manifest, 20)).toEqual({
    cause: 'its migrations do not run (it took longer than 0.02 s)',
    isSlow: true,
  });
});

test('the tables of a manifest are tested until they are good, and then no more', async () => {
  const outcomes = ['fails', 'runs'];
  const counting = then(() =>
    outcomes.shift() === 'fails' ? Promise.reject(new Error('not yet')) : Promise.resolve(),
  );
  const manifest = { ...goodManifest, id: 'notes', entities: [NoteRow], migrations: [CREATE, counting] };
  expect((await checkTables(manifest, 5_000))?.cause).toContain('not yet');
  expect(await checkTables(manifest, 5_000)).toBeUndefined();
  outcomes.push('fails');
  expect(await checkTables(manifest, 5_000)).toBeUndefined();
  expect((await checkTables({ ...manifest }, 5_000))?.cause).toContain('not yet');
});

@Entity('notes_author')
@Index('notes_author_school', ['school'])
class Author {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
  @ManyToOne(() => PersonRow)
  person!: PersonRow;
}

test('T1: a relation to a table of another owner is refused with the remedy', async () => {
  expect(await problemOf([CREATE], [NoteRow, Author])).toEqual({
    cause: 'the relation Author#person leads to a class that is not among its entities',
    remedy: 'Refer to it by id instead.',
  });
});

test('a missing column of stored keys is reported with the name of the entity', async () => {
  const checked = (column: string): Promise<BrickFault | undefined> => {
    const storedKeys = [{ entity: NoteRow, column }];
    return checkTables({ ...goodManifest, id: 'notes', entities: [NoteRow], migrations: [CREATE], storedKeys }, 5_000);
  };
  expect(await checked('text')).toBeUndefined();
  expect(await checked('key')).toEqual({ cause: 'manifest.storedKeys: NoteRow has no column "key"' });
});

test.each<[string, PropertyDecorator]>([
  ['a list', Column('simple-array')],
  ['JSON', Column('simple-json')],
  ['bytes', Column('blob')],
  ['written in another way', Column('varchar', { transformer: { to: String, from: String } })],
])('F15: a column in which the removal of content would not find stored keys (%s) is refused', async (_, decorate) => {
  @Entity('notes_list')
  @Index(['school'])
  class ListRow {
    @PrimaryColumn('varchar', { length: 36 })
    id!: string;

    @Column('varchar', { length: 8 })
    school!: string;

    @decorate
    keys!: unknown;
  }
  const storedKeys = [{ entity: ListRow, column: 'keys' }];
  const checked = checkTables({ ...goodManifest, id: 'notes', entities: [ListRow], storedKeys }, 5_000);
  expect((await checked)?.cause).toMatch(/^manifest\.storedKeys: ListRow#keys must be a varchar without a transformer/);
});

@Entity('notes_vote')
@Index(['school', 'voterId'], { unique: true })
class VoteRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  voterId!: string;

  @Column('varchar', { length: 100 })
  text!: string;

  @Column('integer')
  number!: number;
}

test.each<[string, PersonTable['columns'], string]>([
  [
    'that is not there',
    { ownerId: 'delete' },
    'manifest.personalData.tables: VoteRow has no column "ownerId". Name a column of the entity, or remove it.',
  ],
  [
    'that cannot be blank',
    { text: 'blank' },
    'manifest.personalData.tables: VoteRow#text cannot be "blank", since it is not nullable. Make it nullable.',
  ],
  [
    'that holds no id',
    { number: 'delete' },
    'manifest.personalData.tables: VoteRow#number cannot be "delete", since it is no varchar column with one id in ' +
      'each row. Declare it "handlers".',
  ],
  [
    'that holds no id of a group',
    { number: 'group' },
    'manifest.personalData.tables: VoteRow#number cannot be "group", since it is no varchar column with one id in ' +
      'each row. Declare it "nobody", and call brick.moveGroup.',
  ],
  [
    'of a unique key',
    { voterId: 'delete' },
    'manifest.personalData.tables: VoteRow#voterId is in a unique key, where rows of two persons may meet. Declare ' +
      `move: 'handlers' beside its columns, and give brick.personalData a "movePerson".`,
  ],
])('T7: a declaration of personal data for a column %s is refused', async (_name, columns, sentence) => {
  const checked = (move?: 'handlers'): Promise<BrickFault | undefined> =>
    checkTables(
      {
        ...goodManifest,
        ...{ id: 'notes', entities: [VoteRow], migrations: [] },
        personalData: {
          ...{ kept: 'title', purpose: 'title', retention: 'title' },
          tables: [{ entity: VoteRow, columns, ...(move && { move }) }],
        },
      },
      5_000,
    );
  const { cause = '', remedy = '' } = (await checked()) ?? {};
  expect(`${cause}. ${remedy}`).toBe(sentence);
  if (cause.includes('unique')) expect((await checked('handlers'))?.cause).not.toContain('unique');
});
