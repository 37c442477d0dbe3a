// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../../app/core-schema.js';
import { drift } from '../../infra/database/migrate.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { PAGE_SIZE } from '../../infra/util/page-of.js';
import { AuditLine } from './audit-line.entity.js';
import { findAuditActions, findAuditPage, type AuditCursor, type AuditFilter } from './audit-query.js';

const HERE = '0390001X';
const THERE = '0390002Y';
const START = new Date('2026-11-24T10:00:00.000Z');
const COUNT = 130;

describe.each(bothDatabases())('the journal on $name', (kind) => {
  let database: HostTables;

  beforeAll(async () => {
    database = await openHostTables(kind);
    // Several lines share an instant: the id orders them.
    const lines = Array.from({ length: COUNT }, (_, index): AuditLine => ({
      id: `id-${String(index).padStart(4, '0')}`,
      at: new Date(START.getTime() + Math.floor(index / 7) * 1000),
      actor: ['claire', 'mathieu', 'cli'][index % 3] ?? '',
      uai: [HERE, THERE, null][index % 4] ?? null,
      action: index % 5 === 0 ? 'core.brick.enable' : 'files.file.delete',
      subject: { index },
      outcome: index % 10 === 0 ? 'failed' : 'done',
    }));
    await database.dataSource.manager.insert(AuditLine, lines);
  });
  afterAll(() => database.drop());

  /** The numbers of the lines, page after page. */
  async function walk(filter: AuditFilter): Promise<number[][]> {
    const pages: number[][] = [];
    let before: AuditCursor | undefined;
    do {
      const { lines, next } = await findAuditPage(database.unitOfWork, filter, before);
      pages.push(lines.map(({ subject }) => (subject as { index: number }).index));
      before = next;
    } while (before);
    return pages;
  }
  const expected = (keep: (index: number) => boolean): number[] =>
    Array.from({ length: COUNT }, (_, index) => COUNT - 1 - index).filter(keep);

  test('pages go from the latest line to the first, each line once, even within one instant', async () => {
    const pages = await walk({});
    expect(pages.map(({ length }) => length)).toEqual([PAGE_SIZE, PAGE_SIZE, COUNT - 2 * PAGE_SIZE]);
    expect(pages.flat()).toEqual(expected(() => true));
  });

  test.each<[string, AuditFilter, (index: number) => boolean]>([
    ['T1 one school', { uai: HERE }, (index) => index % 4 === 0],
    ['a person', { actors: ['claire'] }, (index) => index % 3 === 0],
    ['two persons, merged in the order of time', { actors: ['claire', 'mathieu'] }, (index) => index % 3 !== 2],
    ['nobody', { actors: [] }, () => false],
    ['an action', { action: 'core.brick.enable' }, (index) => index % 5 === 0],
    ['what failed', { outcome: 'failed' }, (index) => index % 10 === 0],
    [
      'a span, its end excluded',
      { from: new Date(START.getTime() + 2000), until: new Date(START.getTime() + 4000) },
      (index) => index >= 14 && index < 28,
    ],
    [
      'all of it together',
      { uai: THERE, actors: ['cli'], action: 'core.brick.enable', outcome: 'done', from: START },
      (index) => index % 4 === 1 && index % 3 === 2 && index % 5 === 0 && index % 10 !== 0,
    ],
    ['a wildcard', { action: '%', uai: '_______X' }, () => false],
  ])('%s', async (_name, filter, keep) => {
    expect((await walk(filter)).flat()).toEqual(expected(keep));
  });

  test('findAuditActions returns every action once', async () => {
    expect(await findAuditActions(database.unitOfWork)).toEqual(['core.brick.enable', 'files.file.delete']);
  });

  test('an index serves each filter in the order of time: no sort, no needless read', async () => {
    const filters: AuditFilter[] = [
      {},
      { uai: HERE },
      { actors: ['claire'] },
      { action: 'a' },
      { outcome: 'failed' },
      { uai: HERE, action: 'a' },
    ];
    const plans: string[] = [];
    const { logger } = database.dataSource;
    const { logQuery } = logger;
    const statements: { text: string; values: unknown[] }[] = [];
    logger.logQuery = (text, values) => void statements.push({ text, values: Array.isArray(values) ? values : [] });
    const cursor = { at: new Date(START.getTime() + 5000), id: 'id-0040' };
    for (const filter of filters) await findAuditPage(database.unitOfWork, filter, cursor);
    logger.logQuery = logQuery;
    const explain = database.engine === 'sqlite' ? 'EXPLAIN QUERY PLAN ' : 'EXPLAIN ';
    for (const { text, values } of statements.filter((one) => one.text.startsWith('SELECT'))) {
      plans.push(JSON.stringify(await database.dataSource.query(explain + text, values)));
    }
    expect(plans).toHaveLength(filters.length);
    for (const plan of plans) {
      expect(plan).toMatch(/core_audit_\w*at/);
      expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY|filesort/i);
    }
  });

  test('the tables match the entities, with these indices', async () => {
    expect(await drift(database.url, [coreSchema])).toEqual([]);
  });
});
