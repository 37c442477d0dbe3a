// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { bootHost, createLog, loadSettings } from '@volee/core-adapter/host';
import { OTHER_SCHOOL, SCHOOL, sampleSource } from '@volee/core-adapter/testing';

import { program, runProgram, serveVolee } from '../e2e/volee-command.js';
import { freePort } from '../services/free-port.js';
import { waitUntil } from '../services/wait-until.js';
import { writeCliSettings } from './cli-settings.js';
import { cookieHeader } from './session-cookie.js';

/** The reason why each brick does not run, as shown by `volee brick list` and the log. */
const FAILED: Readonly<Record<string, RegExp>> = {
  'throws-in-import': /^\.\/bricks\/throws-in-import: it cannot be imported \(no import today\)/,
  'throws-no-text-in-import': /it cannot be imported \(what was thrown cannot be put into words\)/,
  'exits-in-import': /process\.exit\(\) is refused/,
  'throws-in-activate': /it could not be activated \(not today\)/,
  'exits-in-activate': /process\.exit\(\) is refused/,
  'forgets-groups': /^forgets-groups: .*\(by its name Note#groupId holds the id of a group, and no row would follow/,
  'writes-elsewhere': /one of its migrations names core_person, and a brick may only name tables of its own/,
  'imports-host': /a brick may not import @volee\/core-adapter\/host/,
  'not-built': /its entry \/.*\/not-built\/dist\/index\.js is missing\.( Build the brick first\.)?$/,
  'no-module': /its entry \/.*\/no-module\/index\.js is not an ES module/,
  nowhere: /there is no folder \/.*\/bricks\/nowhere/,
};
const READY = [
  ...['plain', 'with-copies', 'rejects-in-import', 'rejects-in-migration', 'throws-later', 'throws-no-text'],
  ...['crashes-in-requests', 'listens-on-streams', 'file-share'],
];

const url = `http://127.0.0.1:${await freePort()}`;
const names = [...READY.slice(0, -1), ...Object.keys(FAILED)].map((id) => `./bricks/${id}`);
const bricks = Object.fromEntries([...names, '@volee/file-share'].map((name) => [name, {}]));
const place = writeCliSettings(bricks, { server: { publicUrl: url, listen: new URL(url).host } });
const outside = join(place.folder, 'bricks');
cpSync(new URL('../bricks/outside', import.meta.url), outside, { recursive: true });
putCopies(join(outside, 'with-copies', 'node_modules'));
afterAll(() => rmSync(place.folder, { recursive: true }));

// The other tests run meanwhile.
const documented = runProgram(place.file, 'config', 'doc', './bricks/rejects-in-import');
const migrated = await runProgram(place.file, 'db', 'migrate', '--json');
const cookie = await fill();
const server = await serveVolee(place.folder, place.file, url);
afterAll(() => server.stop());

/** Copies of the peers that would be noticed when imported. */
function putCopies(folder: string): void {
  for (const name of ['zod', 'typeorm', 'preact', 'preact-render-to-string', '@volee/core-adapter']) {
    mkdirSync(join(folder, name), { recursive: true });
    const exports = { '.': './copy.js', './*': './copy.js' };
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, type: 'module', exports }));
    writeFileSync(join(folder, name, 'copy.js'), `throw new Error('a second copy of ${name}');`);
  }
}

/** Two schools with every brick on in both. @returns the cookie of a teacher who also administers the platform */
async function fill(): Promise<string> {
  const host = await bootHost({ settings: loadSettings(place.file, {}), bricks: [], log: createLog('silent') });
  await host.sync.run(sampleSource, new AbortController().signal);
  for (const uai of [SCHOOL, OTHER_SCHOOL]) {
    for (const id of [...READY, ...Object.keys(FAILED)]) await host.activations.enable(uai, id, 'cli');
  }
  await host.administrators.grant('teacher', null, 'cli');
  const teacher = await host.directory.personByLogin('ldap', 'teacher');
  const cookie = await cookieHeader(host, teacher?.id ?? '');
  await host.stop();
  return cookie;
}

function ask(path: string, school = SCHOOL): Promise<Response> {
  return fetch(`${url}/s/${school}/${path}`, { headers: { Cookie: cookie, Accept: 'text/html' } });
}

/** Uploads a file and returns the status. */
async function upload(path: string): Promise<number> {
  const body = new FormData();
  body.append('files', new Blob(['some words']), 'words.txt');
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
  return (await fetch(`${url}/s/${SCHOOL}/${path}`, { method: 'POST', headers, body })).status;
}

