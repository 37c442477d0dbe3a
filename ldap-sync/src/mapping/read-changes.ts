// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';

import { above } from '../ldap/distinguished-name.js';
import { EntrySum } from '../ldap/entry-sum.js';
import type { LdapDirectory } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import type { Content, Layout, Meaning } from './layout.js';
import { LoginKeys } from './login-keys.js';
import { fold, groupKey } from './values.js';

/** The state at the end of a reading. */
export interface DirectoryCursor {
  /** The `contextCSN` before that reading. */
  readonly csn: string;
  /** A checksum of all schools and entries. */
  readonly seen: string;
}

/** Number of changed entries above which a full reading is as fast. */
const MOST = 5_000;

/**
 * The records of entries changed since the cursor, if the set of entries is the same and only people changed. Undefined when groups changed,
 * people came, left or moved, or the changes cannot be determined: a full reading is then needed.
 * @throws UnavailableError also when a part of a school is on another server; a full reading handles that
 */
export async function readChanges(
  layout: Layout,
  directory: LdapDirectory,
  settings: Pick<NamedDirectory, 'baseDn' | 'keyAttribute' | 'schools'>,
  cursor: DirectoryCursor,
): Promise<readonly DirectoryRecord[] | undefined> {
  const keys = new LoginKeys(settings.keyAttribute ?? layout.login, layout.login);
  if (!layout.saysAll || !keys.loginIsKey) return undefined;
  const { schools, contents, elsewhere } = await layout.survey(directory, settings);
  if (elsewhere && elsewhere.size > 0) return undefined;
  const sum = new EntrySum();
  for (const { record } of schools) sum.add(JSON.stringify(record));
  const changed: { readonly dn: string; readonly records: readonly DirectoryRecord[] }[] = [];
  for (const content of contents) {
    for await (const entry of directory.search(newer(content, cursor.csn))) {
      if (entry.attributes.get('entrycsn')?.includes(cursor.csn)) continue;
      const records = changed.length < MOST ? recordsOf(content.understand(entry), keys) : undefined;
      if (!records) return undefined;
      changed.push({ dn: entry.dn, records });
    }
  }
  const names = new Set(changed.map(({ dn }) => nameIn(dn)));
  const count = { newer: 0, sameName: 0 };
  for (const { search } of contents) {
    for await (const batch of directory.searchInBatches({ ...search, attributes: ['entryCSN'] })) {
      for (const { dn, attributes } of batch) {
        const [csn] = attributes.get('entrycsn') ?? [];
        // Without access to this attribute of every entry, changes cannot be found reliably.
        if (csn === undefined) return undefined;
        sum.add(dn);
        if (csn > cursor.csn) count.newer += 1;
        if (names.has(nameIn(dn))) count.sameName += 1;
      }
    }
  }
  // A second entry of the same person also counts; and the first search misses changes made before the second one.
  if (String(sum) !== cursor.seen || count.newer !== changed.length || count.sameName !== changed.length)
    return undefined;
  return changed.flatMap(({ records }) => records);
}

/** The records of an entry that describes one person completely; undefined otherwise. */
function recordsOf(meaning: Meaning | undefined, keys: LoginKeys): DirectoryRecord[] | undefined {
  if (meaning === undefined || meaning.kind === 'group' || meaning.namesOthers) return undefined;
  const { records, classes = [], groups = [], problems = [] } = meaning.map(keys);
  if (groups.length > 0 || problems.length > 0) return undefined;
  return [
    ...records,
    ...classes.map(({ uai, name, pupil: person }) => {
      return { type: 'membership', uai, group: groupKey(name), person, role: 'member' } as const;
    }),
  ];
}

/** The first component of a DN, normalised like keys. */
function nameIn(dn: string): string {
  return fold(dn.slice(0, dn.length - above(dn).length));
}

/**
 * LDAP filters have no "later than" (RFC 4515 §3), so the last known change is included. A change number holds digits, dots, `Z` and `#`,
 * and needs no escaping. Change numbers of one server sort as texts.
 */
function newer({ search }: Content, csn: string): Content['search'] {
  return {
    ...search,
    filter: `(&${search.filter}(entryCSN>=${csn}))`,
    attributes: [...search.attributes, 'entryCSN'],
  };
}
