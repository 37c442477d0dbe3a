// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter';

import { EntrySum } from '../ldap/entry-sum.js';
import type { LdapDirectory } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import type { Content, Layout } from './layout.js';
import { LoginKeys } from './login-keys.js';
import { groupKey } from './values.js';

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
 * @throws UnavailableError
 */
export async function readChanges(
  layout: Layout,
  directory: LdapDirectory,
  settings: Pick<NamedDirectory, 'baseDn' | 'keyAttribute' | 'schools'>,
  since: Since,
): Promise<readonly DirectoryRecord[] | undefined> {
  const keys = new LoginKeys(settings.keyAttribute ?? layout.login, layout.login);
  if (!layout.saysAll || !keys.loginIsKey) return undefined;
  const { schools, contents } = await layout.survey(directory, settings);
  const sum = new EntrySum();
  for (const { record } of schools) sum.add(JSON.stringify(record));
  // Only names are asked for (RFC 4511 §4.5.1.8).
  for (const { search } of contents) {
    for await (const batch of directory.searchInBatches({ ...search, attributes: ['1.1'] })) {
      for (const { dn } of batch) sum.add(dn);
    }
  }
  if (String(sum) !== since.seen) return undefined;

  const records: DirectoryRecord[] = [];
  let changed = 0;
  for (const content of contents) {
    for await (const entry of directory.search(newer(content, since.csn))) {
      changed += 1;
      // The last one that changed then; there is no filter for "later than" (RFC 4515 §3).
      if (entry.attributes.get('entrycsn')?.includes(since.csn)) continue;
      const meaning = content.understand(entry);
      if (meaning === undefined) continue;
      if (meaning.kind === 'group' || meaning.namesOthers || changed > MOST) return undefined;
      const { records: own, classes = [], groups = [], problems = [] } = meaning.map(keys);
      if (groups.length > 0 || problems.length > 0) return undefined;
      records.push(...own);
      for (const { uai, name, pupil } of classes) {
        records.push({ type: 'membership', uai, group: groupKey(name), person: pupil, role: 'member' });
      }
    }
  }
  // Who does not even find the last one that changed then may not look at this attribute.
  return changed === 0 ? undefined : records;
}

/** A change number holds digits, dots, `Z` and `#`: nothing that a filter would take for a word of its own. */
function newer({ search }: Content, csn: string): Content['search'] {
  return {
    ...search,
    filter: `(&${search.filter}(entryCSN>=${csn}))`,
    attributes: [...search.attributes, 'entryCSN'],
  };
}
