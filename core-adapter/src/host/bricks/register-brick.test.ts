// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ForbiddenError } from '../../api/errors.js';
import { json } from '../../api/http.js';
import { sampleSource } from '../../testing/sample-directory.js';
import { NoteRow } from '../infra/database/notes-for-tests.js';
import { currentBrick } from '../infra/util/brick-scope.js';
import type { BrickParts } from './brick-parts.js';
import { goodManifest } from './bricks-for-tests.js';
import { interceptExit } from './intercept-exit.js';
import { activate, causeOf, provider, tools } from './activate-for-tests.js';

const nothing = (): Promise<void> => Promise.resolve();
const answer = (): ReturnType<typeof json> => json({});

test('a ready brick has its registered parts in order', async () => {
  const loaded = await activate(async ({ http, settings, clock, auth }) => {
    expect(settings).toEqual({ days: 3 });
    expect(clock.now()).toEqual(tools.clock.now());
    expect([auth.callbackUrl, auth.grantUrl]).toEqual([tools.callbackUrl, tools.grantUrl]);
    http.get('/', { access: 'read' }, answer);
    await Promise.resolve();
    http.post('/', { access: 'read' }, answer);
    http.get('/days/:day', { access: 'read' }, answer);
  });
  expect(loaded).toMatchObject({ id: 'agenda', state: 'ready', manifest: goodManifest });
  expect(loaded.state === 'ready' && loaded.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'get /',
    'post /',
    'get /days/:day',
  ]);
});

test('a brick provides an auth provider or directory sources', async () => {
  const way = await activate(({ auth }) => auth.provide(provider), { kind: 'auth-provider' });
  expect(way).toMatchObject({ state: 'ready', authProvider: { origin: provider.origin } });
  const source = await activate(({ sources }) => sources.provide(sampleSource), { kind: 'directory-source' });
  expect(source).toMatchObject({ state: 'ready', sources: [{ name: sampleSource.name }] });
});

test('a brick without a host cannot import files', async () => {
  const loaded = await causeOf(({ imports }) => void imports.of({ name: 'onde-x' }));
  expect(loaded).toContain('No data can be imported here');
});

test('P4 a form requires the fresh login of its page, at any path', async () => {
  const pageAndForm = (form: string, access: string, freshLogin?: true): Promise<string> =>
    causeOf(
      ({ http }) => {
        http.post(form, { access, ...(freshLogin && { freshLogin }) }, answer);
        http.get('/', { access: 'seal', freshLogin: true }, answer);
        http.get('/door', { access: 'seal' }, answer);
      },
      { permissions: { seal: { profiles: ['teacher'] }, read: { profiles: ['teacher'] } } },
    );
  const sentence =
    /GET \/ asks for a fresh login and POST \S+, which needs the permission "\w+", does not\)\. Write "freshLogin: true"/;
  expect(await pageAndForm('/', 'read')).toMatch(sentence);
  expect(await pageAndForm('/files', 'seal')).toMatch(sentence);
  expect(await pageAndForm('/files', 'seal', true)).toBe('it is ready');
  expect(await pageAndForm('/notes', 'read')).toBe('it is ready');
});

