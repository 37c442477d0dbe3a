// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, sampleSource } from '../../../testing/sample-directory.js';
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../../infra/database/new-id.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { SyncService } from '../sync/sync-service.js';
import { findHeads, findHeld, findKeepers } from './administrator-page.js';
import { AdministratorService } from './administrator-service.js';

describe.each(bothDatabases())('pages of administrators on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;

  beforeAll(async () => {
    database = await openHostTables(kind);
    const { unitOfWork } = database;
    const clock = new TestClock(new Date('2026-11-24T10:00:00.500Z'));
    await new SyncService({ unitOfWork, clock }).run(sampleSource, new AbortController().signal);
    const administrators = new AdministratorService(unitOfWork, clock, new AuditTrail(unitOfWork, clock));
    await administrators.grant('staff', null, 'cli');
    await administrators.grant('teacher', null, 'cli');
    await administrators.grant('head', SCHOOL, 'cli');
    await administrators.grant('headofotherschool', OTHER_SCHOOL, 'cli');
    await administrators.grant('staff', SCHOOL, 'cli');
    await administrators.revoke('staff', SCHOOL, 'cli');
  });
  afterAll(() => database.drop());

  const idOf = async (login: string): Promise<string> =>
    (await database.dataSource.manager.findOneByOrFail(ExternalIdRow, { login })).personId;
  const heads = async (text: string): Promise<string[]> =>
    (await findHeads(database.unitOfWork, text, 1)).items.map(({ login, uai }) => `${login} ${uai}`);

  test('lists administrators of the platform by name, and granted heads by school', async () => {
    expect((await findKeepers(database.unitOfWork, '')).map(({ displayName }) => displayName)).toEqual([
      'Odile Perret',
      'Claire Vuillet',
    ]);
    expect(await heads('')).toEqual([`headofotherschool ${OTHER_SCHOOL}`, `head ${SCHOOL}`]);
    expect((await findHeads(database.unitOfWork, '', 99)).page).toBe(1);
  });

  test.each<[string, string[]]>([
    ['grosjean MATHIEU', [`head ${SCHOOL}`]],
    ['lilas', [`head ${SCHOOL}`]],
    ['0390002y', [`headofotherschool ${OTHER_SCHOOL}`]],
    ['helene parc', [`headofotherschool ${OTHER_SCHOOL}`]],
    ['headofother', [`headofotherschool ${OTHER_SCHOOL}`]],
    ['%', []],
    ['h_ad', []],
  ])('a search for %p among heads', async (text, expected) => {
    expect(await heads(text)).toEqual(expected);
  });

  testOnce(
    'T1 findHeld finds one right of one person: not that of another school, nor that of the platform',
    async () => {
      const { unitOfWork } = database;
      const [head, staff] = [await idOf('head'), await idOf('staff')];
      expect(await findHeld(unitOfWork, head, SCHOOL)).toMatchObject({ displayName: 'Mathieu Grosjean', uai: SCHOOL });
      expect(await findHeld(unitOfWork, staff, null)).toMatchObject({ displayName: 'Odile Perret' });
      for (const [personId, uai] of [
        [head, OTHER_SCHOOL],
        [head, null],
        [staff, SCHOOL],
        ['head', SCHOOL],
        ['', null],
      ] as const) {
        expect(await findHeld(unitOfWork, personId, uai)).toBeUndefined();
      }
    },
  );

  testOnce('a person with several logins is listed once, and found by each login', async () => {
    const { manager } = database.dataSource;
    const personId = await idOf('head');
    const second = { id: newId(), source: 'second', key: 'k-head', login: 'mathieu.g', personId, leftAt: null };
    await manager.insert(ExternalIdRow, second);
    try {
      expect(await heads('mathieu.g')).toEqual([`head ${SCHOOL}`]);
      expect(await heads('lilas')).toEqual([`head ${SCHOOL}`]);
      expect((await findHeads(database.unitOfWork, '', 1)).total).toBe(2);
      expect(await findHeld(database.unitOfWork, personId, SCHOOL)).toMatchObject({ personId, login: 'head' });
    } finally {
      await manager.delete(ExternalIdRow, { id: second.id });
    }
  });
});
