// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import {
  And,
  Equal,
  In,
  IsNull,
  Like,
  MoreThan,
  Not,
  Or,
  Raw,
  type FindOperator,
  type FindOptionsWhere,
} from 'typeorm';
import type { SchoolRepository } from '../../../api/database.js';
import { ConflictError, DomainError } from '../../../api/errors.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from './new-id.js';
import { NoteRow, openNotes, type NotesDatabase } from './notes-for-tests.js';
import { schoolDatabase } from './school-repository.js';
import { CollisionError } from './unit-of-work.js';

const HERE = '0390001X';
const THERE = '0390002Y';
/** The limit for a transaction, in milliseconds. */
const LIMIT = 10_000;

type Where = FindOptionsWhere<NoteRow>;

describe.each(bothDatabases())('school repository on $name', (kind) => {
  let database: NotesDatabase;
  let here: SchoolRepository<NoteRow>;
  let there: SchoolRepository<NoteRow>;
  let theirs: NoteRow;

  const repositoryOf = (uai: string): SchoolRepository<NoteRow> =>
    schoolDatabase(database.unitOfWork, { entities: [NoteRow] }, uai, LIMIT).repository(NoteRow);
  const textsHere = async (where: Where | Where[]): Promise<string[]> =>
    (await here.find({ where, order: { text: 'ASC' } })).map(({ text }) => text);

  /** Runs work as another request does: not in the transaction of the test. */
  const outside = AsyncResource.bind((work: () => Promise<unknown>) => work());
  /** Resolves once a statement waits for a lock of another one. */
  const isWaiting = async (): Promise<void> => {
    const sql = "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'";
    for (;;) {
      const [status] = await database.dataSource.query<{ Value: string }[]>(sql);
      if (Number(status?.Value) > 0) return;
    }
  };

  beforeAll(async () => {
    database = await openNotes(kind);
    here = repositoryOf(HERE);
    there = repositoryOf(THERE);
  });
  beforeEach(async () => {
    await database.dataSource.manager.clear(NoteRow);
    await here.insert([
      { text: 'ours 1', groupId: null },
      { text: 'ours 2', groupId: 'cm1' },
    ]);
    const [row] = await there.insert([{ text: 'theirs', groupId: 'cm1' }]);
    if (row) theirs = row;
  });
  afterAll(() => database.drop());

  test('a row that a unique index refuses is a ConflictError of insert and update', async () => {
    const one = { text: 'one', groupId: null, number: 1 };
    const [written] = await here.insert([one]);
    await expect(here.insert([one])).rejects.toBeInstanceOf(ConflictError);
    await expect(here.update({ text: 'ours 1' }, { number: 1 })).rejects.toBeInstanceOf(ConflictError);
    await there.insert([one]);
    expect(await here.find({ where: { number: 1 } })).toMatchObject([{ id: written?.id }]);
    await expect(here.insert([{ groupId: null } as unknown as NoteRow])).rejects.not.toBeInstanceOf(DomainError);
  });

  test('thousands of rows are inserted, all or none', async () => {
    const many = Array.from({ length: 8_200 }, (_, number) => ({ text: 'many', groupId: 'cm1', number }));
    const twice = [...many, { text: 'twice', groupId: null, number: 0 }];
    await expect(here.insert(twice)).rejects.toBeInstanceOf(ConflictError);
    expect(await here.count()).toBe(2);
    expect(await here.insert(many)).toHaveLength(8_200);
    expect(await here.count()).toBe(8_202);
  });

  if (kind.name === 'MariaDB') {
    test('a row that loses a deadlock over a unique index is a conflict that may be tried again', async () => {
      const numbered = (number: number) => ({ text: 'numbered', groupId: null, number });
      let late: Promise<unknown> = Promise.resolve();
      const db = schoolDatabase(database.unitOfWork, { entities: [NoteRow] }, HERE, LIMIT);
      await db.transaction(async () => {
        // MariaDB ends the statement that has written fewer rows.
        await db.repository(NoteRow).insert([2, 3, 4, 5, 6].map(numbered));
        late = outside(() => here.insert([numbered(1), numbered(2)]));
        late.catch(() => undefined);
        await isWaiting();
        await db.repository(NoteRow).insert([numbered(1)]);
      });
      await expect(late).rejects.toBeInstanceOf(CollisionError);
    });
  }

  test('insert sets the id and the school and ignores those of the row', async () => {
    const forged = { id: theirs.id, school: THERE, text: 'forged', groupId: null };
    const [written] = await here.insert([forged]);
    expect(written).toMatchObject({ school: HERE, text: 'forged' });
    expect(written?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(written?.id).not.toBe(theirs.id);
    expect(await here.findOne({ where: { text: 'forged' } })).toMatchObject({ ...written });
    expect(await here.insert([])).toEqual([]);
    expect(await there.count()).toBe(1);
  });

  test('insertOne returns its row', async () => {
    const row = await here.insertOne({ text: 'alone', groupId: null });
    expect(row).toMatchObject({ text: 'alone', school: HERE });
    expect(await here.findOne({ where: { id: row.id } })).toMatchObject({ text: 'alone' });
  });

  test('find, order, take, skip and count see one school', async () => {
    expect(await here.count()).toBe(2);
    expect((await here.find()).map(({ school }) => school)).toEqual([HERE, HERE]);
    const page = await here.find({ order: { text: 'DESC' }, take: 1, skip: 1 });
    expect(page.map(({ text }) => text)).toEqual(['ours 1']);
    expect(await here.findOne({ where: { text: 'nothing' } })).toBeUndefined();
    expect(await there.count({ where: { groupId: 'cm1' } })).toBe(1);
  });

  test('T1, T4: the id of another school’s row finds nothing', async () => {
    expect(await here.findOne({ where: { id: theirs.id } })).toBeUndefined();
    expect(await here.find({ where: { id: Equal(theirs.id) } })).toEqual([]);
    expect(await here.count({ where: { id: theirs.id } })).toBe(0);
  });

  test('T6: neither do ids in a list, nor alternatives in an array or in an operator', async () => {
    const everybody = (await there.find()).concat(await here.find()).map(({ id }) => id);
    expect(await textsHere({ id: In(everybody) })).toEqual(['ours 1', 'ours 2']);
    expect(await textsHere([{ id: theirs.id }, { text: 'ours 1' }])).toEqual(['ours 1']);
    expect(await textsHere([{ groupId: 'cm1' }, { text: Like('t%') }])).toEqual(['ours 2']);
    expect(await textsHere({ text: Or(Equal('ours 1'), Equal('theirs')) })).toEqual(['ours 1']);
    expect(await textsHere({ text: Or(Not(Equal('ours 1')), MoreThan('a')) })).toEqual(['ours 1', 'ours 2']);
  });

  test('T2: an empty array of alternatives matches no row, and not every school’s rows', async () => {
    expect(await here.find({ where: [] })).toEqual([]);
    expect(await here.findOne({ where: [] })).toBeUndefined();
    expect(await here.count({ where: [] })).toBe(0);
    expect(await here.find({ where: { id: In([]) } })).toEqual([]);
  });

  test('a condition with an empty list is answered without a statement', async () => {
    const { logger } = database.dataSource;
    const { logQuery } = logger;
    const statements: string[] = [];
    logger.logQuery = (statement) => void statements.push(statement);
    const where = { text: 'ours 1', id: In([]) };
    expect(await here.find({ where })).toEqual([]);
    expect(await here.count({ where: [where, { id: In([]) }] })).toBe(0);
    expect(statements).toEqual([]);
    expect(await textsHere([where, { text: 'ours 2' }])).toEqual(['ours 2']);
    expect(statements).toHaveLength(1);
    logger.logQuery = logQuery;
  });

  test('a column that does not exist is refused, also beside an empty list', async () => {
    const misspelt = { txet: 'ours 1' } as Where;
    await expect(here.find({ where: misspelt })).rejects.toThrow('txet');
    for (const where of [{ ...misspelt, id: In([]) }, [{ ...misspelt, id: In([]) }, { text: 'ours 2' }]]) {
      await expect(here.find({ where })).rejects.toThrow('no column "txet"');
      await expect(here.count({ where })).rejects.toThrow('no column "txet"');
    }
  });

  test.each<[string, Where | Where[]]>([
    ['the school itself', { school: THERE }],
    ['a list', { school: In([THERE]) }],
    ['all but ours', { school: Not(HERE) }],
    ['either', { school: And(Or(Equal(HERE), Equal(THERE)), Not(HERE)) }],
    ['none', { school: IsNull() }],
    ['an alternative', [{ school: THERE }, { school: THERE, text: 'theirs' }]],
  ])('naming another school only narrows: %s', async (_name, where) => {
    expect(await here.find({ where })).toEqual([]);
    if (!Array.isArray(where)) {
      expect(await here.update(where, { text: 'changed' })).toBe(0);
      expect(await here.delete(where)).toBe(0);
    }
    expect(await database.texts()).toEqual(['ours 1', 'ours 2', 'theirs']);
  });

  test('naming one’s own school, or both, finds one’s own', async () => {
    expect(await textsHere({ school: HERE })).toHaveLength(2);
    expect(await textsHere({ school: In([HERE, THERE]) })).toEqual(['ours 1', 'ours 2']);
  });

  test('T3: update and delete reach one school, even without a condition', async () => {
    expect(await here.update({ id: theirs.id }, { text: 'changed' })).toBe(0);
    expect(await here.delete({ id: theirs.id })).toBe(0);
    expect(await here.update({}, { text: 'ours' })).toBe(2);
    expect(await here.update({}, { text: 'ours' })).toBe(2);
    expect(await database.texts()).toEqual(['ours', 'ours', 'theirs']);
    expect(await here.delete({})).toBe(2);
    expect(await database.texts()).toEqual(['theirs']);
  });

  test('an update cannot change the school or the id of a row', async () => {
    const changes = { text: 'moved', school: THERE, id: newId() };
    expect(await here.update({ text: 'ours 1' }, changes)).toBe(1);
    expect(await textsHere({})).toEqual(['moved', 'ours 2']);
    expect(await here.findOne({ where: { id: changes.id } })).toBeUndefined();
  });

  test('T2: undefined or null in a condition throws, and nothing is written', async () => {
    const missing = { groupId: undefined } as unknown as Where;
    const nothing = { groupId: null } as unknown as Where;
    for (const where of [missing, nothing]) {
      await expect(here.find({ where })).rejects.toThrow(/value encountered in property/);
      await expect(here.find({ where: [where, { text: 'ours 1' }] })).rejects.toThrow(/value encountered/);
      await expect(here.count({ where })).rejects.toThrow(/value encountered/);
      await expect(here.update(where, { text: 'changed' })).rejects.toThrow(/value encountered/);
      await expect(here.delete(where)).rejects.toThrow(/value encountered/);
    }
    expect(await database.texts()).toEqual(['ours 1', 'ours 2', 'theirs']);
  });

  const raw = Raw(() => '1 = 1 OR 1 = 1');
  /** An operator as made by another copy of TypeORM. */
  const foreign = Object.assign(Object.create(null) as FindOperator<string>, {
    '@instanceof': Symbol.for('FindOperator'),
    type: 'raw',
    getSql: () => '1 = 1 OR 1 = 1',
  });
  test.each<[string, Where | Where[]]>([
    ['plain', { text: raw }],
    ['for the school', { school: raw }],
    ['in Not', { text: Not(raw) }],
    ['in Equal', { text: Equal(raw) }],
    ['in And', { text: And(Equal('a'), raw) }],
    ['in Or in Not', { text: Not(Or(Equal('a'), raw)) }],
    ['in an alternative', [{ text: 'a' }, { text: raw }]],
    ['in something nested', { text: { deeper: raw } } as unknown as Where],
    ['of another copy of TypeORM', { text: foreign }],
  ])('raw SQL is refused: %s', async (_name, where) => {
    const attempts = [
      () => here.find({ where }),
      () => here.count({ where }),
      ...(Array.isArray(where) ? [] : [() => here.update(where, { text: 'x' }), () => here.delete(where)]),
    ];
    for (const attempt of attempts) await expect(async () => attempt()).rejects.toThrow(/Raw SQL/);
    expect(await database.texts()).toEqual(['ours 1', 'ours 2', 'theirs']);
  });

  test('raw SQL is refused as a value to write: it could read every school’s rows', async () => {
    const sql = (() => '(SELECT COUNT(*) FROM notes_note)') as unknown as string;
    const deeper = { inner: [sql] } as unknown as string;
    for (const text of [sql, deeper]) {
      await expect(here.insert([{ text, groupId: null }])).rejects.toThrow(/Raw SQL/);
      await expect(here.update({ text: 'ours 1' }, { text })).rejects.toThrow(/Raw SQL/);
    }
    // A fault of the brick: the visitor is told 500 and not 400, and the log has it as an error.
    await expect(here.update({}, { text: sql })).rejects.not.toThrow(DomainError);
    expect(await database.texts()).toEqual(['ours 1', 'ours 2', 'theirs']);
  });

  test('only the entities of the brick are available', () => {
    class OtherRow {
      id!: string;
    }
    expect(() =>
      schoolDatabase(database.unitOfWork, { entities: [NoteRow] }, HERE, LIMIT).repository(OtherRow),
    ).toThrow('OtherRow is not among the brick');
  });

  test('a transaction of a brick is atomic and includes its repositories', async () => {
    const db = schoolDatabase(database.unitOfWork, { entities: [NoteRow] }, HERE, LIMIT);
    const failing = db.transaction(async () => {
      await here.insert([{ text: 'lost', groupId: null }]);
      await here.delete({ text: 'ours 1' });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await database.texts()).toEqual(['ours 1', 'ours 2', 'theirs']);
  });
});
