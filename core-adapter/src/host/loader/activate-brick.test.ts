// SPDX-License-Identifier: EUPL-1.2
import passport from 'passport';
import type { AuthProvider, Rehearsal } from '../../api/auth-provider.js';
import type { Brick } from '../../api/brick.js';
import type { RunCommand } from '../../api/command.js';
import { ForbiddenError } from '../../api/errors.js';
import { json } from '../../api/http.js';
import { sampleSource } from '../../testing/sample-directory.js';
import { TestClock } from '../../testing/test-clock.js';
import { createLog } from '../create-log.js';
import { activateBrick, dispose } from './activate-brick.js';
import { currentBrick } from './brick-scope.js';
import { brickWith, goodManifest } from './bricks-for-tests.js';
import type { LoadedBrick } from './loaded-brick.js';
import { refuseExit } from './refuse-exit.js';

const tools = {
  clock: new TestClock(new Date('2026-11-24T10:00:00Z')),
  callbackUrl: 'https://ent.example.org/cas/callback',
  grantUrl: 'https://ent.example.org/cas/proxy?key=secret',
  log: createLog('silent').child,
};
const provider: AuthProvider = {
  strategy: new passport.Strategy(),
  origin: 'https://sso.example.org',
  loginUrl: () => '',
  logoutUrl: () => '',
  readLogout: () => undefined,
};
const answer = (): ReturnType<typeof json> => json({});

function activate(
  work: (brick: Brick) => void | Promise<void>,
  manifest = {},
  timeLimit = 5_000,
): Promise<LoadedBrick> {
  const definition = brickWith(manifest, work);
  const settings = { days: 3 };
  return activateBrick({ id: 'agenda', definition, manifest: definition.manifest, settings }, tools, timeLimit);
}

async function causeOf(work: (brick: Brick) => void | Promise<void>, manifest = {}): Promise<string> {
  const loaded = await activate(work, manifest);
  return loaded.state === 'failed' ? loaded.cause : 'it is ready';
}

