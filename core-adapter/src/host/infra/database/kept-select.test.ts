// SPDX-License-Identifier: EUPL-1.2
import { setTimeout } from 'node:timers/promises';
import libsql from 'libsql';
import { DataSource } from 'typeorm';
import { bothDatabases, sqlite } from '../../../testing/test-databases.js';
import { keptSelect } from './kept-select.js';
import { parseDatabaseUrl } from './database-url.js';
import { newId } from './new-id.js';
import { CreateNotes1764028800000, NoteRow, openNotes } from './notes-for-tests.js';
import { openDatabase, type Database } from './open-database.js';
import { plainReader } from './plain-reader.js';
import { UnitOfWork } from './unit-of-work.js';

const [SCHOOL, OTHER_SCHOOL] = ['0390001X', '0390002Y'];

const TEXTS = keptSelect<'school', Pick<NoteRow, 'text'>>((manager) =>
  manager
    .createQueryBuilder(NoteRow, 'note')
    .select('note.text', 'text')
    .where('note.school = :school AND :school = note.school')
    .orderBy('note.id'),
);

async function textsOf(unitOfWork: UnitOfWork, school = SCHOOL): Promise<string[]> {
  return (await TEXTS(unitOfWork, { school })).map(({ text }) => text);
}

async function write({ unitOfWork }: Pick<Database, 'unitOfWork'>, text: string, school = SCHOOL): Promise<void> {
  await unitOfWork.run((manager) => manager.insert(NoteRow, { id: newId(), school, text, groupId: null }));
}

describe.each(bothDatabases())('kept SELECTs on $name', (kind) => {
  let database: Awaited<ReturnType<typeof openNotes>>;
  beforeAll(async () => {
    database = await openNotes(kind);
  });
  beforeEach(() => database.dataSource.manager.clear(NoteRow));
  afterAll(() => database.drop());

  test('each run has values of its own, and finds what was committed right before it, in any process', async () => {
    const other = await openDatabase(database.url, [NoteRow]);
    const both = [database.unitOfWork, other.unitOfWork];
    const seen = (): Promise<string[][]> => Promise.all(both.map((unitOfWork) => textsOf(unitOfWork)));
    await write(database, 'elsewhere', OTHER_SCHOOL);
    for (const [turn, writer] of [database, other, database, other].entries()) {
      await write(writer, `note ${turn}`);
      const all = Array.from({ length: turn + 1 }, (_, number) => `note ${number}`);
      expect(await seen()).toEqual([all, all]);
    }
    await other.unitOfWork.transaction((manager) => manager.delete(NoteRow, { text: 'note 0' }));
    expect(await seen()).toEqual(both.map(() => ['note 1', 'note 2', 'note 3']));
    expect(await textsOf(database.unitOfWork, OTHER_SCHOOL)).toEqual(['elsewhere']);
    await other.close();
  });

  test('inside a transaction it finds the rows of the transaction; others find them after the commit, and wait for none', async () => {
    const { unitOfWork } = database;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const writing = unitOfWork.transaction(async () => {
      await write(database, 'inside');
      expect(await textsOf(unitOfWork)).toEqual(['inside']);
      begin();
      await ended;
    });
    await begun;
    expect(await textsOf(unitOfWork)).toEqual([]);
    end();
    await writing;
    expect(await textsOf(unitOfWork)).toEqual(['inside']);
  });

  test('a list has as many places as its next power of two, and one value of it is enough', async () => {
    const ids = Array.from({ length: 5 }, () => newId());
    for (const [index, id] of ids.entries()) {
      const note = { id, school: SCHOOL, text: `note ${index}`, groupId: null };
      await database.unitOfWork.run((manager) => manager.insert(NoteRow, note));
    }
    const among = keptSelect<'ids' | 'school', Pick<NoteRow, 'text'>>((manager) =>
      manager
        .createQueryBuilder(NoteRow, 'note')
        .select('note.text', 'text')
        .where('note.id IN (:...ids) AND note.school = :school')
        .orderBy('note.id'),
    );
    const { logger } = database.dataSource;
    const { logQuery } = logger;
    const places: number[] = [];
    logger.logQuery = (_, values) => void places.push((values as unknown[]).length - 1);
    for (let count = 1; count <= ids.length; count += 1) {
      const found = await among(database.unitOfWork, { ids: ids.slice(0, count), school: SCHOOL });
      expect(found).toEqual(Array.from({ length: count }, (_, index) => ({ text: `note ${index}` })));
    }
    const many = (count: number) => Array.from({ length: count }, () => newId());
    for (const count of [512, 513, 1_000]) await among(database.unitOfWork, { ids: many(count), school: SCHOOL });
    logger.logQuery = logQuery;
    expect(places).toEqual([1, 2, 4, 4, 8, 512, 999, 1_000]);
  });

  test('it is a statement of the log like any other', async () => {
    const { logger } = database.dataSource;
    const { logQuery } = logger;
    const logged: unknown[] = [];
    logger.logQuery = (sql, values) => void logged.push([sql, values]);
    await textsOf(database.unitOfWork).finally(() => (logger.logQuery = logQuery));
    expect(logged).toEqual([[expect.stringMatching(/^SELECT .+ = \? AND \? = /), [SCHOOL, SCHOOL]]]);
  });

  test('a SELECT that fails says so, and the next one is not held up', async () => {
    const wrong = keptSelect<'school', unknown>((manager) =>
      manager
        .createQueryBuilder(NoteRow, 'note')
        .select('no_such_function(note.text)', 'text')
        .where('note.school = :school'),
    );
    await expect(wrong(database.unitOfWork, { school: SCHOOL })).rejects.toThrow('no_such_function');
    await write(database, 'after');
    expect(await textsOf(database.unitOfWork)).toEqual(['after']);
  });
});

