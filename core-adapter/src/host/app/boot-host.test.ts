// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../../api/http.js';
import { UnavailableError } from '../../api/errors.js';
import { SettingsError } from '../infra/util/settings-error.js';
import { sampleSource, SCHOOL } from '../../testing/sample-directory.js';
import { sqlite } from '../../testing/test-databases.js';
import { testFolder } from '../../testing/test-folder.js';
import { bootHost, type Host } from './boot-host.js';
import { schemaOwners } from './schema-owners.js';
import { createLog } from '../infra/util/create-log.js';
import { migrate } from '../infra/database/migrate.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../infra/database/notes-for-tests.js';
import { brickWith, entryOf } from '../bricks/bricks-for-tests.js';
import type { BrickEntry } from '../domain/bricks/loaded-brick.js';
import { checkSettingsText } from '../infra/settings/load-settings.js';
import { bootWebHost } from './host-for-tests.js';
import { loginBrick } from '../http/reply-brick-for-tests.js';

const { url, drop } = await sqlite.fresh();
const folder = mkdtempSync(join(testFolder(), 'volee-boot-'));
await migrate(url, schemaOwners([]));
afterAll(async () => {
  await drop();
  rmSync(folder, { recursive: true });
});

function boot(bricks: readonly BrickEntry[], replaced: Readonly<Record<string, unknown>> = {}): Promise<Host> {
  const written = {
    server: { publicUrl: 'http://127.0.0.1', listen: '127.0.0.1:0' },
    database: { url },
    session: { secret: 'a secret that only tests know, 32+ characters' },
    storage: { url: `file:${folder}` },
    bricks: {},
    ...replaced,
  };
  const checked = checkSettingsText(JSON.stringify(written), 'test settings', {});
  if (checked.problems) throw new SettingsError(checked.problems);
  return bootHost({ settings: checked.value, bricks, log: createLog('silent') });
}

test('bricks stand in the order of the settings, whatever their packages are called and whatever became of them', async () => {
  const missing: BrickEntry = { name: '@acme/gone', settings: {}, load: () => Promise.reject(new Error('gone')) };
  const torn = brickWith({ id: 'torn' }, () => Promise.reject(new Error('torn')));
  const host = await boot([
    missing,
    entryOf(brickWith({ id: 'zebra' }), '@acme/volee-animals'),
    entryOf(torn, '@acme/torn'),
    entryOf(brickWith({ id: 'ant' }), '@acme/ant'),
    entryOf(brickWith({ id: 'wrong' }), '@acme/wrong', { dais: 1 }),
  ]);
  expect(host.bricks.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'gone failed',
    'zebra ready',
    'torn failed',
    'ant ready',
    'wrong failed',
  ]);
  await host.stop();
});

test('P11: a brick without its tables fails, with the remedy; without core’s tables the host does not boot', async () => {
  const manifest = { id: 'notes', entities: [NoteRow], migrations: [CreateNotes1764028800000] };
  const notes = brickWith(manifest, ({ moveGroup }) => moveGroup(moveNotes));
  const host = await boot([entryOf(notes, '@acme/notes'), entryOf(brickWith({ id: 'ant' }), '@acme/ant')]);
  expect(host.bricks).toMatchObject([
    {
      id: 'notes',
      state: 'failed',
      cause: 'notes: its tables are not up to date.',
      remedy: 'Run "volee db migrate".',
    },
    { id: 'ant', state: 'ready' },
  ]);
  expect(host.owners.map(({ id }) => id)).toEqual(['core', 'notes']);
  await host.stop();

  const empty = await sqlite.fresh();
  await expect(boot([entryOf(notes, '@acme/notes')], { database: { url: empty.url } })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The database lacks tables of core, notes.',
    remedy: 'Run "volee db migrate" first.',
  });
  await empty.drop();
});

test('P11: no code may end the process while a host runs', async () => {
  const { exit } = process;
  const host = await boot([]);
  expect(() => process.exit(7)).toThrow(/refused/);
  await host.stop();
  await expect(boot([], { database: { url: 'sqlite:/dev/null/no.sqlite' } })).rejects.toThrow();
  expect(process.exit).toBe(exit);
});

test('two ways in, or two directories of one name, are refused in one sentence', async () => {
  const { manifest, activate } = loginBrick;
  const other = { manifest: { ...manifest, id: 'hatch' }, activate };
  await expect(boot([entryOf(loginBrick, 'door'), entryOf(other, 'hatch')])).rejects.toThrow(
    new SettingsError(['bricks: two bricks are of kind auth-provider; keep one']),
  );
  const source = (id: string): BrickEntry =>
    entryOf(
      brickWith({ id, kind: 'directory-source' }, ({ sources }) => sources.provide(sampleSource)),
      id,
    );
  await expect(boot([source('one'), source('two')])).rejects.toThrow(
    'bricks: two directory sources are named "ldap"; rename one',
  );
});

test('bricks that cannot run together are disposed, the last first', async () => {
  const disposed: string[] = [];
  const holding = (id: string): BrickEntry =>
    entryOf(
      brickWith({ id, kind: 'directory-source' }, ({ sources, onStop }) => {
        onStop(() => void disposed.push(id));
        sources.provide(sampleSource);
      }),
      id,
    );
  await expect(boot([holding('one'), holding('two')])).rejects.toThrow(SettingsError);
  expect(disposed).toEqual(['two', 'one']);
});

test('a folder that cannot be written, and a port that is taken, are reported with the setting to change', async () => {
  const nowhere = await boot([], { storage: { url: 'file:/dev/null/files' } });
  const attempt = nowhere.listen();
  await expect(attempt).rejects.toThrow(UnavailableError);
  await expect(attempt).rejects.toMatchObject({
    message: expect.stringMatching(/^Files cannot be stored in \/dev\/null\/files \(.+\)\.$/),
    remedy: expect.stringMatching(/^Check storage\.url/),
  });
  await nowhere.stop();

  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const host = await boot([], { server: { publicUrl: 'http://127.0.0.1', listen: `127.0.0.1:${port}` } });
  await expect(host.listen()).rejects.toMatchObject({
    message: expect.stringMatching(/^The port 127\.0\.0\.1:\d+ cannot be opened/),
    remedy: expect.stringMatching(/change server\.listen/),
  });
  await host.stop();
  taken.close();
});

test('stopping lets a request in flight end, takes no other, and disposes of the bricks, the last first', async () => {
  const disposed: string[] = [];
  let began = (): void => undefined;
  let finish = (): void => undefined;
  const started = new Promise<void>((resolve) => (began = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const slow = brickWith({ id: 'slow' }, ({ http, onStop }) => {
    onStop(() => void disposed.push('slow'));
    http.get('/', { access: 'read' }, async () => {
      began();
      await finished;
      return json({ disposed });
    });
  });
  const last = brickWith({ id: 'last' }, ({ onStop }) => onStop(() => void disposed.push('last')));
  const web = await bootWebHost({ bricks: [slow, last] });
  const asked = web.send(`/s/${SCHOOL}/slow/`, { headers: { Cookie: await web.cookieOf('pupil') } });
  await started;
  const stopped = web.stop();
  await expect(web.send('/health/live')).rejects.toThrow(/ECONNREFUSED/);
  finish();
  expect((await asked).text).toBe('{"disposed":[]}');
  await stopped;
  expect(disposed).toEqual(['last', 'slow']);
});
