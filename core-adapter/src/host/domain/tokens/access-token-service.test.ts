// SPDX-License-Identifier: EUPL-1.2
import { sampleSource } from '../../../testing/sample-directory.js';
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Directory } from '../directory/directory.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { SyncService } from '../sync/sync-service.js';
import { AccessTokenRow } from './access-token.entity.js';
import { AccessTokenService } from './access-token-service.js';
import type { TokenChoice } from './token-choice.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe.each(bothDatabases())('access tokens on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;
  let directory: Directory;
  let clock: TestClock;
  let tokens: AccessTokenService;
  let teacher = '';
  let teacherOfOtherSchool = '';

  beforeAll(async () => {
    database = await openHostTables(kind);
    const at = new TestClock(new Date('2026-11-24T10:00:00Z'));
    await new SyncService({ unitOfWork: database.unitOfWork, clock: at }).run(
      sampleSource,
      new AbortController().signal,
    );
    directory = new Directory(database.unitOfWork, at);
    teacher = await idOf('teacher');
    teacherOfOtherSchool = await idOf('teacherofotherschool');
  });
  beforeEach(async () => {
    const { manager } = database.dataSource;
    await manager.clear(AccessTokenRow);
    await manager.clear(AuditLine);
    clock = new TestClock(new Date('2026-11-24T10:00:00.250Z'));
    tokens = new AccessTokenService(database.unitOfWork, clock, new AuditTrail(database.unitOfWork, clock));
  });
  afterAll(() => database.drop());

  const idOf = async (login: string): Promise<string> => (await directory.personByLogin('ldap', login))?.id ?? '';
  const rows = (): Promise<AccessTokenRow[]> => database.dataSource.manager.find(AccessTokenRow);
  const make = (name: string, choice: Partial<TokenChoice> = {}, personId = teacher) =>
    tokens.create(personId, { name, brickIds: ['paper'], endsAt: null, ...choice }, 'cli');
  const after = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);

  testOnce('P1: a secret has 256 random bits, and a prefix for secret scanners', async () => {
    const secrets = await Promise.all(['one', 'two', 'three'].map(async (name) => (await make(name)).secret));
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) {
      expect(secret).toMatch(/^volee_[\w-]{43}$/);
      expect(Buffer.from(secret.slice('volee_'.length), 'base64url')).toHaveLength(32);
    }
  });

  testOnce('P1: a copy of the table is useless: it does not hold the secret', async () => {
    const { secret, id } = await make('one');
    const [row] = await rows();
    expect(JSON.stringify(row)).not.toContain(secret.slice('volee_'.length));
    expect(row).toMatchObject({ id, personId: teacher, secretHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await tokens.recognise({ secret: row?.secretHash ?? '' })).toBeUndefined();
    for (const seen of [...(await tokens.list()), ...(await tokens.listOf(teacher)), await tokens.find(id)]) {
      expect(seen).not.toHaveProperty('secretHash');
    }
  });

  testOnce('a token authenticates its holder and no other person', async () => {
    const { secret } = await make('one', { brickIds: ['paper', 'paper', 'notes'] });
    await make('one', {}, teacherOfOtherSchool);
    expect(await tokens.recognise({ secret })).toMatchObject({ personId: teacher, brickIds: ['paper', 'notes'] });
    for (const wrong of ['', 'volee_', secret.slice(0, -1), `${secret} `, secret.toUpperCase(), secret.slice(6)]) {
      expect(await tokens.recognise({ secret: wrong })).toBeUndefined();
    }
  });

  testOnce('a token with a login is accepted only with a login of its holder, normalised', async () => {
    const { secret } = await make('one');
    for (const login of ['teacher', 'TEACHER', ' Teacher ']) {
      expect(await tokens.recognise({ secret, login })).toMatchObject({ personId: teacher });
    }
    for (const login of ['', 'pupil', 'teacherofotherschool', 'teacher%', teacher]) {
      expect(await tokens.recognise({ secret, login })).toBeUndefined();
    }
    expect((await rows())[0]?.lastUsedAt).toEqual(clock.now());
  });

  testOnce('a failed attempt is not recorded as a use; a use is recorded once a minute', async () => {
    const { secret } = await make('one');
    await tokens.recognise({ secret, login: 'pupil' });
    expect((await rows())[0]?.lastUsedAt).toBeNull();
    await tokens.recognise({ secret });
    const first = clock.now();
    clock.advance(MINUTE - 1);
    await tokens.recognise({ secret });
    expect((await rows())[0]?.lastUsedAt).toEqual(first);
    clock.advance(1);
    await tokens.recognise({ secret });
    expect((await rows())[0]?.lastUsedAt).toEqual(clock.now());
  });

  testOnce('a token is invalid from the instant of its end on', async () => {
    const { secret } = await make('one', { endsAt: after(DAY) });
    clock.advance(DAY - 1);
    expect(await tokens.recognise({ secret })).toBeDefined();
    clock.advance(1);
    expect(await tokens.recognise({ secret })).toBeUndefined();
  });

  testOnce.each<[string, Partial<TokenChoice> & { name?: string }, string]>([
    ['no name', { name: ' \n\u200b' }, 'noName'],
    ['a name that is too long', { name: 'x'.repeat(61) }, 'longName'],
    ['no brick', { brickIds: [] }, 'noBricks'],
    ['an end that is now', { endsAt: new Date('2026-11-24T10:00:00.250Z') }, 'past'],
  ])('%s is refused, and nothing is created or audited', async (_name, choice, problem) => {
    await expect(make('one', choice)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { problem } });
    expect(await rows()).toEqual([]);
    expect(await database.dataSource.manager.count(AuditLine)).toBe(0);
  });

  test('the longest name counts characters, not bytes, and is kept on one line', async () => {
    await make('é'.repeat(60));
    await make(' Ordinateur\n de  la classe ');
    expect((await rows()).map(({ name }) => name).sort()).toEqual(['Ordinateur de la classe', 'é'.repeat(60)].sort());
  });

  test('a name is unique per person, until its token is revoked or has expired', async () => {
    const { id } = await make('one');
    await expect(make('one')).rejects.toMatchObject({ code: 'CONFLICT', details: { problem: 'nameTaken' } });
    await make('one', {}, teacherOfOtherSchool);
    await tokens.revoke(id, 'cli');
    await make('one', { endsAt: after(DAY) });
    clock.advance(DAY);
    await make('one');
    expect(await tokens.listOf(teacher)).toHaveLength(1);
  });

  test('of two concurrent tokens with one name, one is created', async () => {
    const made = await Promise.allSettled([make('one'), make('one'), make('one')]);
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  testOnce('a person has 20 tokens at most; expired ones do not count', async () => {
    for (let count = 0; count < 19; count += 1) await make(`token ${count}`);
    await make('last', { endsAt: after(DAY) });
    await expect(make('more')).rejects.toMatchObject({ details: { problem: 'tooMany' } });
    await make('of another', {}, teacherOfOtherSchool);
    clock.advance(DAY);
    await make('more');
  });

  testOnce('creating and revoking are audited, without name, secret or hash', async () => {
    const { id, secret } = await make('Phone of Claire');
    await tokens.revoke(id, teacher, teacher);
    await expect(tokens.revoke(id, teacher, teacher)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const lines = await database.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });
    const subject = { person: teacher, token: id, bricks: ['paper'] };
    expect(lines).toMatchObject([
      { action: 'core.token.create', actor: 'cli', uai: null, subject, outcome: 'done' },
      { action: 'core.token.revoke', actor: teacher, uai: null, subject, outcome: 'done' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Phone');
    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(await tokens.recognise({ secret })).toBeUndefined();
  });

  testOnce('T8: the id of a token does not allow another person to revoke it', async () => {
    const { id, secret } = await make('one');
    await expect(tokens.revoke(id, teacherOfOtherSchool, teacherOfOtherSchool)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await tokens.recognise({ secret })).toBeDefined();
  });

  testOnce(
    'a person that has left gets no token; their tokens are invalid, and are deleted with their account',
    async () => {
      const { manager } = database.dataSource;
      const kept = await make('one');
      const { secret } = await make('one', {}, teacherOfOtherSchool);
      const set = (disabledAt: Date | null) => manager.update(PersonRow, { id: teacherOfOtherSchool }, { disabledAt });
      await set(clock.now());
      expect(await tokens.recognise({ secret })).toBeUndefined();
      await expect(make('two', {}, teacherOfOtherSchool)).rejects.toMatchObject({ details: { problem: 'left' } });
      await tokens.endOf([teacherOfOtherSchool]);
      await tokens.endOf([]);
      await set(null);
      expect(await tokens.recognise({ secret })).toBeUndefined();
      expect(await tokens.recognise({ secret: kept.secret })).toBeDefined();
    },
  );

  testOnce('the erasure of a person deletes their tokens', async () => {
    const pupil = await idOf('pupilofotherclass');
    await make('one', {}, pupil);
    await database.dataSource.manager.delete(PersonRow, { id: pupil });
    expect(await rows()).toEqual([]);
  });

  testOnce('the list of all tokens holds each once with a login, even with several directories', async () => {
    const named = { id: 'other', source: 'other', key: 'k', login: 'zz', personId: teacher };
    const nothing = { leftAt: null, ine: null, birthDate: null, level: null, digest: null };
    await database.dataSource.manager.insert(ExternalIdRow, { ...named, ...nothing });
    await make('one');
    await make('two', {}, teacherOfOtherSchool);
    const reported = (list: readonly { login: string; name: string }[]) => list.map(({ login, name }) => [login, name]);
    expect(reported(await tokens.list())).toEqual([
      ['teacher', 'one'],
      ['teacherofotherschool', 'two'],
    ]);
    expect(reported(await tokens.list(teacher))).toEqual([['teacher', 'one']]);
    await database.dataSource.manager.delete(ExternalIdRow, { id: 'other' });
  });
});