test('a list has as many values as it is long', async () => {
  const notes = await openNotes(sqlite);
  const among = keptSelect<'texts' | 'school', Pick<NoteRow, 'text'>>((manager) =>
    manager
      .createQueryBuilder(NoteRow, 'note')
      .select('note.text', 'text')
      .where('note.text IN (:...texts) AND note.school = :school'),
  );
  for (const text of ['one', 'two', 'three']) await write(notes, text);
  for (const texts of [['two'], ['one', 'three', 'four'], ['two', 'one']]) {
    const found = await among(notes.unitOfWork, { texts, school: SCHOOL });
    expect(found.map(({ text }) => text).sort()).toEqual(texts.filter((text) => text !== 'four').sort());
  }
  await expect(among(notes.unitOfWork, { texts: [], school: SCHOOL })).rejects.toThrow('no value for ":texts"');
  await notes.drop();
});

test('a parameter without a value is an error', async () => {
  const notes = await openNotes(sqlite);
  const school: string | undefined = undefined;
  await expect(TEXTS(notes.unitOfWork, { school } as never)).rejects.toThrow('no value for ":school"');
  await notes.drop();
});

test('a database in memory has one connection, which takes one transaction after the other', async () => {
  const memory = await openDatabase('sqlite::memory:', [NoteRow]);
  await new CreateNotes1764028800000().up(memory.dataSource.createQueryRunner());
  const first = memory.unitOfWork.transaction(() => write(memory, 'first'));
  expect(await textsOf(memory.unitOfWork)).toEqual(['first']);
  await first;
  await memory.close();
});

test('SQLite: a SELECT waits while another process holds the file for itself, and then finds what that one wrote', async () => {
  const { url, drop } = await sqlite.fresh();
  const other = new libsql(url.replace('sqlite:', ''));
  other.exec('CREATE TABLE note (text)');
  const dataSource = new DataSource(parseDatabaseUrl(url).options);
  const unitOfWork = new UnitOfWork(dataSource, 'sqlite', undefined, plainReader(dataSource, 1));
  const texts = (): Promise<unknown[]> => unitOfWork.read(() => ({ sql: 'SELECT text FROM note', values: [] }));
  expect(await texts()).toEqual([]);
  other.exec('BEGIN EXCLUSIVE');
  other.exec("INSERT INTO note VALUES ('first')");
  let isAnswered = false;
  const waiting = texts().finally(() => (isAnswered = true));
  // Longer than one attempt: the event loop goes on.
  await setTimeout(50);
  expect(isAnswered).toBe(false);
  other.exec('COMMIT');
  expect(await waiting).toEqual([{ text: 'first' }]);
  other.exec("INSERT INTO note VALUES ('second')");
  expect(await texts()).toEqual([{ text: 'first' }, { text: 'second' }]);
  await expect(unitOfWork.read(() => ({ sql: 'DELETE FROM note RETURNING text', values: [] }))).rejects.toThrow(
    'readonly',
  );
  unitOfWork.close();
  other.close();
  await drop();
});

test('P14: SQLite: on a full disk it still finds rows', async () => {
  const notes = await openNotes(sqlite);
  await write(notes, 'kept');
  const [{ page_count: pages }] = await notes.dataSource.query<[{ page_count: number }]>('PRAGMA page_count');
  await notes.dataSource.query(`PRAGMA max_page_count = ${pages}`);
  const filling = notes.unitOfWork.transaction(async () => {
    for (let row = 0; row < 200; row += 1) await write(notes, 'x'.repeat(90));
  });
  await expect(filling).rejects.toThrow('no room left');
  expect(await textsOf(notes.unitOfWork)).toEqual(['kept']);
  await notes.drop();
});

test.each(bothDatabases())('once a database of $name is closed, SELECTs are refused', async (kind) => {
  const notes = await openNotes(kind);
  expect(await textsOf(notes.unitOfWork)).toEqual([]);
  await notes.close();
  await expect(textsOf(notes.unitOfWork)).rejects.toThrow();
  await notes.drop().catch(() => undefined);
});
