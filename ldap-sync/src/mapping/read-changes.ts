// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter';

import { above } from '../ldap/distinguished-name.js';
import { EntrySum } from '../ldap/entry-sum.js';
import type { LdapDirectory } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import type { Content, Layout, Meaning } from './layout.js';
import { LoginKeys } from './login-keys.js';
import { fold, groupKey } from './values.js';

/** Where a reading left off. */
export interface Since {
  /** The `contextCSN` before it. */
  readonly csn: string;
  /** The schools and entries that there were. */
  readonly seen: string;
}

/** Entries beyond which reading everything is as quick. */
const MOST = 5_000;

/**
 * What the entries say that changed since, when there are the same entries as then and only persons among those that changed: of a
 * group, or of somebody who came, left or moved, too much else depends. Undefined: it is more than that, or cannot be told.
 * @throws UnavailableError also where a part of a school is at another server: reading everything deals with it
 */
export async function readChanges(
  layout: Layout,
  directory: LdapDirectory,
  settings: Pick<NamedDirectory, 'baseDn' | 'keyAttribute' | 'schools'>,
  since: Since,
): Promise<readonly DirectoryRecord[] | undefined> {
  const keys = new LoginKeys(settings.keyAttribute ?? layout.login, layout.login);
  if (!layout.saysAll || !keys.loginIsKey) return undefined;
  const { schools, contents, elsewhere } = await layout.survey(directory, settings);
  if (elsewhere && elsewhere.size > 0) return undefined;
  const sum = new EntrySum();
  for (const { record } of schools) sum.add(JSON.stringify(record));
  const changed: { readonly dn: string; readonly records: readonly DirectoryRecord[] }[] = [];
  for (const content of contents) {
    for await (const entry of directory.search(newer(content, since.csn))) {
      if (entry.attributes.get('entrycsn')?.includes(since.csn)) continue;
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
        // Who may not look at this attribute of each entry does not find all that changed.
        if (csn === undefined) return undefined;
        sum.add(dn);
        if (csn > since.csn) count.newer += 1;
        if (names.has(nameIn(dn))) count.sameName += 1;
      }
    }
  }
  // Of somebody with two entries the other one counts as well; and what changes between two searches is not in the first.
  if (String(sum) !== since.seen || count.newer !== changed.length || count.sameName !== changed.length)
    return undefined;
  return changed.flatMap(({ records }) => records);
}

/** What an entry says, when it is somebody's and says all. */
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

/** The first component, as keys are compared. */
function nameIn(dn: string): string {
  return fold(dn.slice(0, dn.length - above(dn).length));
}

/**
 * There is no filter for "later than" (RFC 4515 §3): the last one that changed then is among them. A change number holds digits, dots,
 * `Z` and `#`: nothing that a filter would take for a word of its own. Change numbers of one server sort as texts.
 */
function newer({ search }: Content, csn: string): Content['search'] {
  return {
    ...search,
    filter: `(&${search.filter}(entryCSN>=${csn}))`,
    attributes: [...search.attributes, 'entryCSN'],
  };
}