interface Health {
  readonly ready: number;
  readonly failed: readonly string[];
  readonly details: readonly { readonly id: string; readonly cause: string }[];
  readonly troubles: readonly { readonly id: string; readonly count: number; readonly last: { sentence: string } }[];
}

/** The health report for this machine. */
async function healthOfBricks(): Promise<Health> {
  return ((await (await fetch(`${url}/health/ready`)).json()) as { bricks: Health }).bricks;
}

async function statusOf(path: string, school?: string): Promise<number> {
  return (await ask(path, school)).status;
}

interface LogLine {
  readonly level: number;
  readonly brick?: string;
  readonly msg: string;
  readonly count?: number;
  readonly reference?: string;
  readonly err?: { readonly message: string };
}

function logOf(brick: string): LogLine[] {
  const lines = readFileSync(join(place.folder, 'volee.log'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LogLine).filter((line) => line.brick === brick);
}

const messagesOf = (brick: string): string[] => logOf(brick).flatMap(({ err }) => err?.message ?? []);

/** After the faults of another brick, the healthy ones still answer. */
afterEach(async () => {
  expect(await Promise.all(['plain/', 'with-copies/', 'file-share/'].map((path) => statusOf(path)))).toEqual([
    200, 200, 200,
  ]);
});

test('P11: db migrate creates the tables of core and of every healthy brick, reports the others, and exits with 1', () => {
  expect(migrated.code).toBe(1);
  const ran = JSON.parse(migrated.stdout) as { owner: string; names: string[] }[];
  expect(ran.map(({ owner }) => owner)).toEqual([
    ...['core', 'plain', 'with-copies', 'rejects-in-migration', 'forgets-groups', 'file-share'],
  ]);
  for (const [id, cause] of Object.entries(FAILED)) {
    if (id.endsWith('activate') || ran.some(({ owner }) => owner === id)) continue;
    const reported = migrated.stderr.split('\n').filter((line) => line.startsWith(`volee: ./bricks/${id}: `));
    expect(reported).toEqual([expect.stringMatching(new RegExp(cause.source.replace(/^\^/, '')))]);
  }
});

test('bricks in a folder outside the repository run, with nothing installed and with copies of the peers beside them', async () => {
  for (const id of ['plain', 'with-copies']) {
    const page = await ask(`${id}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('0 notes')]);
    expect(await (await ask(`${id}/rendered`)).json()).toEqual({ html: '<p>seul</p>' });
    // Its `instanceof DomainError` works, and so does the host's, which answers 404.
    expect(await statusOf(`${id}/notes/01936000-0000-7000-8000-000000000001`)).toBe(404);
    expect(await statusOf(`${id}/`, OTHER_SCHOOL)).toBe(404);
  }
});

test('P11: a brick that fails shows in the list, in the log once, and in /health/ready with its cause for this machine', async () => {
  const health = await healthOfBricks();
  expect(health).toMatchObject({ ready: READY.length, failed: Object.keys(FAILED) });
  for (const [id, cause] of Object.entries(FAILED)) {
    expect(health.details.find((one) => one.id === id)?.cause).toMatch(cause);
    expect(logOf(id)).toMatchObject([{ level: 50, msg: expect.stringMatching(cause) }]);
    expect(await statusOf(`${id}/`)).toBe(503);
  }
  const list = await runProgram(place.file, 'brick', 'list', '--json');
  const listed = JSON.parse(list.stdout) as { id: string; state: string; cause?: string }[];
  expect(list.code).toBe(0);
  for (const cause of Object.values(FAILED)) expect(list.stderr).not.toMatch(cause);
  expect(listed.filter(({ state }) => state === 'ready').map(({ id }) => id)).toEqual(READY);
  for (const { id, cause } of listed.filter(({ state }) => state === 'failed')) expect(cause).toMatch(FAILED[id] ?? '');
});

test('P11: late exceptions and unhandled rejections are attributed to the brick, counted, and never end the host', async () => {
  await waitUntil('it has thrown four times', () => Promise.resolve(logOf('throws-later').length >= 3));
  expect(logOf('throws-later').map(({ count }) => count)).toEqual(expect.arrayContaining([1, 2, 4]));
  expect(messagesOf('throws-later')[0]).toBe('thrown later');
  expect(messagesOf('rejects-in-import')).toEqual(['forgotten at import']);
  // The migration is tried at each declaration of the brick.
  expect(messagesOf('rejects-in-migration')).toEqual(['forgotten in a migration']);
});

test('P11: a thrown value without a text is reported, too', async () => {
  await waitUntil('it has thrown twice', () => Promise.resolve(messagesOf('throws-no-text').length >= 2));
  const nothing = 'what was thrown cannot be put into words';
  expect(messagesOf('throws-no-text')).toEqual([nothing, nothing]);
});

test('P11: an unhandled rejection of a migration is attributed to the brick, and does not end "db migrate"', () => {
  expect(migrated.stderr).toMatch(/"brick":"rejects-in-migration".*forgotten in a migration/);
  expect(migrated.stderr).not.toContain('fatal');
});

test('P11: "config doc" imports bricks like "serve": it attributes unhandled rejections', async () => {
  expect(await documented).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('## ./bricks/rejects-in-import'),
    stderr: expect.stringMatching(/^\{.*"brick":"rejects-in-import".*forgotten at import/),
  });
});

test('P11: after a failing request, the brick and the others still answer', async () => {
  expect(await statusOf('crashes-in-requests/throws')).toBe(500);
  expect(await statusOf('crashes-in-requests/exits')).toBe(500);
  expect(await statusOf('crashes-in-requests/floating')).toBe(200);
  expect(await statusOf('crashes-in-requests/exits-later')).toBe(200);
  await waitUntil('all are told', () => Promise.resolve(messagesOf('crashes-in-requests').length >= 4));
  expect(messagesOf('crashes-in-requests')).toEqual([
    'thrown in a request',
    expect.stringMatching(/^process\.exit\(\) is refused/),
    'forgotten in a request',
    expect.stringMatching(/^process\.abort\(\) is refused/),
  ]);
});

test('P11: a crash in a request shows in the log as the brick’s, in /health/ready for this machine, and in the console', async () => {
  const countNow = async (): Promise<number> =>
    (await healthOfBricks()).troubles.find(({ id }) => id === 'crashes-in-requests')?.count ?? 0;
  const before = await countNow();
  const answer = await ask('crashes-in-requests/throws');
  const reference = answer.headers.get('X-Request-Id');
  expect([answer.status, await countNow()]).toEqual([500, before + 1]);
  const reported = logOf('crashes-in-requests').filter((line) => line.reference === reference);
  expect(reported).toMatchObject([{ level: 50, err: { message: 'thrown in a request' } }]);
  expect((await healthOfBricks()).troubles).toContainEqual({
    id: 'crashes-in-requests',
    count: before + 1,
    last: { at: expect.stringMatching(/^20.*Z$/), sentence: 'thrown in a request' },
  });
  const page = await fetch(`${url}/admin/bricks`, { headers: { Cookie: cookie, Accept: 'text/html' } });
  expect((await page.text()).replace(/<[^>]+>/g, ' ')).toMatch(
    new RegExp(`crashes-in-requests .*? ${before + 1} ennuis? depuis le démarrage .*? thrown in a request`),
  );
});

test.each(['data', 'end', 'close'])(
  'P11: a listener at %s of an upload throws: the request ends with an error, the host goes on',
  async (event) => {
    expect(await upload(`listens-on-streams/${event}`)).toBe(500);
    expect(messagesOf('listens-on-streams').at(-1)).toBe(`thrown at ${event}`);
  },
);

test('P11: an aborted download runs code of the brick, which may throw', async () => {
  const page = await ask('listens-on-streams/large');
  await page.body?.cancel();
  await waitUntil('both are told', () =>
    Promise.resolve(messagesOf('listens-on-streams').filter((message) => message.endsWith(' download')).length >= 2),
  );
  const troubles = (await healthOfBricks()).troubles.find(({ id }) => id === 'listens-on-streams');
  expect(troubles?.last.sentence).toMatch(/ download$/);
});

test('P11: process.exit is refused also when it was imported before', async () => {
  const refusing = new URL('../dist/host/bricks/intercept-exit.js', pathToFileURL(program)).href;
  const code = `import { exit } from 'node:process'; import { interceptExit } from '${refusing}';
    const allow = interceptExit(); try { exit(7); } catch { allow(); } exit(9);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
  expect(await once(child, 'close')).toEqual([9, null]);
});

test('an error that belongs to no brick is fatal: the host closes and exits with 1', async () => {
  const alone = writeCliSettings({}, { server: { publicUrl: url, listen: '127.0.0.1:0' } });
  await runProgram(alone.file, 'db', 'migrate');
  const breaking = "data:text/javascript,process.on('SIGUSR2', () => { throw new Error('nobody was here') })";
  const child = spawn(process.execPath, ['--import', breaking, program, '--config', alone.file, 'serve'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    if (text.includes('volee is ready')) child.kill('SIGUSR2');
  });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(log).toMatch(/"nobody was here".*fatal: uncaught error; the process exits/);
  rmSync(alone.folder, { recursive: true });
});
