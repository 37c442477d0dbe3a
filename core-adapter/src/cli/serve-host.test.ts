// SPDX-License-Identifier: EUPL-1.2
import { once, EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { BrickDefinition } from '../api/brick-base.js';
import { makeTables } from '../testing/make-tables.js';
import { sqlite } from '../testing/test-databases.js';
import { testFolder } from '../testing/test-folder.js';
import { testSettings } from '../testing/test-settings.js';
import { recordingLog } from '../host/app/host-for-tests.js';
import { schemaOwners } from '../host/app/schema-owners.js';
import { brickWith } from '../host/bricks/bricks-for-tests.js';
import type { BrickEntry } from '../host/domain/bricks/loaded-brick.js';
import { authProviderBrick } from '../host/http/login/login-bricks-for-tests.js';
import { LIMITS, type Limits } from '../host/infra/util/limits.js';
import { exitCodeOf } from './exit-code.js';
import { serveHost } from './serve-host.js';

const { url: databaseUrl, drop } = await sqlite.fresh();
const settings = testSettings(databaseUrl, mkdtempSync(join(testFolder(), 'volee-serve-')));
await makeTables(databaseUrl, schemaOwners([]));
afterAll(drop);

const wayIn = authProviderBrick({ supportsRenew: true });
const SHORT: Limits = { ...LIMITS, import: 20, settle: 20 };

/** A brick that comes, or cannot be imported, when the test says so. */
function held(name: string, kind?: BrickEntry['kind']) {
  let [come, fail] = [(_brick: BrickDefinition): void => undefined, (_error: Error): void => undefined];
  const coming = new Promise<BrickDefinition>((resolve, reject) => ([come, fail] = [resolve, reject]));
  const entry: BrickEntry = { name, kind, settings: {}, load: () => coming };
  return { entry, come: (brick: BrickDefinition) => come(brick), fail: (error: Error) => fail(error) };
}

/** A `volee serve` in this process. */
async function serve(bricks: readonly BrickEntry[], limits = SHORT) {
  const { log, lines } = recordingLog();
  const told = new EventEmitter();
  const info = (fields: object, sentence: string): void => {
    log.info(fields, sentence);
    told.emit('line');
  };
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const ended = serveHost({ settings, bricks, log: { ...log, info }, limits, stopped });
  ended.catch(() => told.emit('line'));
  const until = async (sentence: string) => {
    for (;;) {
      const line = lines.find((one) => one.sentence === sentence);
      if (line) return line;
      await Promise.race([once(told, 'line'), ended]);
    }
  };
  const { listen } = (await until('volee is starting')).fields;
  const get = (path: string): Promise<Response> =>
    fetch(`http://${String(listen)}${path}`, { redirect: 'manual', headers: { Accept: 'text/html' } });
  return { get, until, lines, stop: () => (stop(), ended), ended };
}

test('P11: while the login brick is awaited, the host is alive, not ready, names it, and says to people that it starts', async () => {
  const login = held('@acme/way-in', 'auth-provider');
  const slow = held('@acme/slow', 'feature');
  const { get, until, stop } = await serve([held('@acme/never', 'feature').entry, slow.entry, login.entry]);
  expect((await get('/health/live')).status).toBe(200);
  const starting = await get('/health/ready');
  expect([starting.status, await starting.json()]).toEqual([503, { status: 'starting', awaited: ['way-in'] }]);
  const page = await get('/login');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toMatch(/<h1>Volée démarre<\/h1>/);
  expect((await get('/admin')).status).toBe(503);

  login.come(wayIn);
  await until('volee is ready');
  const ready = await get('/health/ready');
  expect([ready.status, await ready.json()]).toMatchObject([
    200,
    { status: 'ok', bricks: { ready: 1, failed: ['never', 'slow'] } },
  ]);
  expect((await get('/login')).headers.get('location')).toBe('https://sso.example.org/default');

  slow.come(brickWith({ id: 'slow' }));
  await until('a brick came late and is ready');
  expect(await (await get('/health/ready')).json()).toMatchObject({ bricks: { ready: 2, failed: ['never'] } });
  await stop();
});

test('P11: nobody waits for a brick that never comes when the login brick is there', async () => {
  const never = held('@acme/never', 'feature');
  const login: BrickEntry = { ...held('@acme/way-in', 'auth-provider').entry, load: () => Promise.resolve(wayIn) };
  const { until, stop } = await serve([never.entry, login], { ...SHORT, import: 300 });
  expect((await until('volee is ready')).fields).toMatchObject({ publicUrl: 'http://127.0.0.1/' });
  await stop();
});

test('P11: when all imports have ended without the login brick, the process ends with 1, and its port is free', async () => {
  const login = held('@acme/way-in', 'auth-provider');
  const { get, ended } = await serve([login.entry]);
  login.fail(new Error('torn'));
  const error = await ended.catch((one: unknown) => one);
  expect(error).toMatchObject({ message: expect.stringMatching(/^Nobody can log in without the login brick: @acme/) });
  expect(exitCodeOf(error)).toBe(1);
  await expect(get('/health/live')).rejects.toThrow();
});

test('P11: a login brick that never comes ends the process with 1 as well, since starting anew may help', async () => {
  const { ended } = await serve([held('@acme/way-in', 'auth-provider').entry], { ...SHORT, login: 60 });
  expect(exitCodeOf(await ended.catch((one: unknown) => one))).toBe(1);
});

test('P11: so does one that says nothing in its package.json and comes when the host is up', async () => {
  const login = held('@acme/way-in');
  const { until, ended } = await serve([login.entry]);
  await until('volee is ready');
  login.come(wayIn);
  const error = await ended.catch((one: unknown) => one);
  expect(exitCodeOf(error)).toBe(1);
  expect(error).toMatchObject({ message: expect.stringMatching(/"kind": "auth-provider"/) });
});

test('P11: so does one that is too slow to be activated', async () => {
  const slow = { ...wayIn, activate: () => new Promise<void>(() => undefined) };
  const login = { ...held('@acme/way-in', 'auth-provider').entry, load: () => Promise.resolve(slow) };
  const { ended } = await serve([login], { ...SHORT, activate: 20 });
  expect(exitCodeOf(await ended.catch((one: unknown) => one))).toBe(1);
});

test('a host that is told to stop while it waits for its login brick stops', async () => {
  const { get, stop } = await serve([held('@acme/way-in', 'auth-provider').entry], { ...SHORT, login: 200 });
  await stop();
  await expect(get('/health/live')).rejects.toThrow();
});
