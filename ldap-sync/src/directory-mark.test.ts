// SPDX-License-Identifier: EUPL-1.2
import { readMark } from './directory-mark.js';
import type { LdapDirectory } from './ldap/ldap-entry.js';
import { oneDirectory } from './testing/read-all.js';
import { ldapEntry } from './testing/test-entries.js';

const URL = 'ldap://127.0.0.1:389';

function markOf(contextCSN: string[], settings: object = {}): Promise<string | undefined> {
  const entries = [
    ldapEntry('', { namingContexts: 'o=gouv,c=fr' }),
    ldapEntry('o=gouv,c=fr', contextCSN.length > 0 ? { contextCSN } : {}),
  ];
  const directory: LdapDirectory = {
    search: async function* ({ base }) {
      yield* await Promise.resolve(entries.filter(({ dn }) => dn === base));
    },
  };
  return readMark(directory, oneDirectory(URL, settings));
}

test('stays the same, and fits the host', async () => {
  const mark = await markOf(['1']);
  expect(mark).toMatch(/^[0-9a-f]{64}$/);
  expect(await markOf(['1'])).toBe(mark);
  expect(await markOf(['1'], { pageSize: 10, schedule: '0 4 * * *', timeout: '5s' })).toBe(mark);
});

test.each<[string, string[], object]>([
  ['the directory', ['2'], {}],
  ['the account that reads: it may see others', ['1'], { bindDn: 'cn=other,o=gouv,c=fr' }],
  ['the key', ['1'], { keyAttribute: 'entryUUID' }],
  ['the names of schools', ['1'], { schools: { '0999991A': { name: 'Les Tilleuls' } } }],
])('changes with %s', async (_what, state, settings) => {
  expect(await markOf(state, settings)).not.toBe(await markOf(['1']));
});

test('a directory without a state has none: it is read each time', async () => {
  expect(await markOf([])).toBeUndefined();
});
