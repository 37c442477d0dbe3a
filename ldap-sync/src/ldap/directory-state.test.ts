// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry } from '../testing/test-entries.js';
import { readDirectoryState, type Searchable } from './directory-state.js';
import type { LdapEntry } from './ldap-entry.js';

/** A directory that answers searches of single entries. */
function directoryOf(...entries: LdapEntry[]): Searchable {
  return {
    search: async function* ({ base }) {
      yield* await Promise.resolve(entries.filter(({ dn }) => dn === base));
    },
  };
}

const CSN = '20261125101500.000000Z#000000#001#000000';
const OTHER = '20261125101501.000000Z#000000#002#000000';
const rootDse = (...namingContexts: string[]): LdapEntry => ldapEntry('', { namingContexts });

test.each(['o=gouv,c=fr', 'O=Gouv, C=FR', 'ou=0999991A,ou=ac-test,ou=education,o=gouv,c=fr'])(
  'stands at the root of the database that holds %s',
  async (baseDn) => {
    const directory = directoryOf(
      rootDse('cn=config', 'o=ecole,c=fr', 'o=gouv,c=fr'),
      ldapEntry('cn=config', { contextCSN: 'of another' }),
      ldapEntry('o=gouv,c=fr', { contextCSN: CSN }),
    );
    expect(await readDirectoryState(directory, baseDn)).toBe(CSN);
  },
);

test('of several servers that write, whatever order they come in', async () => {
  for (const contextCSN of [
    [CSN, OTHER],
    [OTHER, CSN],
  ]) {
    const directory = directoryOf(rootDse('o=gouv,c=fr'), ldapEntry('o=gouv,c=fr', { contextCSN }));
    expect(await readDirectoryState(directory, 'o=gouv,c=fr')).toBe(`${CSN} ${OTHER}`);
  }
});

test.each<[string, LdapEntry[]]>([
  ['a directory that says nothing of itself', []],
  ['one that keeps no state', [rootDse('o=gouv,c=fr'), ldapEntry('o=gouv,c=fr', { o: 'gouv' })]],
  ['one that does not show its root', [rootDse('o=gouv,c=fr')]],
  ['one that holds something else', [rootDse('o=gouv'), ldapEntry('o=gouv', { contextCSN: CSN })]],
  ['names that are none', [rootDse('', 'gouv'), ldapEntry('gouv', { contextCSN: CSN })]],
])('unknown: %s', async (_what, entries) => {
  expect(await readDirectoryState(directoryOf(...entries), 'o=gouv,c=fr')).toBeUndefined();
});
