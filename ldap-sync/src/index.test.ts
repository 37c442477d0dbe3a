// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import { activateAlone } from '@volee/core-adapter/testing';

import ldapSync from './index.js';
import { makeCertificate } from './testing/certificates.js';
import { recordingLog, type RecordingLog } from './testing/recording-log.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { BIND_DN, BIND_PASSWORD, startTestDirectory } from './testing/test-directory.js';
import { twoSchools } from './testing/test-entries.js';

const started = stopAfterEach();
const login = { bindDn: BIND_DN, bindPassword: BIND_PASSWORD, baseDn: 'o=gouv,c=fr', layout: 'scribe' };
const elsewhere = { ...login, url: 'ldaps://scribe.example.org' };

async function activate(settings: object): Promise<{ sources: readonly DirectorySource[]; log: RecordingLog }> {
  const log = recordingLog();
  const { sources } = await activateAlone(ldapSync, { settings, log });
  return { sources, log };
}

test('one directory is the source "ldap", without a schedule unless there is one', async () => {
  expect((await activate(elsewhere)).sources).toMatchObject([{ name: 'ldap' }]);
  expect((await activate({ ...elsewhere, schedule: '0 4 * * *' })).sources).toMatchObject([{ schedule: '0 4 * * *' }]);
});

test('several directories are a source each, and each is read from its own', async () => {
  const dole = started(await startTestDirectory(twoSchools()));
  const jura = started(await startTestDirectory(twoSchools().filter(({ dn }) => !dn.includes('0999992B'))));
  const { sources } = await activate({
    sources: { dole: { ...login, url: dole.url }, jura: { ...login, url: jura.url } },
  });

  const schools = sources.map(async ({ name, read }) => {
    const uais: string[] = [];
    for await (const record of read(new AbortController().signal)) if (record.type === 'school') uais.push(record.uai);
    return { name, uais };
  });

  await expect(Promise.all(schools)).resolves.toEqual([
    { name: 'dole', uais: ['0999991A', '0999992B'] },
    { name: 'jura', uais: ['0999991A'] },
  ]);
});

test('activation does not connect; a directory that is away fails the reading', async () => {
  const { sources } = await activate({ ...login, url: 'ldap://127.0.0.1:1' });
  const records: AsyncIterator<DirectoryRecord> | undefined = sources[0]
    ?.read(new AbortController().signal)
    [Symbol.asyncIterator]();

  await expect(records?.next()).rejects.toThrow(/cannot be reached/);
});

test('C13: the authority that is named is trusted, and nothing else', async () => {
  const tls = await makeCertificate('IP:127.0.0.1');
  const directory = started(await startTestDirectory(twoSchools(), { tls }));

  // The host has put the content of the file in the place of its path.
  const { sources } = await activate({ ...login, url: directory.url, ca: tls.certificate });
  const first = await sources[0]?.read(new AbortController().signal)[Symbol.asyncIterator]().next();
  expect(first?.value).toMatchObject({ type: 'school', uai: '0999991A' });
});

test.each(['', 'no certificate'])('a file that holds no authority is refused: %j', (ca) => {
  expect(() => ldapSync.manifest.settings.parse({ ...elsewhere, ca })).toThrow('holds no certificate');
  expect(() => ldapSync.manifest.settings.parse({ sources: { dole: { ...elsewhere, ca } } })).toThrow(
    'holds no certificate',
  );
});

test('a password that crosses a network in clear is told; on this machine it is not', async () => {
  const warnings = async (changes: object): Promise<number> =>
    (await activate({ ...elsewhere, ...changes })).log.warnings.length;

  await expect(warnings({ url: 'ldap://scribe.example.org' })).resolves.toBe(1);
  await expect(warnings({ url: 'ldap://scribe.example.org', startTls: true })).resolves.toBe(0);
  await expect(warnings({ url: ['ldaps://one.example.org', 'ldap://two.example.org'] })).resolves.toBe(1);
  await expect(warnings({ url: 'ldap://127.0.0.1:1389' })).resolves.toBe(0);
  await expect(warnings({})).resolves.toBe(0);
});

test('French and English say the same things', () => {
  const { fr, en } = ldapSync.manifest.locales;

  expect(Object.keys(en)).toEqual(Object.keys(fr));
});
