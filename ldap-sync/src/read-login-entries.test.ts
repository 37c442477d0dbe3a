// SPDX-License-Identifier: EUPL-1.2
import { ldapSource } from './ldap-source.js';
import { oneDirectory } from './testing/read-all.js';
import { recordingLog } from './testing/recording-log.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { startTestDirectory, type Behaviour, type SearchRequest } from './testing/test-directory.js';
import { person, RIVIERES, TILLEULS, twoSchools, type TestEntry } from './testing/test-entries.js';

const started = stopAfterEach();
const start = async (more: TestEntry[] = [], behaviour: Behaviour = {}): ReturnType<typeof startTestDirectory> =>
  started(await startTestDirectory([...twoSchools(), ...more], behaviour));

const ID = '6f0a3a52-0d1b-4c0e-9a7e-00000000000';
const NEW = [
  person(TILLEULS, 'eleves', 'ines.faure', { entryUUID: `${ID}1`, ENTPersonProfils: 'National_ELV' }),
  person(TILLEULS, 'personnels', 'nora.petit', { entryUUID: `${ID}2` }),
  person(RIVIERES, 'personnels', 'nora.petit', {
    entryUUID: `${ID}3`,
    objectClass: ['inetOrgPerson', 'administratif'],
  }),
];

const ask = (url: string, login: string, settings: object = {}): Promise<readonly object[]> =>
  ldapSource(oneDirectory(url, { checkLogins: {}, ...settings }), recordingLog()).entriesOf?.(login) ??
  Promise.reject(new Error('logins are not compared'));

test('without checkLogins, logins are not compared', () => {
  expect(ldapSource(oneDirectory('ldap://127.0.0.1:9'), recordingLog())).not.toHaveProperty('entriesOf');
});

test('H2 the entries of a login in a Scribe, in one search: stable ids, and the profile by code or branch', async () => {
  const { url, searches } = await start(NEW);
  expect(await ask(url, 'ines.faure')).toEqual([{ stableId: `${ID}1`, profile: 'pupil' }]);
  expect(searches).toHaveLength(1);
  const both = await ask(url, 'nora.petit');
  expect(both).toEqual(
    expect.arrayContaining([
      { stableId: `${ID}2`, profile: 'teacher' },
      { stableId: `${ID}3`, profile: 'staff' },
    ]),
  );
  expect(await ask(url, 'nobody')).toEqual([]);
});

test('H2 the entries of a login in an ENT after the SDET, whose persons alone count', async () => {
  const { url } = await start([
    person(TILLEULS, 'eleves', 'ines.faure', { entryUUID: `${ID}1`, ENTPersonProfils: 'National_ELV' }),
    person(TILLEULS, 'eleves', 'printer', { entryUUID: `${ID}2` }),
  ]);
  const settings = { layout: 'sdet' };
  expect(await ask(url, 'ines.faure', settings)).toEqual([{ stableId: `${ID}1`, profile: 'pupil' }]);
  expect(await ask(url, 'printer', settings)).toEqual([]);
});

test('H2 a login cannot change the filter that it stands in', async () => {
  const { url } = await start([...NEW, person(TILLEULS, 'eleves', "o'hara_1", { entryUUID: `${ID}4` })]);
  for (const login of ['*', 'ines*', 'ines.faure)(uid=*', 'ines\\2efaure', '\0', '(', '&|!']) {
    expect(await ask(url, login)).toEqual([]);
  }
  expect(await ask(url, "o'hara_1")).toEqual([{ stableId: `${ID}4`, profile: 'pupil' }]);
});

test('a directory that is silent is given up after the wait, also for logins that wait for their turn', async () => {
  const asked: SearchRequest[] = [];
  const { url } = await start(NEW, { answer: (request) => asked.push(request) > 0 });
  const source = ldapSource(oneDirectory(url, { checkLogins: { wait: '200ms', parallel: 2 } }), recordingLog());
  const logins = ['ines.faure', 'nora.petit', 'lea.martin'].map((login) => source.entriesOf?.(login));
  for (const login of logins) await expect(login).rejects.toThrow(/did not show the entry of a login within 200 ms/);
  expect(asked).toHaveLength(2);
});

test('a directory that cannot be reached is an error, which the host takes for no answer', async () => {
  await expect(ask('ldap://127.0.0.1:9', 'ines.faure')).rejects.toThrow(/127\.0\.0\.1:9/);
});