test.each<[string, (brick: BrickParts) => void | Promise<void>, string]>([
  [
    'it throws',
    () => {
      throw new ForbiddenError('the diary is locked');
    },
    'the diary is locked',
  ],
  ['it rejects', () => Promise.reject(new Error('no such file')), 'no such file'],
  ['it throws what is no error', () => Promise.reject('broken'), 'broken'],
  [
    'an address without a slash',
    ({ http }) => http.get('days', { access: 'read' }, answer),
    'GET days must begin with a slash',
  ],
  [
    'an address that cannot be read',
    ({ http }) => http.get('/days/*', { access: 'read' }, answer),
    'the address GET /days/* cannot be read (Missing parameter name',
  ],
  [
    'a permission that is not in the manifest',
    ({ http }) => http.post('/days', { access: 'wirte' }, answer),
    'POST /days needs the permission "wirte", which the manifest of agenda does not have',
  ],
  [
    'an address without a permission',
    ({ http }) => http.get('/days', {} as never, answer),
    'the address GET /days names no permission, and none is public). Write "access".',
  ],
  [
    'it ends the process',
    () => {
      const allow = interceptExit();
      try {
        process.exit(7);
      } finally {
        allow();
      }
    },
    'process.exit() is refused',
  ],
  [
    'a permission that every object has',
    ({ http }) => http.post('/days', { access: 'constructor' }, answer),
    'POST /days needs the permission "constructor"',
  ],
  [
    'the same address twice',
    ({ http }) => {
      http.get('/days', { access: 'read' }, answer);
      http.post('/days', { access: 'read' }, answer);
      http.get('/days', { access: 'read' }, answer);
    },
    'the address GET /days is registered twice',
  ],
  [
    'a group beside what is loaded',
    ({ http }) =>
      http.get(
        '/days',
        { access: 'read', group: () => 'cm1', load: () => Promise.resolve({ groupId: 'cm1', ownerId: null }) },
        answer,
      ),
    'the address GET /days has both "group" and "load"). Keep "load", since its result names the group.',
  ],
  [
    'an entity to load without an id in the address',
    ({ http }) => http.get('/days/:day', { access: 'read', load: NoteRow }, answer),
    'the address GET /days/:day loads an entity and has no ":id"). Write the id of the row as ":id", or load it by a function.',
  ],
  [
    'an entity to load that the manifest does not list',
    ({ http }) => http.get('/days/:id', { access: 'read', load: NoteRow }, answer),
    'the address GET /days/:id loads NoteRow, which is not among the entities of agenda',
  ],
  [
    'a job without a name',
    ({ jobs }) => jobs.provide('Send mail', { data: z.object({}) }, nothing),
    'the job "Send mail" has no name in kebab-case',
  ],
  [
    'the same job twice',
    ({ jobs }) => {
      for (const _ of [1, 2]) jobs.provide('send', { data: z.object({}) }, nothing);
    },
    'the job "send" is registered twice',
  ],
  ['a job without a schema', ({ jobs }) => jobs.provide('send', {} as never, nothing), 'the job "send" has no schema'],
  [
    'a job with a pattern that cannot be read',
    ({ jobs }) => jobs.provide('send', { data: z.object({}), every: 'at night' }, nothing),
    '"at night" of the job "send" is not a cron pattern',
  ],
  [
    'a job with a pattern of the past',
    ({ jobs }) => jobs.provide('send', { data: z.object({}), every: '0 0 0 1 1 * 2020' }, nothing),
    'the pattern "0 0 0 1 1 * 2020" of the job "send" names no time to come',
  ],
  [
    'a job with a pattern and a field that it needs',
    ({ jobs }) => jobs.provide('send', { data: z.object({ noteId: z.uuid() }), every: '12 3 * * *' }, nothing),
    'the schema of the job "send" refuses {}, the data of a job with "every"',
  ],
  [
    'a job after a sync and a field that it needs',
    ({ jobs }) => jobs.provide('send', { data: z.object({ noteId: z.uuid() }), afterSync: true }, nothing),
    'the schema of the job "send" refuses {}, the data of a job with "afterSync"',
  ],
  [
    'a command that the manifest does not have',
    ({ commands }) => commands.provide('agenda import', () => Promise.resolve({ value: 1, lines: [] })),
    'the manifest of agenda has no command "agenda import"',
  ],
  ['the way in', ({ auth }) => auth.provide(provider), 'only a brick of kind auth-provider may do this'],
  ['a directory', ({ sources }) => sources.provide(sampleSource), 'only a brick of kind directory-source may do this'],
])('an invalid registration makes a failed brick, with one sentence: %s', async (_name, work, sentence) => {
  const cause = await causeOf(work);
  expect(cause).toMatch(/^agenda: it could not be activated \(.+\)\.( [A-Z].+\.)?$/);
  expect(cause).toContain(sentence);
});

test('P11: a thrown value without a text makes a failed brick', async () => {
  expect(await causeOf(() => Promise.reject(Object.create(null)))).toBe(
    'agenda: it could not be activated (what was thrown cannot be put into words).',
  );
});

test('a check without a name is refused at registration', async () => {
  const check = { run: () => Promise.resolve([]) } as never;
  expect(await causeOf((brick) => brick.check(check))).toContain('(a check has no name). Name what it checks.');
});

