// SPDX-License-Identifier: EUPL-1.2
import passport from 'passport';
import type { TestLoginResult } from '../../api/login/auth-provider.js';
import type { RunCommand } from '../../api/command.js';
import { dispose } from './register-brick.js';
import { noSchools } from '../../testing/no-schools.js';
import { currentBrick } from '../infra/util/brick-scope.js';
import { activate, causeOf, provider } from './activate-for-tests.js';

test('a test login runs in the brick’s scope; a provider without one gets none', async () => {
  const who = (): Promise<TestLoginResult> =>
    Promise.resolve({ user: String(currentBrick()), attributes: {}, lookedIn: 'user' });
  const kind = 'auth-provider';
  const way = await activate(({ auth }) => auth.provide({ ...provider, testLogin: who }), { kind });
  const { authProvider } = way.state === 'ready' ? way : {};
  const { signal } = new AbortController();
  expect(await authProvider?.testLogin?.({ login: 'lea', password: 'geheim' }, signal)).toMatchObject({
    user: 'agenda',
  });
  const without = await activate(({ auth }) => auth.provide(provider), { kind });
  expect(without.state === 'ready' && without.authProvider?.testLogin).toBeUndefined();
});

test('commands run in the brick’s scope, and each command of the manifest must be provided', async () => {
  const manifest = { commands: { purge: { summary: 'forgets the past' } } };
  const run: RunCommand = () => Promise.resolve({ value: currentBrick(), lines: [] });
  const loaded = await activate(({ commands }) => commands.provide('purge', run), manifest);
  const purge = loaded.state === 'ready' ? loaded.commands.get('purge') : undefined;
  const { signal } = new AbortController();
  expect(
    await purge?.({ words: [], options: {}, by: 'cli:root', signal, t: String, schools: () => [] as never }),
  ).toMatchObject({
    value: 'agenda',
  });
  expect(await causeOf(() => undefined, manifest)).toContain('its command "purge" does nothing');
});

test('functions that a brick registers run in its scope, from any caller', async () => {
  const seen: (string | undefined)[] = [];
  const see = (): void => void seen.push(currentBrick());
  const loaded = await activate(({ describeStoredData, check, onStop }) => {
    see();
    describeStoredData(() => Promise.resolve([String(currentBrick())]));
    check({ name: 'paper', run: async () => [{ state: 'good', sentence: String(currentBrick()) }] });
    onStop(see);
  });
  if (loaded.state === 'failed') throw new Error(loaded.cause);
  expect(await loaded.describeStoredData?.({} as never)).toEqual(['agenda']);
  expect(await loaded.checks[0]?.run(AbortSignal.timeout(1_000), noSchools)).toEqual([
    { state: 'good', sentence: 'agenda' },
  ]);
  await dispose(loaded.disposers);
  expect(seen).toEqual(['agenda', 'agenda']);

  const directory = await activate(
    ({ sources }) =>
      sources.provide({
        name: 'paper',
        schedule: '0 4 * * *',
        fullSyncInterval: 5,
        fingerprint: () => Promise.resolve(currentBrick()),
        digest: () => Promise.resolve(currentBrick()),
        async *read(_signal, _saveCursor, saveDigest) {
          yield { type: 'school', uai: String(currentBrick()), name: '', kind: 'primary' };
          saveDigest?.(String(currentBrick()));
          see();
        },
      }),
    { kind: 'directory-source' },
  );
  const [source] = directory.state === 'ready' ? directory.sources : [];
  expect(source).toMatchObject({ schedule: '0 4 * * *', fullSyncInterval: 5 });
  const signal = AbortSignal.timeout(1_000);
  expect([await source?.fingerprint?.(signal), await source?.digest?.(signal)]).toEqual(['agenda', 'agenda']);
  const digests: string[] = [];
  for await (const record of source?.read(signal, undefined, (digest) => digests.push(digest)) ?? []) {
    expect(record).toMatchObject({ uai: 'agenda' });
  }
  expect(digests).toEqual(['agenda']);
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

test('P11: disposers run in the brick’s scope', async () => {
  const reported = new Promise<[string | undefined, unknown]>((resolve) => {
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
      if (loaded.state === 'ready') void loaded.checks[0]?.run(stop.signal, noSchools);
      stop.abort('enough');
    });
  });
  expect(await reported).toEqual(['agenda', 'enough']);
});

test('P11: a disposer that hangs does not stop the others', async () => {
  const disposed: string[] = [];
  await dispose([() => void disposed.push('first'), () => new Promise(() => undefined)], 20);
  expect(disposed).toEqual(['first']);
});

test('disposers run one after another, the last registered first', async () => {
  const disposed: number[] = [];
  const slow = (number: number) => async (): Promise<void> => {
    await Promise.resolve();
    disposed.push(number);
  };
  await dispose([slow(1), slow(2), slow(3)]);
  expect(disposed).toEqual([3, 2, 1]);
});
