// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import { OTHER_SCHOOL, SCHOOL, sampleSource } from '../../../testing/sample-directory.js';
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../../infra/database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { Directory } from '../directory/directory.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { SyncService } from '../sync/sync-service.js';
import { administratorProblem } from './administrator-problem.js';
import { AdministratorRow } from './administrator.entity.js';
import { AdministratorService } from './administrator-service.js';

describe.each(bothDatabases())('administrators on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;
  let directory: Directory;
  let syncs: SyncService;
  let administrators: AdministratorService;
  const clock = new TestClock(new Date('2026-11-24T10:00:00.500Z'));

  beforeAll(async () => {
    database = await openHostTables(kind);
    const { unitOfWork } = database;
    directory = new Directory(unitOfWork, clock);
    administrators = new AdministratorService(unitOfWork, clock, new AuditTrail(unitOfWork, clock));
    syncs = new SyncService({ unitOfWork, clock });
    await syncs.run(sampleSource, new AbortController().signal);
  });
  beforeEach(async () => {
    const { manager } = database.dataSource;
    for (const entity of [AuditLine, AdministratorRow]) await manager.clear(entity);
    await manager.delete(AttachmentRow, { source: GRANT_SOURCE });
    clock.advance(1000);
  });
  afterAll(() => database.drop());

  const idOf = async (login: string): Promise<string> => (await directory.personByLogin('ldap', login))?.id ?? '';
  const profiles = async (login: string): Promise<unknown> =>
    (await directory.schoolsOf(await idOf(login))).map(({ school, profiles: known }) => [school.uai, ...known]);

  testOnce('nobody is an administrator before a grant', async () => {
    expect(await administrators.list()).toEqual([]);
    await administrators.grant('Teacher', null, 'cli');
    expect(await administrators.isPlatformAdministrator(await idOf('teacher'))).toBe(true);
    expect(await administrators.isPlatformAdministrator(await idOf('head'))).toBe(false);
    await administrators.revoke('teacher', null, 'cli');
    expect(await administrators.isPlatformAdministrator(await idOf('teacher'))).toBe(false);
  });

  testOnce(
    'the last administrator of the platform can only be revoked on the command line, which can grant it again',
    async () => {
      await administrators.grant('teacher', null, 'cli');
      await expect(administrators.revoke('teacher', null, await idOf('teacher'))).rejects.toThrow(
        /teacher is the last administrator of the platform\. Make somebody else one first: "volee admin grant LOGIN"\./,
      );
      expect(await administrators.isPlatformAdministrator(await idOf('teacher'))).toBe(true);
      await administrators.revoke('teacher', null, 'cli');
      expect(await administrators.list()).toEqual([]);
    },
  );

  test('two administrators revoke each other at once: one of them stays', async () => {
    const logins = ['teacher', 'staff'];
    for (const login of logins) await administrators.grant(login, null, 'cli');
    const [teacher, staff] = [await idOf('teacher'), await idOf('staff')];
    const outcomes = await Promise.allSettled([
      administrators.revoke('staff', null, teacher),
      administrators.revoke('teacher', null, staff),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await administrators.list()).toHaveLength(1);
  });

  testOnce('an error carries the code of its problem', async () => {
    const problemOf = async (attempt: Promise<unknown>): Promise<unknown> =>
      administratorProblem(await attempt.catch((e: unknown) => e));
    expect(await problemOf(administrators.grant('nobody', null, 'cli'))).toBe('unknownLogin');
    expect(await problemOf(administrators.grant('head', '0390009Z', 'cli'))).toBe('unknownSchool');
    expect(await problemOf(administrators.revoke('head', SCHOOL, 'cli'))).toBe('notHeld');
    expect(administratorProblem(new ConflictError('Another.', { details: { problem: 'another' } }))).toBeUndefined();
  });

  testOnce('a head is granted one school, and keeps it through a sync', async () => {
    await administrators.grant('teacherinbothschools', OTHER_SCHOOL, 'cli');
    const expected = [
      [OTHER_SCHOOL, 'teacher', 'head'],
      [SCHOOL, 'teacher'],
    ];
    expect(await profiles('teacherinbothschools')).toEqual(expected);
    await syncs.run(sampleSource, new AbortController().signal);
    expect(await profiles('teacherinbothschools')).toEqual(expected);
  });

  testOnce('a right is revoked at once, and can be granted again', async () => {
    await administrators.grant('teacher', SCHOOL, 'cli');
    await administrators.revoke('teacher', SCHOOL, 'cli');
    expect(await profiles('teacher')).toEqual([[SCHOOL, 'teacher']]);
    await administrators.grant('teacher', SCHOOL, 'cli');
    expect(await profiles('teacher')).toEqual([[SCHOOL, 'teacher', 'head']]);
  });

  testOnce('the list holds administrators of the platform and heads, with their logins', async () => {
    await administrators.grant('staff', null, 'cli');
    await administrators.grant('head', SCHOOL, 'cli');
    await administrators.grant('headofotherschool', OTHER_SCHOOL, 'cli');
    await administrators.revoke('headofotherschool', OTHER_SCHOOL, 'cli');
    expect(await administrators.list()).toEqual([
      { login: 'staff', displayName: 'Odile Perret', uai: null },
      { login: 'head', displayName: 'Mathieu Grosjean', uai: SCHOOL },
    ]);
  });

  testOnce.each<
    [string, 'grant' | 'revoke', string, string | null, typeof NotFoundError | typeof ConflictError, RegExp]
  >([
    ['an unknown login', 'grant', 'nobody', null, NotFoundError, /No person has the login nobody\.$/],
    ['an unknown school', 'grant', 'head', '0390009Z', NotFoundError, /The school 0390009Z does not exist/],
    ['what cannot be the key of a school', 'grant', 'head', 'Les Lilas, Dole', NotFoundError, /school Les Lilas/],
    ['a pupil', 'grant', 'pupil', null, ConflictError, /pupil is a pupil: only adults administer the platform/],
    ['a head who is none', 'revoke', 'teacher', SCHOOL, NotFoundError, /teacher is not head of 0390001X/],
    ['an administrator who is none', 'revoke', 'teacher', null, NotFoundError, /is not an administrator/],
  ])('%s is refused in one sentence', async (_name, verb, login, uai, kindOfError, sentence) => {
    const attempt = administrators[verb](login, uai, 'cli');
    await expect(attempt).rejects.toThrow(kindOfError);
    await expect(attempt).rejects.toThrow(sentence);
    expect(await administrators.list()).toEqual([]);
  });

  testOnce('a second grant is refused; every attempt is audited', async () => {
    await administrators.grant('head', SCHOOL, 'cli');
    await expect(administrators.grant('head', SCHOOL, 'cli')).rejects.toThrow(/head is head of 0390001X already/);
    await administrators.grant('head', null, 'cli');
    await expect(administrators.grant('head', null, 'cli')).rejects.toThrow(ConflictError);
    const lines = await database.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });
    const { personId: person } = await database.dataSource.manager.findOneByOrFail(ExternalIdRow, { login: 'head' });
    expect(lines.map(({ action, uai, subject, outcome }) => [action, uai, subject, outcome])).toEqual([
      ['core.administrator.grant', SCHOOL, { login: 'head', head: SCHOOL, person }, 'done'],
      ['core.administrator.grant', SCHOOL, { login: 'head', head: SCHOOL, person }, 'failed'],
      ['core.administrator.grant', null, { login: 'head', person }, 'done'],
      ['core.administrator.grant', null, { login: 'head', person }, 'failed'],
    ]);
  });

  testOnce('the list takes two statements, whatever its length', async () => {
    for (const login of ['staff', 'head', 'teacher']) await administrators.grant(login, null, 'cli');
    const { logger } = database.dataSource;
    const { logQuery } = logger;
    let statements = 0;
    logger.logQuery = () => void (statements += 1);
    await administrators.list().finally(() => (logger.logQuery = logQuery));
    expect(statements).toBe(2);
  });

  testOnce(
    'H3 a person that has left is listed by their key, can be revoked by it, and cannot be granted a right',
    async () => {
      await administrators.grant('staff', null, 'cli');
      await administrators.grant('staff', SCHOOL, 'cli');
      const { manager } = database.dataSource;
      const { id, key } = await manager.findOneByOrFail(ExternalIdRow, { login: 'staff' });
      await manager.update(ExternalIdRow, { id }, { login: null });
      try {
        expect(await administrators.list()).toEqual([
          { login: key, displayName: 'Odile Perret', uai: null },
          { login: key, displayName: 'Odile Perret', uai: SCHOOL },
        ]);
        await expect(administrators.grant(key, OTHER_SCHOOL, 'cli')).rejects.toThrow(/No person has the login/);
        await administrators.revoke(key, null, 'cli');
        await administrators.revoke(key.toUpperCase(), SCHOOL, 'cli');
        expect(await administrators.list()).toEqual([]);
      } finally {
        await manager.update(ExternalIdRow, { id }, { login: 'staff' });
      }
    },
  );

  testOnce.each([SCHOOL, null])(
    'a right granted twice at once (%s) is stored once, and the second grant is refused',
    async (uai) => {
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => administrators.grant('staff', uai, 'cli')));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      expect(reasons).toEqual([expect.any(ConflictError), expect.any(ConflictError)]);
      expect(await administrators.list()).toMatchObject([{ displayName: 'Odile Perret', uai }]);
    },
  );

  testOnce('a person in two directories is listed once', async () => {
    await administrators.grant('staff', null, 'cli');
    await administrators.grant('staff', SCHOOL, 'cli');
    const { manager } = database.dataSource;
    const personId = await idOf('staff');
    const id = newId();
    await manager.insert(ExternalIdRow, {
      ...{ id, source: 'second', key: 'k-staff', login: 'odile.perret', personId, leftAt: null },
    });
    try {
      expect(await administrators.list()).toEqual([
        { login: 'odile.perret', displayName: 'Odile Perret', uai: null },
        { login: 'odile.perret', displayName: 'Odile Perret', uai: SCHOOL },
      ]);
    } finally {
      await manager.delete(ExternalIdRow, { id });
    }
  });

  testOnce(
    'T1 revokeFrom revokes the right of this person, even if another has the login by then, and no right in another school',
    async () => {
      const personId = await administrators.grant('staff', SCHOOL, 'cli');
      await administrators.grant('staff', OTHER_SCHOOL, 'cli');
      await administrators.grant('teacher', SCHOOL, 'cli');
      const { manager } = database.dataSource;
      const [staff, teacher] = [{ login: 'staff' }, { login: 'teacher' }];
      const holder = await manager.findOneByOrFail(ExternalIdRow, staff);
      const heir = await manager.findOneByOrFail(ExternalIdRow, teacher);
      await manager.update(ExternalIdRow, { id: holder.id }, { login: null });
      await manager.update(ExternalIdRow, { id: heir.id }, staff);
      try {
        await administrators.revokeFrom(personId, SCHOOL, 'cli');
        expect(await profiles('staff')).toEqual([[SCHOOL, 'teacher', 'head']]);
        expect(await administrators.list()).toMatchObject([{ uai: OTHER_SCHOOL }, { login: 'staff', uai: SCHOOL }]);
        await expect(administrators.revokeFrom(personId, SCHOOL, 'cli')).rejects.toThrow(/is not head of 0390001X/);
        await expect(administrators.revokeFrom('nobody', null, 'cli')).rejects.toThrow(NotFoundError);
      } finally {
        await manager.update(ExternalIdRow, { id: heir.id }, teacher);
        await manager.update(ExternalIdRow, { id: holder.id }, staff);
      }
      const [line] = await manager.find(AuditLine, {
        order: { id: 'ASC' },
        where: { outcome: 'done' },
        skip: 3,
        take: 1,
      });
      expect(line).toMatchObject({ uai: SCHOOL, subject: { person: personId, head: SCHOOL } });
    },
  );

  testOnce(
    'a login shared by two persons of two directories is refused; revokeFrom still revokes the right of one',
    async () => {
      const personId = await administrators.grant('head', SCHOOL, 'cli');
      const other = { ...sampleSource, name: 'other' };
      await syncs.run(other, new AbortController().signal);
      await expect(administrators.grant('head', null, 'cli')).rejects.toThrow(/Several persons have the login head/);
      await expect(administrators.revoke('head', SCHOOL, 'cli')).rejects.toThrow(/Several persons have the login head/);
      await administrators.revokeFrom(personId, SCHOOL, 'cli');
      expect(await administrators.list()).toEqual([]);
    },
  );
});
