// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, Like, MoreThan, PrimaryColumn, Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { FindOptions, NewRow, SchoolRepository } from '../../../api/database.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { column, index } from './columns.js';
import { openNotes, type NotesDatabase } from './notes-for-tests.js';
import { schoolDatabase } from './school-repository.js';

@Entity('letters_letter')
@Index('letters_letter_sent', ['school', 'sentAt', 'id'])
class LetterRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 100 })
  text!: string;

  @Column('datetime', { precision: 3, nullable: true })
  sentAt!: Date | null;

  @Column('varchar', { length: 36, nullable: true })
  groupId?: string | null;

  @Column('varchar', { length: 36, nullable: true })
  ownerId?: string | null;
}

class CreateLetters1764028800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const columns = [column.id(), column.text('school', 8), column.text('text', 100)];
    await queryRunner.createTable(
      new Table({
        name: 'letters_letter',
        columns: [
          ...columns,
          column.instant('sentAt', { optional: true }),
          column.uuid('groupId', { optional: true }),
          column.uuid('ownerId', { optional: true }),
        ],
        indices: [index('letters_letter_sent', ['school', 'sentAt', 'id'])],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('letters_letter');
  }
}

const owner = { id: 'letters', entities: [LetterRow], migrations: [CreateLetters1764028800000] };

const letter = (text: string, sentAt: string | null = null): NewRow<LetterRow> => ({
  text,
  sentAt: sentAt === null ? null : new Date(sentAt),
});
const NINE = '2026-11-24T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.001Z';

describe.each(bothDatabases())('find on $name', (kind) => {
  let database: NotesDatabase;
  let here: SchoolRepository<LetterRow>;

  beforeAll(async () => {
    database = await openNotes(kind, [owner]);
    const of = (uai: string) =>
      schoolDatabase(database.unitOfWork, { entities: [LetterRow] }, uai, 10_000).repository(LetterRow);
    here = of('0390001X');
    await of('0390002Y').insert([letter('theirs 100%', NINE), letter('theirs_b', LATER)]);
    await here.insert([
      ...[letter('draft'), letter('another draft'), letter('100% done', NINE), letter('100 of us', NINE)],
      ...[letter('a_b', LATER), letter('axb', LATER), letter('Éloïse', '2026-11-25T00:00:00Z')],
    ]);
  });
  afterAll(() => database.drop());

  const texts = async (options: FindOptions<LetterRow>): Promise<string[]> =>
    (await here.find({ order: { text: 'ASC' }, ...options })).map(({ text }) => text);

  test('select reads the named columns alone, also without the id', async () => {
    const found = await here.find({ select: ['text', 'sentAt'], where: { text: Like('1%') }, order: { text: 'ASC' } });
    expect(found.map((row) => ({ ...row }))).toEqual([
      { text: '100 of us', sentAt: new Date(NINE) },
      { text: '100% done', sentAt: new Date(NINE) },
    ]);
    await expect(here.find({ select: [] })).rejects.toThrow('names no column');
    const school = 'school FROM letters_letter --' as 'text';
    await expect(here.find({ select: [school] })).rejects.toThrow('LetterRow has no column');
  });

  test('T8: select reads all of what a row belongs to, or nothing of it', async () => {
    await expect(here.find({ select: ['id', 'groupId'] })).rejects.toThrow('names groupId without ownerId');
    await expect(here.find({ select: ['id', 'ownerId'] })).rejects.toThrow('names ownerId without groupId');
    const [found] = await here.find({ select: ['text', 'groupId', 'ownerId'], where: { text: 'a_b' } });
    expect({ ...found }).toEqual({ text: 'a_b', groupId: null, ownerId: null });
  });

  test.each([
    ['100%', ['100% done']],
    ['_', ['a_b']],
    ["'", []],
    ['é', []],
    ['É', ['Éloïse']],
    ['DRAFT', []],
    ['draft', ['another draft', 'draft']],
  ])('T10: containing %j finds that text letter by letter, in one school', async (text, found) => {
    const containing = { column: 'text', text } as const;
    expect(await texts({ containing })).toEqual(found);
    expect(await here.count({ containing })).toBe(found.length);
  });

  test('containing narrows each alternative, and an empty text is in every row', async () => {
    const where = [{ text: Like('1%') }, { text: 'a_b' }];
    expect(await texts({ where, containing: { column: 'text', text: 'o' } })).toEqual(['100 of us', '100% done']);
    expect(await texts({ where, containing: { column: 'text', text: '' } })).toHaveLength(3);
    const column = 'text, 1) OR (1' as 'text';
    await expect(here.find({ containing: { column, text: '' } })).rejects.toThrow('LetterRow has no column');
  });

  const ORDERS: readonly NonNullable<FindOptions<LetterRow>['order']>[] = [
    { sentAt: 'ASC', id: 'ASC' },
    { sentAt: 'DESC', id: 'DESC' },
    { sentAt: 'DESC', id: 'ASC' },
    { sentAt: 'asc', text: -1, id: 1 },
    { id: 'DESC' },
  ];
  test.each(ORDERS)('pages by %j show each row once, also rows of one instant and of none', async (order) => {
    const all = await here.find({ order });
    const paged: LetterRow[] = [];
    for (let page = await here.find({ order, take: 2 }); page.length > 0 && paged.length < 20;) {
      paged.push(...page);
      const after = page.at(-1) ?? {};
      page = await here.find({ order, take: 2, after });
    }
    expect(paged).toEqual(all);
    expect(paged).toHaveLength(7);
  });

  test('a page keeps its condition, and needs only the columns of the order', async () => {
    const order = { sentAt: 'ASC', id: 'ASC' } as const;
    const where = [{ sentAt: MoreThan(new Date('2026-11-24T08:00:00Z')), text: Like('1%') }, { text: 'axb' }];
    const [first] = await here.find({ where, order });
    const after = { id: first?.id ?? '', sentAt: new Date(NINE) };
    expect(await texts({ where, order, after })).toEqual(['100 of us', 'axb']);
    expect(await texts({ where, order, after, containing: { column: 'text', text: 'x' } })).toEqual(['axb']);
  });

  test.each<[string, FindOptions<LetterRow>, string]>([
    ['no order', { after: { id: 'a' } }, 'ends with "id"'],
    ['an order without the id', { after: { text: 'a' }, order: { text: 'ASC' } }, 'ends with "id"'],
    ['a value too few', { after: { id: 'a' }, order: { text: 'ASC', id: 'ASC' } }, 'lacks "text"'],
    ['nulls first', { after: { id: 'a' }, order: { id: { direction: 'ASC', nulls: 'first' } } }, 'plain direction'],
  ])('a page with %s is refused', async (_, options, sentence) => {
    await expect(here.find(options)).rejects.toThrow(sentence);
  });
});
