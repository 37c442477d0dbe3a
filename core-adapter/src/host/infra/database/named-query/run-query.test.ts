// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import type { NewRow, SchoolDatabase } from '../../../../api/database.js';
import { DomainError } from '../../../../api/errors.js';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { column, index } from '../columns.js';
import { openNotes, type NotesDatabase } from '../notes-for-tests.js';
import { schoolDatabase } from '../school-repository.js';

@Entity('letters_letter')
@Index('letters_letter_thread', ['school', 'thread'])
class LetterRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 100 })
  thread!: string;

  @Column('datetime', { precision: 3 })
  sentAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  readAt!: Date | null;

  @Column('boolean')
  isUrgent!: boolean;
}

class CreateLetters1764028800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const instants = [column.instant('sentAt'), column.instant('readAt', { optional: true })];
    const isUrgent = column.integer('isUrgent');
    isUrgent.type = 'boolean';
    await queryRunner.createTable(
      new Table({
        name: 'letters_letter',
        columns: [column.id(), column.text('school', 8), column.text('thread', 100), ...instants, isUrgent],
        indices: [index('letters_letter_thread', ['school', 'thread'])],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('letters_letter');
  }
}

const owner = { id: 'letters', entities: [LetterRow], migrations: [CreateLetters1764028800000] };
const HERE = 'l.school = :school';

const threads = {
  sql: `SELECT l.thread, COUNT(*) AS letters, SUM(CASE WHEN l.readAt IS NULL THEN 1 ELSE 0 END) AS unread, MAX(l.sentAt) AS last,
      MAX(l.isUrgent) AS isUrgent, MAX(l.readAt) AS lastRead
    FROM letters_letter l WHERE ${HERE} AND l.sentAt >= :since GROUP BY l.thread ORDER BY l.thread LIMIT :most`,
  parameters: z.object({ since: z.date(), most: z.int().default(10) }),
  row: z.object({
    thread: z.string(),
    letters: z.int(),
    unread: z.number(),
    last: z.date(),
    isUrgent: z.boolean(),
    lastRead: z.date().nullable(),
  }),
};
const named = {
  sql: `SELECT l.thread FROM letters_letter l WHERE ${HERE} AND l.thread IN (:names) AND l.isUrgent = :isUrgent`,
  parameters: z.object({ names: z.array(z.string()), isUrgent: z.boolean() }),
  row: z.object({ thread: z.string() }),
};
const unnamed = {
  sql: `SELECT COUNT(*) AS count FROM letters_letter l WHERE ${HERE} AND l.thread NOT IN (:names)`,
  parameters: z.object({ names: z.array(z.string()) }),
  row: z.object({ count: z.int() }),
};
const loose = {
  sql: `SELECT l.thread FROM letters_letter l WHERE ${HERE} AND l.thread = :thread`,
  parameters: z.looseObject({ thread: z.unknown() }),
  row: z.object({ thread: z.literal('cantine') }),
};
const queries = { threads, named, unnamed, loose };

describe.each(bothDatabases())('named queries on $name', (kind) => {
  let database: NotesDatabase;
  let here: SchoolDatabase;
  let there: SchoolDatabase;
  const at = (time: string): Date => new Date(`2026-11-24T${time}Z`);

  beforeAll(async () => {
    database = await openNotes(kind, [owner]);
    [here, there] = ['0390001X', '0390002Y'].map((uai) =>
      schoolDatabase(database.unitOfWork, { entities: [LetterRow], queries }, uai, 10_000),
    ) as [SchoolDatabase, SchoolDatabase];
    const letter = (thread: string, sentAt: Date, readAt: Date | null = null): NewRow<LetterRow> => {
      return { thread, sentAt, readAt, isUrgent: thread === 'sortie' };
    };
    await here
      .repository(LetterRow)
      .insert([
        ...[letter('cantine', at('09:00:00.001')), letter('cantine', at('10:00:00'), at('11:00:00.500'))],
        ...[letter('sortie', at('09:30:00')), letter('sortie', at('08:00:00'))],
      ]);
    await there.repository(LetterRow).insert([letter('theirs', at('10:00:00')), letter('cantine', at('12:00:00'))]);
  });
  afterAll(() => database.drop());

  test('T1: a query sees one school; counts, sums, instants and booleans are the same on both databases', async () => {
    expect(await here.query(threads, { since: at('09:00:00.001') })).toEqual([
      { thread: 'cantine', letters: 2, unread: 1, last: at('10:00:00'), isUrgent: false, lastRead: at('11:00:00.500') },
      { thread: 'sortie', letters: 1, unread: 1, last: at('09:30:00'), isUrgent: true, lastRead: null },
    ]);
    expect(await here.query(threads, { since: at('09:00:00.002'), most: 1 })).toMatchObject([{ letters: 1 }]);
    const theirs = await there.query(threads, { since: at('00:00:00') });
    expect(theirs.map(({ thread, letters }) => [thread, letters])).toEqual([
      ['cantine', 1],
      ['theirs', 1],
    ]);
  });

  test('T6: a list is values alone, also an empty one', async () => {
    const names = ['sortie', 'theirs', "x') OR (1 = 1", 'a?b'];
    expect(await here.query(named, { names, isUrgent: true })).toEqual([{ thread: 'sortie' }, { thread: 'sortie' }]);
    expect(await here.query(named, { names, isUrgent: false })).toEqual([]);
    expect(await here.query(named, { names: [], isUrgent: true })).toEqual([]);
    expect(await here.query(unnamed, { names: [] })).toEqual([{ count: 4 }]);
    expect(await here.query(unnamed, { names })).toEqual([{ count: 2 }]);
  });

  test('T6: a parameter named school cannot be given', async () => {
    expect(await here.query(loose, { thread: 'theirs', school: '0390002Y' })).toEqual([]);
    expect(await here.query(loose, { thread: 'cantine', school: '0390002Y' })).toHaveLength(2);
  });

  test('what does not fit the schemas is a fault of the brick, and so is a query that the manifest does not have', async () => {
    const faults: readonly (readonly [() => Promise<unknown>, string])[] = [
      [
        () => here.query(threads, { since: 'today' as unknown as Date }),
        'The schema refuses the parameters of the query "threads" (since: ',
      ],
      [() => here.query(loose, { thread: 'sortie' }), 'The schema refuses a row of the query "loose" (thread: '],
      [() => here.query(loose, { thread: { id: 1 } }), ':thread of the query "loose" is no text'],
      [() => here.query(loose, { thread: ['cantine'] }), ':thread of the query "loose" is no text'],
      [() => here.query({ ...loose }, { thread: 'cantine' }), 'not among "queries" of the manifest'],
    ];
    for (const [fault, sentence] of faults) {
      const error: unknown = await fault().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ message: expect.stringContaining(sentence) });
      expect(error).not.toBeInstanceOf(DomainError);
    }
  });

  test('a query in a transaction sees its rows', async () => {
    const failing = here.transaction(async () => {
      await here.repository(LetterRow).update({}, { thread: 'one' });
      expect(await here.query(threads, { since: at('00:00:00') })).toMatchObject([{ thread: 'one', letters: 4 }]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
  });
});
