// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import { noSchools, TestClock } from '@volee/core-adapter/testing';

import { directoryChecks } from './directory-checks.js';
import { makeCertificate } from './testing/certificates.js';
import { oneDirectory } from './testing/read-all.js';
import { recordingLog } from './testing/recording-log.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { BIND_PASSWORD, startTestDirectory, type Behaviour, type TestDirectory } from './testing/test-directory.js';
import { ACADEMY, twoSchools, type TestEntry } from './testing/test-entries.js';

const started = stopAfterEach();

async function start(behaviour: Behaviour = {}, entries = withIds(twoSchools())): Promise<TestDirectory> {
  return started(await startTestDirectory(entries, behaviour));
}

function withIds(entries: readonly TestEntry[]): TestEntry[] {
  return entries.map(({ dn, attributes }, index) => {
    const entryUUID = [`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`];
    return { dn, attributes: { ...attributes, entryUUID } };
  });
}

/** The findings of each check for a directory. */
async function examine(url: string | readonly string[], settings: object = {}, now = new Date()) {
  const checks = directoryChecks(oneDirectory(url, settings), recordingLog(), new TestClock(now));
  const found = checks.map(async ({ name, run }) => {
    const result = await run(AbortSignal.timeout(10_000), noSchools).catch((error: unknown) => error as Error);
    return [name, result] as const;
  });
  return Object.fromEntries(await Promise.all(found)) as Record<string, readonly Finding[] | Error>;
}

test('a directory that shows schools and stable ids, page by page', async () => {
  const { url } = await start();
  expect(await examine(url)).toEqual({
    directory: [
      {
        state: 'good',
        sentence: expect.stringMatching(/accepts cn=reader,.* and shows schools, first École des Tilleuls/),
      },
      { state: 'good', sentence: expect.stringContaining('paged results') },
      { state: 'good', sentence: expect.stringContaining('shows stable ids') },
    ],
    certificate: [],
  });
});

test('no more is read than schools and the first persons', async () => {
  const directory = await start();
  await examine(directory.url, { pageSize: 1 });
  expect(directory.searches.map(({ scopeName }) => scopeName).filter((scope) => scope === 'subtree')).toHaveLength(1);
});

describe('stable ids', () => {
  const ROOT_DSE = { objectClass: ['top'] };

  test('a directory that has none is told, with what to do', async () => {
    const { url } = await start({}, twoSchools());
    expect((await examine(url))['directory']).toContainEqual({
      state: 'warn',
      sentence: expect.stringContaining('shows no stable ids (entryUUID, objectGUID)'),
      remedy: 'Never reuse a login there.',
    });
  });

  test('L15 an Active Directory that hides objectGUID is told as such', async () => {
    const { url } = await start(
      { rootDse: { ...ROOT_DSE, supportedCapabilities: ['1.2.840.113556.1.4.800'] } },
      twoSchools(),
    );
    expect((await examine(url))['directory']).toContainEqual({
      state: 'warn',
      sentence: expect.stringContaining('keeps stable ids (objectGUID), but does not show them to cn=reader,'),
      remedy: expect.stringMatching(
        /^Allow cn=reader,.* to read objectGUID of every person; leave keyAttribute as it is\.$/,
      ),
    });
  });

  test('a schema that cannot be read is no failure', async () => {
    const answer: Behaviour['answer'] = ({ filter }, response) =>
      String(filter).includes('subschema') && (response.end(50), true);
    const { url } = await start(
      { answer, rootDse: { ...ROOT_DSE, subschemaSubentry: ['cn=Subschema'] } },
      twoSchools(),
    );
    expect((await examine(url))['directory']).toContainEqual(
      expect.objectContaining({ state: 'warn', sentence: expect.stringContaining('shows no stable ids') }),
    );
  });
});

test('L7 a directory without pages', async () => {
  const { url } = await start({ paging: false });
  const { directory } = await examine(url);
  expect(directory).toMatchObject([
    { state: 'good' },
    { state: 'warn', sentence: expect.stringContaining('size limit') },
    { state: 'good', sentence: expect.stringContaining('stable ids') },
  ]);
});

test('L15 a directory that shows no school', async () => {
  const directory = started(await startTestDirectory(twoSchools().filter(({ dn }) => !dn.endsWith(`,${ACADEMY}`))));
  const found = await examine(directory.url);
  expect(found['directory']).toMatchObject([{ state: 'bad', remedy: expect.stringContaining('baseDn') }, {}]);
});

test.each([
  [{ bindPassword: 'wrong' }, /refuses the name or the password of cn=reader,/, 'Check bindDn and bindPassword.'],
  [{ baseDn: 'o=elsewhere,c=fr' }, /has no such entry/, 'Check baseDn and the rights of the account.'],
])('%j is told with what to check, and without the password', async (settings, sentence, remedy) => {
  const { url } = await start();
  const { directory, certificate } = await examine(url, settings);
  expect(directory).toMatchObject({ message: expect.stringMatching(sentence), remedy });
  expect((directory as Error).message).not.toContain(BIND_PASSWORD);
  expect(certificate).toEqual([]);
});

test('an unreachable directory is reported once', async () => {
  const directory = await startTestDirectory(twoSchools());
  await directory.stop();
  const found = await examine(directory.url);
  expect(found['directory']).toMatchObject({
    message: `The directory ${directory.url} cannot be reached.`,
    remedy: 'Check url, and that the directory runs.',
  });
  expect(found['certificate']).toEqual([]);
});

describe('several servers', () => {
  const AWAY = ['ldap://127.0.0.1:1', 'ldap://127.0.0.1:2'];

  test('each is looked at: one that is away is told while another is read', async () => {
    const { url } = await start();
    const { directory, certificate } = await examine([AWAY[0] ?? '', url]);
    const remedy = 'Check url, and that the directory runs. Or take this server out of url.';
    expect(directory).toMatchObject([
      { state: 'warn', sentence: expect.stringContaining('127.0.0.1:1 cannot be reached.'), remedy },
      { state: 'good', sentence: expect.stringContaining(`${url} accepts`) },
      { state: 'good' },
      { state: 'good' },
    ]);
    expect(certificate).toEqual([]);
  });

  test('none of them is there', async () => {
    expect((await examine(AWAY))['directory']).toMatchObject([{ state: 'bad' }, { state: 'bad' }]);
  });
});

test('a mapping that finds no school is reported with a remedy', async () => {
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

  test('of an unknown authority', async () => {
    const { url } = await start({ tls: await makeCertificate('IP:127.0.0.1') });
    const { directory, certificate } = await examine(url);
    expect(directory).toMatchObject({
      message: expect.stringMatching(/of an unknown authority\.$/),
      remedy: 'Write the file of its authority as ca.',
    });
    expect(certificate).toEqual([
      {
        state: 'warn',
        sentence: `The certificate of the directory ${url} could not be checked.`,
        remedy: 'See directory.',
      },
    ]);
  });
});
