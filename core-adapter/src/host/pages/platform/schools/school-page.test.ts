// SPDX-License-Identifier: EUPL-1.2
import { onceInQuickRun } from '../../../../testing/full-run.js';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { ActivationRow } from '../../../domain/activation/activation.entity.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { newId } from '../../../infra/database/new-id.js';
import { openHostTables, type HostTables } from '../../../app/host-tables-for-tests.js';
import { PAGE_SIZE } from '../../../infra/util/page-of.js';
import { AttachmentRow } from '../../../domain/directory/attachment.entity.js';
import { PersonRow } from '../../../domain/directory/person.entity.js';
import { findSchoolPage, type SchoolSearch } from './school-page.js';
import { SchoolRow } from '../../../domain/directory/school.entity.js';

const NOW = new Date('2026-11-24T10:00:00.500Z');
const MANY = 2 * PAGE_SIZE + 20;
const uaiOf = (index: number): string => `${String(390_000 + index).padStart(7, '0')}A`;
const NAMED = [
  ['0210001B', 'École des Tilleuls'],
  ['0210002C', 'École 100 % Nature'],
  ['0210003D', 'École A_B'],
  ['0210004E', 'Collège du Bois-Cœur'],
] as const;

describe.each(bothDatabases())('pages of schools on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;

  beforeAll(async () => {
    database = await openHostTables(kind);
    const { manager } = database.dataSource;
    const school = { kind: 'primary', timeZone: 'Europe/Paris', source: 'ldap', createdAt: NOW } as const;
    const many = Array.from({ length: MANY }, (_, index) => [uaiOf(index), `Groupe ${1000 + index}`] as const);
    const rows = [...NAMED, ...many].map(([uai, name]) => ({
      ...school,
      uai,
      name,
      foldedName: normaliseForSearch(name),
    }));
    await manager.insert(SchoolRow, rows);
    await switchOn('0210001B', 'agenda', {});
    await switchOn('0210002C', 'agenda', { until: NOW });
    await switchOn('0210003D', 'agenda', { from: new Date(NOW.getTime() + 1) });
    await switchOn('0210004E', 'files', {});
    await attach('0210001B', null);
    await attach('0210001B', NOW);
    await attach('0210004E', null);
  });
  afterAll(() => database.drop());

  const switchOn = (uai: string, brick: string, span: Partial<ActivationRow>): Promise<unknown> =>
    database.dataSource.manager.insert(ActivationRow, {
      ...{ id: newId(), uai, brick, profiles: [], groupIds: [], from: NOW, until: null, ...span },
      ...{ enabledBy: 'cli', disabledBy: null },
    });
  const attach = async (uai: string, disabledAt: Date | null): Promise<void> => {
    const { manager } = database.dataSource;
    const person = { id: newId(), givenName: 'Léa', familyName: 'Roy', displayName: 'Léa Roy', foldedName: 'roy lea' };
    await manager.insert(PersonRow, { ...person, disabledAt, createdAt: NOW });
    const tie = { id: newId(), personId: person.id, uai, profile: 'pupil', source: 'ldap' } as const;
    await manager.insert(AttachmentRow, { ...tie, from: NOW, until: null });
  };
  const find = (search: Partial<SchoolSearch>, page = 1) =>
    findSchoolPage(database.unitOfWork, { text: '', ...search }, page, NOW);
  const namesFor = async (search: Partial<SchoolSearch>): Promise<string[]> =>
    (await find(search)).items.map(({ name }) => name);

  test('pages follow each other by name, without a gap; one too high is the last one', async () => {
    const all = [await find({}), await find({}, 2), await find({}, 3)];
    expect(all.map(({ items, page, pages, total }) => [items.length, page, pages, total])).toEqual([
      [PAGE_SIZE, 1, 3, MANY + 4],
      [PAGE_SIZE, 2, 3, MANY + 4],
      [MANY + 4 - 2 * PAGE_SIZE, 3, 3, MANY + 4],
    ]);
    const folded = all.flatMap(({ items }) => items.map(({ name }) => normaliseForSearch(name)));
    expect(folded).toEqual([...folded].sort());
    expect(new Set(folded).size).toBe(MANY + 4);
    expect((await find({}, 999_999_999)).page).toBe(3);
    expect((await find({}, -4)).page).toBe(1);
  });

  test('T10 each school has its own figures; persons that left do not count', async () => {
    const [tilleuls] = (await find({ text: 'tilleuls' })).items;
    const [bois] = (await find({ text: 'bois' })).items;
    const [other] = (await find({ text: 'nature' })).items;
    expect([tilleuls, bois, other].map((school) => school?.persons.pupil)).toEqual([1, 1, 0]);
  });

  testOnce('only the schools on the page are counted', async () => {
    const { logger } = database.dataSource;
    const { logQuery } = logger;
    const counts: { text: string; values: unknown[] }[] = [];
    logger.logQuery = (text, values) => {
      if (text.includes('COUNT(')) counts.push({ text, values: Array.isArray(values) ? values : [] });
    };
    const { items } = await find({ text: 'ecole' }).finally(() => (logger.logQuery = logQuery));
    const uais = items.map(({ uai }) => uai);
    const [, persons, groups] = counts;
    expect(uais).toHaveLength(3);
    for (const { text = '', values = [] } of [persons ?? {}, groups ?? {}]) {
      expect(text).toMatch(/uai\W IN \(/);
      expect(values).toEqual(expect.arrayContaining(uais));
    }
  });

  testOnce.each<[string, string[]]>([
    ['TILLEULS ecole', ['École des Tilleuls']],
    ['  coeur   college ', ['Collège du Bois-Cœur']],
    ['0210004', ['Collège du Bois-Cœur']],
    ['0210004e', ['Collège du Bois-Cœur']],
    ['210004', []],
    ['%', ['École 100 % Nature']],
    ['_', ['École A_B']],
    ["'; DROP TABLE core_school; --", []],
    ['\\', []],
    ['zzz', []],
  ])('a search for %p takes every sign for what it is', async (text, expected) => {
    expect(await namesFor({ text })).toEqual(expected);
  });

  testOnce('a filter by brick finds schools where it is on now: past and future rules do not count', async () => {
    expect(await namesFor({ brick: { id: 'agenda', on: true } })).toEqual(['École des Tilleuls']);
    expect((await find({ brick: { id: 'agenda', on: false } })).total).toBe(MANY + 3);
    expect(await namesFor({ text: 'ecole', brick: { id: 'agenda', on: false } })).toEqual([
      'École 100 % Nature',
      'École A_B',
    ]);
    expect(await namesFor({ brick: { id: 'nothing', on: true } })).toEqual([]);
  });
});