test('what a brick registers is there when it is ready, in its order', async () => {
  const loaded = await activate(async ({ http, settings, clock, auth }) => {
    expect(settings).toEqual({ days: 3 });
    expect(clock).toBe(tools.clock);
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

test('an auth provider and directory sources are handed over', async () => {
  const way = await activate(({ auth }) => auth.provide(provider), { kind: 'auth-provider' });
  expect(way).toMatchObject({ state: 'ready', authProvider: { origin: provider.origin } });
  const source = await activate(({ sources }) => sources.provide(sampleSource), { kind: 'directory-source' });
  expect(source).toMatchObject({ state: 'ready', sources: [{ name: sampleSource.name }] });
});

test('a login on trial runs as the brick’s; a way in that has none keeps none', async () => {
  const who = (): Promise<Rehearsal> =>
    Promise.resolve({ user: String(currentBrick()), attributes: {}, lookedIn: 'user' });
  const kind = 'auth-provider';
  const way = await activate(({ auth }) => auth.provide({ ...provider, rehearse: who }), { kind });
  const { authProvider } = way.state === 'ready' ? way : {};
  const { signal } = new AbortController();
  expect(await authProvider?.rehearse?.({ login: 'lea', password: 'geheim' }, signal)).toMatchObject({
    user: 'agenda',
  });
  const without = await activate(({ auth }) => auth.provide(provider), { kind });
  expect(without.state === 'ready' && without.authProvider?.rehearse).toBeUndefined();
});

test('what a command does runs as the brick’s, and each command of the manifest does something', async () => {
  const manifest = { commands: { purge: { summary: 'forgets the past' } } };
  const run: RunCommand = () => Promise.resolve({ value: currentBrick(), lines: [] });
  const loaded = await activate(({ commands }) => commands.provide('purge', run), manifest);
  const purge = loaded.state === 'ready' ? loaded.commands.get('purge') : undefined;
  const { signal } = new AbortController();
  expect(await purge?.({ words: [], options: {}, by: 'cli:root', signal, t: String })).toMatchObject({
    value: 'agenda',
  });
  expect(await causeOf(() => undefined, manifest)).toContain('its command "purge" does nothing');
});

test('without a host around it, nothing can be imported', async () => {
  const loaded = await causeOf(({ imports }) => void imports.of({ name: 'onde-x' }));
  expect(loaded).toContain('Nothing can be imported here');
});

test.each<[string, (brick: Brick) => void | Promise<void>, string]>([
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
    'the address GET /days names no permission, and none is public; write "access"',
  ],
  [
    'it ends the process',
    () => {
      const allow = refuseExit();
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
    'the address GET /days has both "group" and "load"; keep "load", whose thing names its group',
  ],
  [
    'a command that the manifest does not have',
    ({ commands }) => commands.provide('agenda import', () => Promise.resolve({ value: 1, lines: [] })),
    'the manifest of agenda has no command "agenda import"',
  ],
  ['the way in', ({ auth }) => auth.provide(provider), 'only a brick of kind auth-provider may do this'],
  ['a directory', ({ sources }) => sources.provide(sampleSource), 'only a brick of kind directory-source may do this'],
])('a brick that does it wrong has failed, in one sentence: %s', async (_name, work, sentence) => {
  const cause = await causeOf(work);
  expect(cause).toMatch(/^agenda: it could not be activated \(.+\)\.$/);
  expect(cause).toContain(sentence);
});

test('P11: a brick that throws what has no text has failed like another', async () => {
  expect(await causeOf(() => Promise.reject(Object.create(null)))).toBe(
    'agenda: it could not be activated (what was thrown cannot be put into words).',
  );
});

test('a check without a name is told before anybody looks at it', async () => {
  const check = { run: () => Promise.resolve([]) } as never;
  expect(await causeOf((brick) => brick.check(check))).toContain('a check has no name; say in a word what it looks at');
});

describe('personal data', () => {
  const kept = { personalData: { kept: 'title', purpose: 'summary', retention: 'summary' } };
  const handlers = {
    exportPerson: () => Promise.resolve({ records: { whose: [{ brick: currentBrick() }] } }),
    erasePerson: () => Promise.resolve(),
    closeSchool: () => Promise.resolve(),
  };

  test.each<[string, (brick: Brick) => void, object, string]>([
    ['kept, and nothing to erase it by', () => undefined, kept, 'call brick.personalData to give out and erase it'],
    [
      'kept, and no way to give it out',
      ({ personalData }) => personalData({ ...handlers, exportPerson: undefined } as never),
      kept,
      'its brick.personalData lacks exportPerson; give all of exportPerson, erasePerson, closeSchool',
    ],
    [
      'erased, and said not to be kept',
      ({ personalData }) => personalData(handlers),
      {},
      'its manifest says that it keeps nothing about persons',
    ],
  ])('%s', async (_name, work, manifest, sentence) => {
    expect(await causeOf(work, manifest)).toContain(sentence);
  });

  test('is given out by the brick, as its own', async () => {
    const loaded = await activate(({ personalData }) => personalData(handlers), kept);
    const given = loaded.state === 'ready' && (await loaded.personalData?.exportPerson({} as never));
    expect(given).toEqual({ records: { whose: [{ brick: 'agenda' }] } });
  });
});

test('a brick without pages registers none', async () => {
  const page = ({ http }: Brick): void => http.get('/', { access: 'read' }, answer);
  expect(await causeOf(page, { kind: 'directory-source' })).toContain('only a brick of kind feature may do this');
});

test('a brick that hangs has failed when its time is over; what it registers later throws', async () => {
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

test('registering after activate returned throws, whatever it is, and adds nothing', async () => {
  let kept: Brick | undefined;
  const loaded = await activate((brick) => {
    kept = brick;
  });
  const late = /registered something after activate had returned; register everything inside it/;
  expect(() => kept?.http.get('/', { access: 'read' }, answer)).toThrow(late);
  expect(() => kept?.http.post('/', { access: 'read' }, answer)).toThrow(late);
  expect(() => kept?.sources.provide(sampleSource)).toThrow(late);
  expect(() => kept?.auth.provide(provider)).toThrow(late);
  expect(() => kept?.personalData({} as never)).toThrow(late);
  expect(() => kept?.onStop(() => undefined)).toThrow(late);
  expect(loaded).toMatchObject({ state: 'ready', routes: [], sources: [], disposers: [] });
});

test('a brick that fails gives back what it took; a disposer that throws keeps no other from running', async () => {
  const disposed: string[] = [];
  await activate(({ onStop }) => {
    onStop(() => void disposed.push('first'));
    onStop(() => Promise.reject(new Error('cannot let go')));
    onStop(() => void disposed.push('last'));
    throw new Error('on purpose');
  });
  expect(disposed).toEqual(['last', 'first']);
});

test('what a brick hands over runs as its own, whoever calls it', async () => {
  const seen: (string | undefined)[] = [];
  const see = (): void => void seen.push(currentBrick());
  const loaded = await activate(({ whenOff, check, onStop }) => {
    see();
    whenOff(() => Promise.resolve([String(currentBrick())]));
    check({ name: 'paper', run: async () => [{ state: 'good', sentence: String(currentBrick()) }] });
    onStop(see);
  });
  if (loaded.state === 'failed') throw new Error(loaded.cause);
  expect(await loaded.whenOff?.({} as never)).toEqual(['agenda']);
  expect(await loaded.checks[0]?.run(AbortSignal.timeout(1_000))).toEqual([{ state: 'good', sentence: 'agenda' }]);
  await dispose(loaded.disposers);
  expect(seen).toEqual(['agenda', 'agenda']);

  const directory = await activate(
    ({ sources }) =>
      sources.provide({
        name: 'paper',
        schedule: '0 4 * * *',
        fullRead: 5,
        mark: () => Promise.resolve(currentBrick()),
        async *read() {
          yield { type: 'school', uai: String(currentBrick()), name: '', kind: 'primary' };
          see();
        },
      }),
    { kind: 'directory-source' },
  );
  const [source] = directory.state === 'ready' ? directory.sources : [];
  expect(source).toMatchObject({ schedule: '0 4 * * *', fullRead: 5 });
  expect(await source?.mark?.(AbortSignal.timeout(1_000))).toBe('agenda');
  for await (const record of source?.read(AbortSignal.timeout(1_000)) ?? []) {
    expect(record).toMatchObject({ uai: 'agenda' });
  }
  expect(seen).toEqual(['agenda', 'agenda', 'agenda']);

  const strategy = Object.assign(new passport.Strategy(), {
    authenticate(this: passport.StrategyCreated<passport.Strategy>) {
      this.fail(String(currentBrick()));
    },
  });
  const door = await activate(({ auth }) => auth.provide({ ...provider, strategy }), { kind: 'auth-provider' });
  const judging = door.state === 'ready' ? door.authProvider?.strategy : undefined;
  const reasons: unknown[] = [];
  const one = Object.assign(Object.create(judging ?? null), { fail: (reason: unknown) => reasons.push(reason) });
  (one as passport.StrategyCreated<passport.Strategy>).authenticate({} as never);
  expect(reasons).toEqual(['agenda']);
});

test('P11: what a brick does when it is told to stop is its own', async () => {
  const told = new Promise<[string | undefined, unknown]>((resolve) => {
    void activate(({ check }) =>
      check({
        name: 'paper',
        run: (signal) => {
          signal.addEventListener('abort', () => resolve([currentBrick(), signal.reason]));
          return new Promise(() => undefined);
        },
      }),
    ).then((loaded) => {
      const stop = new AbortController();
      if (loaded.state === 'ready') void loaded.checks[0]?.run(stop.signal);
      stop.abort('enough');
    });
  });
  expect(await told).toEqual(['agenda', 'enough']);
});

test('P11: a disposer that hangs keeps no other from running', async () => {
  const disposed: string[] = [];
  await dispose([() => void disposed.push('first'), () => new Promise(() => undefined)], 20);
  expect(disposed).toEqual(['first']);
});

test('disposers run one after the other, the last registered first', async () => {
  const disposed: number[] = [];
  const slow = (number: number) => async (): Promise<void> => {
    await Promise.resolve();
    disposed.push(number);
  };
  await dispose([slow(1), slow(2), slow(3)]);
  expect(disposed).toEqual([3, 2, 1]);
});
