// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineDirectoryBrick } from '../../../api/directory/directory-brick.js';
import type { DirectoryRecord, LoginEntry } from '../../../api/directory/directory-source.js';
import { UnavailableError } from '../../../api/errors.js';
import { sampleSource } from '../../../testing/sample-directory.js';
import { bootWebHost, type WebHost } from '../../app/host-for-tests.js';
import { LIMITS } from '../../infra/util/limits.js';
import { authProviderBrick } from './login-bricks-for-tests.js';

const ID = '6f0a3a52-0d1b-4c0e-9a7e-00000000000';

/** The directory at this moment: the stable id of the teacher, with which those of all others begin, and the entries of one login. */
const now = { ids: `${ID}1`, asked: 0, read: 0, entries: (): Promise<readonly LoginEntry[]> => Promise.resolve([]) };

const directory = defineDirectoryBrick(
  {
    ...{ version: '1.0.0', adapter: '^0.2.0', settings: z.strictObject({}), id: 'tree', kind: 'directory-source' },
    locales: { fr: { title: 'Arbre', summary: 'Annuaire' }, en: { title: 'Tree', summary: 'Directory' } },
  },
  ({ sources }) =>
    sources.provide({
      name: 'ldap',
      async *read(signal) {
        now.read += 1;
        for await (const record of sampleSource.read(signal)) yield withStableId(record);
      },
      entriesOf: () => {
        now.asked += 1;
        return now.entries();
      },
    }),
);

function withStableId(record: DirectoryRecord): DirectoryRecord {
  if (record.type !== 'person') return record;
  return { ...record, stableId: record.key === 'teacher' ? now.ids : `${now.ids}-${record.key}` };
}

let web: WebHost;
beforeAll(async () => {
  const limits = { ...LIMITS, entries: 200 };
  web = await bootWebHost({ bricks: [authProviderBrick({ supportsRenew: false }), directory], limits });
  await sync();
});
afterAll(() => web.stop());

async function sync(): Promise<void> {
  const [source] = web.host.sources;
  if (source) await web.host.sync.run(source, new AbortController().signal);
}

/** The path to which a login of the teacher is led. */
async function logIn(): Promise<string | undefined> {
  const { headers: begun } = await web.send('/login');
  const Cookie = begun['set-cookie']?.find((one) => one.startsWith('volee_login='))?.split(';')[0] ?? '';
  return (await web.send('/cas/callback?ticket=ST-teacher', { headers: { Cookie } })).headers.location;
}

const entry = (stableId?: string, profile?: LoginEntry['profile']): LoginEntry => ({
  ...(stableId !== undefined && { stableId }),
  ...(profile && { profile }),
});
const shows = (...entries: LoginEntry[]): void => void (now.entries = () => Promise.resolve(entries));

test('H2 a login whose entry has another stable id opens no session, and asks for one sync of the source', async () => {
  shows(entry(`${ID}1`, 'teacher'));
  expect(await logIn()).toMatch(/^\/s\//);
  shows(entry(`${ID}2`, 'teacher'));
  const before = now.read;
  expect(await logIn()).toMatch(/^\/login\?problem=givenAway/);
  expect(await logIn()).toMatch(/^\/login\?problem=givenAway/);
  await web.host.requestedSyncs.settled();
  expect(now.read - before).toBe(1);
  const page = await web.send((await logIn()) ?? '', { headers: { Accept: 'text/html' } });
  expect([page.status, page.text]).toEqual([409, expect.stringContaining('Votre compte est en train de changer')]);
  await web.host.requestedSyncs.settled();
  expect(now.read - before).toBe(1);
});

test('H2 a pupil who has the login of an adult opens no session, whatever stable ids there are', async () => {
  shows(entry(undefined, 'pupil'));
  expect(await logIn()).toMatch(/problem=givenAway/);
});

test('several entries of one login: one with the known stable id is enough', async () => {
  shows(entry(`${ID}7`, 'pupil'), entry(`${ID}1`, 'teacher'));
  expect(await logIn()).toMatch(/^\/s\//);
});

test.each([
  ['no answer', () => Promise.reject(new UnavailableError('The directory is down.'))],
  ['an answer that never comes', () => new Promise<readonly LoginEntry[]>(() => undefined)],
  ['no entry', () => Promise.resolve([])],
  ['no stable id', () => Promise.resolve([entry(undefined, 'teacher')])],
])('%s lets the login through, with a line in the log and a count', async (_name, entries) => {
  now.entries = entries;
  const { entryChecks } = web.host.loginCounts;
  const counted = { ...entryChecks };
  const lines = web.lines.length;
  expect(await logIn()).toMatch(/^\/s\//);
  const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  expect([sum(entryChecks) - sum(counted), entryChecks.same - counted.same]).toEqual([1, 0]);
  expect(web.lines.slice(lines).map(({ sentence }) => sentence)).toContain(
    'a login was not compared with the directory, and went on',
  );
});

test('H2 a restored directory with other ids shuts nobody out while the guard asks, except a pupil with the login of an adult', async () => {
  now.ids = `${ID}5`;
  shows(entry(`${ID}5`, 'teacher'));
  expect(await logIn()).toMatch(/problem=givenAway/);
  await expect(sync()).rejects.toThrow(/have another stable id/);
  expect(await logIn()).toMatch(/^\/s\//);
  shows(entry(`${ID}5`, 'pupil'));
  expect(await logIn()).toMatch(/problem=givenAway/);
});