describe('personal data', () => {
  const kept = { personalData: { kept: 'title', purpose: 'summary', retention: 'summary' } };
  const handlers = {
    exportPerson: () => Promise.resolve({ records: { whose: [{ brick: currentBrick() }] } }),
    erasePerson: () => Promise.resolve(),
    movePerson: () => Promise.resolve(),
    closeSchool: () => Promise.resolve(),
  };

  test.each<[string, (brick: BrickParts) => void, object, string]>([
    [
      'kept, and nothing to erase it by',
      () => undefined,
      kept,
      'nothing gives it out or erases it). Call brick.personalData.',
    ],
    [
      'kept, and no way to give it out',
      ({ personalData }) => personalData({ ...handlers, exportPerson: undefined } as never),
      kept,
      'its brick.personalData lacks exportPerson). Give all of exportPerson, erasePerson, movePerson, closeSchool.',
    ],
    [
      'erased, and said not to be kept',
      ({ personalData }) => personalData(handlers),
      {},
      'its manifest declares no personal data',
    ],
  ])('%s', async (_name, work, manifest, sentence) => {
    expect(await causeOf(work, manifest)).toContain(sentence);
  });

  class Row {}
  class Other {}
  const declared = (column: string, move?: string): object => ({
    personalData: { ...kept.personalData, tables: [{ entity: Row, columns: { addedBy: column }, move }] },
  });

  test.each<[string, object, object, string]>([
    ['all is made from its columns', {}, declared('delete'), 'it is ready'],
    [
      'a column is left to handlers',
      { exportPerson: handlers.exportPerson },
      declared('handlers'),
      'lacks erasePerson',
    ],
    ['a unique key is left to a handler', {}, declared('delete', 'handlers'), 'Give all of movePerson.'],
    [
      'the handler of a unique key is there',
      { movePerson: handlers.movePerson },
      declared('delete', 'handlers'),
      'ready',
    ],
  ])('with declared tables, %s', async (_name, own, manifest, sentence) => {
    expect(await causeOf(({ personalData }) => personalData(own), manifest)).toContain(sentence);
  });

  test('with declared tables and nothing left to handlers, a brick registers none', async () => {
    const loaded = await activate(() => undefined, declared('blank'));
    expect(loaded.state === 'ready' && Object.keys(loaded.personalData ?? {})).toEqual(Object.keys(handlers));
    expect(await causeOf(() => undefined, declared('handlers'))).toContain('Call brick.personalData.');
  });

  test.each<[string, object, string]>([
    ['no table at all', { personalData: { ...kept.personalData, tables: [] } }, 'Call brick.personalData.'],
    [
      'a table is left out',
      { ...declared('delete'), entities: [Row, Other] },
      'Call brick.personalData. Or declare Other in its "tables", with "columns: {}" where no row names a person.',
    ],
  ])('a declaration of personal data that leaves something out requires handlers: %s', async (_name, manifest, end) => {
    expect(await causeOf(() => undefined, manifest)).toContain(`nothing gives it out or erases it). ${end}`);
    const lacking = ({ personalData }: BrickParts): void => personalData({ exportPerson: handlers.exportPerson });
    expect(await causeOf(lacking, manifest)).toContain('lacks erasePerson');
    expect(await causeOf(({ personalData }) => personalData(handlers), manifest)).toBe('it is ready');
  });

  test('a table without persons says so, and requires no handler', async () => {
    const tables = [
      { entity: Row, columns: { addedBy: 'delete' } },
      { entity: Other, columns: {} },
    ];
    const manifest = { personalData: { ...kept.personalData, tables }, entities: [Row, Other] };
    expect(await causeOf(() => undefined, manifest)).toBe('it is ready');
  });

  test('handlers run in the brick’s scope', async () => {
    const loaded = await activate(({ personalData }) => personalData(handlers), kept);
    const given = loaded.state === 'ready' && (await loaded.personalData?.exportPerson({} as never));
    expect(given).toEqual({ records: { whose: [{ brick: 'agenda' }] } });
  });
});

test('a brick without pages registers none', async () => {
  const page = ({ http }: BrickParts): void => http.get('/', { access: 'read' }, answer);
  expect(await causeOf(page, { kind: 'directory-source' })).toContain('only a brick of kind feature may do this');
});

test('a brick that hangs fails at its time limit; later registrations throw', async () => {
  let wakeUp = (): void => undefined;
  let late: Promise<unknown> = Promise.resolve();
  const loaded = await activate(
    ({ http }) => {
      late = new Promise<void>((resolve) => (wakeUp = resolve)).then(() => http.get('/', { access: 'read' }, answer));
      return late as Promise<void>;
    },
    {},
    20,
  );
  expect(loaded).toMatchObject({
    state: 'failed',
    cause: 'agenda: it could not be activated (it took longer than 0.02 s).',
  });
  wakeUp();
  await expect(late).rejects.toThrow('agenda registered something after activate had returned');
});

test('every registration after activate has returned throws and adds nothing', async () => {
  let kept: BrickParts | undefined;
  const loaded = await activate((brick) => {
    kept = brick;
  });
  const late = /registered something after activate had returned\./;
  expect(() => kept?.http.get('/', { access: 'read' }, answer)).toThrow(late);
  expect(() => kept?.http.post('/', { access: 'read' }, answer)).toThrow(late);
  expect(() => kept?.sources.provide(sampleSource)).toThrow(late);
  expect(() => kept?.auth.provide(provider)).toThrow(late);
  expect(() => kept?.personalData({})).toThrow(late);
  expect(() => kept?.onStop(() => undefined)).toThrow(late);
  expect(loaded).toMatchObject({ state: 'ready', routes: [], sources: [], disposers: [] });
});

test('a failed brick runs its disposers; one that throws does not stop the others', async () => {
  const disposed: string[] = [];
  await activate(({ onStop }) => {
    onStop(() => void disposed.push('first'));
    onStop(() => Promise.reject(new Error('cannot let go')));
    onStop(() => void disposed.push('last'));
    throw new Error('on purpose');
  });
  expect(disposed).toEqual(['last', 'first']);
});
