// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import { TestClock } from '@volee/core-adapter/testing';

import { directoryChecks } from './directory-checks.js';
import { makeCertificate } from './testing/certificates.js';
import { oneDirectory } from './testing/read-all.js';
import { recordingLog } from './testing/recording-log.js';
import { stopAfterEach } from './testing/stops.js';
import { BIND_PASSWORD, startTestDirectory, type Behaviour, type TestDirectory } from './testing/test-directory.js';
import { ACADEMY, twoSchools } from './testing/test-entries.js';

const started = stopAfterEach();

async function start(behaviour: Behaviour = {}): Promise<TestDirectory> {
  return started(await startTestDirectory(twoSchools(), behaviour));
}

/** What each check says of a directory. */
async function examine(url: string | readonly string[], settings: object = {}, now = new Date()) {
  const checks = directoryChecks(oneDirectory(url, settings), recordingLog(), new TestClock(now));
  const found = checks.map(async ({ name, run }) => {
    const result = await run(AbortSignal.timeout(10_000)).catch((error: unknown) => error as Error);
    return [name, result] as const;
  });
  return Object.fromEntries(await Promise.all(found)) as Record<string, readonly Finding[] | Error>;
}

test('a directory that shows schools, page by page', async () => {
  const { url } = await start();
  expect(await examine(url)).toEqual({
    directory: [
      {
        state: 'good',
        sentence: expect.stringMatching(/lets cn=reader,.* in and shows schools, École des Tilleuls first/),
      },
      { state: 'good', sentence: expect.stringContaining('page by page') },
    ],
    certificate: [],
  });
});

test('nothing but schools is read', async () => {
  const { url, searches } = await start();
  await examine(url);
  expect(searches.every(({ scopeName }) => scopeName === 'single')).toBe(true);
});

test('L7 a directory without pages', async () => {
  const { url } = await start({ paging: false });
  const { directory } = await examine(url);
  expect(directory).toMatchObject([
    { state: 'good' },
    { state: 'warn', sentence: expect.stringContaining('size limit') },
  ]);
});

test('L15 a directory that shows no school', async () => {
  const directory = started(await startTestDirectory(twoSchools().filter(({ dn }) => !dn.endsWith(`,${ACADEMY}`))));
  const found = await examine(directory.url);
  expect(found['directory']).toMatchObject([{ state: 'bad', remedy: expect.stringContaining('baseDn') }, {}]);
});

test.each([
  [{ bindPassword: 'wrong' }, /refuses the name or the password of cn=reader,.*; check bindDn and bindPassword/],
  [{ baseDn: 'o=elsewhere,c=fr' }, /has no such entry.*; check baseDn/],
])('%j is told with what to check, and without the password', async (settings, sentence) => {
  const { url } = await start();
  const { directory, certificate } = await examine(url, settings);
  expect(directory).toEqual(new Error((directory as Error).message));
  expect((directory as Error).message).toMatch(sentence);
  expect((directory as Error).message).not.toContain(BIND_PASSWORD);
  expect(certificate).toEqual([]);
});

test('a directory that is away is told once', async () => {
  const directory = await startTestDirectory(twoSchools());
  await directory.stop();
  const found = await examine(directory.url);
  expect(found['directory']).toEqual(
    new Error(`The directory ${directory.url} cannot be reached; check url, and that the directory runs.`),
  );
  expect(found['certificate']).toEqual([]);
});

describe('several servers', () => {
  const AWAY = ['ldap://127.0.0.1:1', 'ldap://127.0.0.1:2'];

  test('each is looked at: one that is away is told while another is read', async () => {
    const { url } = await start();
    const { directory, certificate } = await examine([AWAY[0] ?? '', url]);
    expect(directory).toMatchObject([
      { state: 'warn', sentence: expect.stringContaining('127.0.0.1:1 cannot be reached'), remedy: expect.anything() },
      { state: 'good', sentence: expect.stringContaining(`${url} lets`) },
      { state: 'good' },
    ]);
    expect(certificate).toEqual([]);
  });

  test('none of them is there', async () => {
    expect((await examine(AWAY))['directory']).toMatchObject([{ state: 'bad' }, { state: 'bad' }]);
  });
});

test('a mapping that finds no school is told, with where to look', async () => {
  const { url } = await start();
  const custom = {
    schools: { filter: '(ENTStructureUAI=*)', uai: 'ENTStructureUAI' },
    persons: { filter: '(uid=*)', login: 'uid', familyName: 'sn', profile: 'ENTPersonProfils' },
  };
  const { directory } = await examine(url, { layout: 'custom', custom });
  expect(directory).toMatchObject([
    {
      state: 'bad',
      sentence: expect.stringMatching(/no school below o=gouv,c=fr\.$/),
      remedy: expect.stringContaining('custom.schools'),
    },
    {},
  ]);
});

describe('C13 the certificate', () => {
  test('that was verified: its days', async () => {
    const tls = await makeCertificate('IP:127.0.0.1');
    const { url } = await start({ tls });
    const found = await examine(url, { ca: tls.certificate });
    expect(found['certificate']).toMatchObject([
      { state: 'bad', sentence: expect.stringMatching(/trusted for 1 more days/) },
    ]);
  });

  test('of an authority that nobody knows', async () => {
    const { url } = await start({ tls: await makeCertificate('IP:127.0.0.1') });
    const { directory, certificate } = await examine(url);
    expect((directory as Error).message).toMatch(/nobody known has signed; write the file of its authority as ca/);
    expect(certificate).toEqual([
      {
        state: 'warn',
        sentence: `The certificate of the directory ${url} could not be looked at.`,
        remedy: 'See directory.',
      },
    ]);
  });
});
