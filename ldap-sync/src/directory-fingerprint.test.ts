// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

import { readFingerprint, settingsPrint } from './directory-fingerprint.js';
import type { Searchable } from './ldap/directory-state.js';
import { manifest } from './manifest.js';
import { oneDirectory } from './testing/read-all.js';
import { ldapEntry } from './testing/test-entries.js';

const URL = 'ldap://127.0.0.1:389';

function markOf(contextCSN: string[], settings: object = {}): Promise<string | undefined> {
  const entries = [
    ldapEntry('', { namingContexts: 'o=gouv,c=fr' }),
    ldapEntry('o=gouv,c=fr', contextCSN.length > 0 ? { contextCSN } : {}),
  ];
  const directory: Searchable = {
    search: async function* ({ base }) {
      yield* await Promise.resolve(entries.filter(({ dn }) => dn === base));
    },
  };
  return readFingerprint(directory, oneDirectory(URL, settings));
}

test('stays the same, and fits the host', async () => {
  const mark = await markOf(['1']);
  expect(mark).toMatch(/^[\w-]{32} [\w-]{32}$/);
  expect(await markOf(['1'])).toBe(mark);
  expect(await markOf(['1'], { pageSize: 10, schedule: '0 4 * * *', timeout: '5s' })).toBe(mark);
});

test.each<[string, string[], object]>([
  ['the directory', ['2'], {}],
  ['the account that reads: it may see others', ['1'], { bindDn: 'cn=other,o=gouv,c=fr' }],
  ['the key', ['1'], { keyAttribute: 'entryUUID' }],
  ['the layout', ['1'], { layout: 'sdet' }],
  ['the server', ['1'], { url: ['ldap://127.0.0.1:389', 'ldap://127.0.0.1:390'] }],
  ['the names of schools', ['1'], { schools: { '0999991A': { name: 'Les Tilleuls' } } }],
])('changes with %s', async (_what, state, settings) => {
  expect(await markOf(state, settings)).not.toBe(await markOf(['1']));
});

test('changes with the attributes of stable ids: what was read without them is read again', async () => {
  const { url, bindDn, baseDn, layout, custom, keyAttribute, schools } = oneDirectory(URL);
  const before = [manifest.version, url, bindDn, baseDn, layout, custom, keyAttribute, schools];
  const print = createHash('sha256').update(JSON.stringify(before)).digest('base64url').slice(0, 32);

  expect(settingsPrint(oneDirectory(URL))).not.toBe(print);
});

test('changes with the mapping of one’s own', async () => {
  const mapping = (profile: string): object => ({
    schools: { filter: '(ou=*)', uai: 'ou' },
    persons: { filter: '(uid=*)', login: 'uid', familyName: 'sn', profile },
  });
  const [first, second] = ['ENTPersonProfils', 'profil'].map((one) => ({ layout: 'custom', custom: mapping(one) }));

  expect(await markOf(['1'], first)).not.toBe(await markOf(['1'], second));
});

test('a directory without a state has none: it is read each time', async () => {
  expect(await markOf([])).toBeUndefined();
});

describe('L14: the clock of the directory is not ours; whether its state is another one counts, not which is later', () => {
  const NOW = '20261125120000.000000Z#000000#000#000000';

  test.each([
    ['hours ahead of ours', '20261125180000.000000Z#000000#000#000000'],
    ['years ahead of ours', '20380119031407.000000Z#000000#000#000000'],
    ['behind ours', '20261125060000.000000Z#000000#000#000000'],
    ['set back to its beginning', '19700101000000.000000Z#000000#000#000000'],
    ['the same, and two changes in one instant', '20261125120000.000000Z#000001#000#000000'],
  ])('%s: a change is a change, and none is none', async (_what, csn) => {
    expect(await markOf([csn])).not.toBe(await markOf([NOW]));
    expect(await markOf([csn])).toBe(await markOf([csn]));
  });

  test('a change on the slower of two servers that write is seen too', async () => {
    const slow = '20261125060000.000000Z#000000#002#000000';
    const slowLater = '20261125060001.000000Z#000000#002#000000';

    expect(await markOf([NOW, slowLater])).not.toBe(await markOf([NOW, slow]));
    expect(await markOf([slow, NOW])).toBe(await markOf([NOW, slow]));
  });
});
