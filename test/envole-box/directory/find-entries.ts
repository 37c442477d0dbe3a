// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import { dnKey, isBelow, parentKey } from './dn-key.js';
import type { LdapFilter, SearchRequest } from './ldapjs-server.js';
import { matchesFilter } from './matches-filter.js';

export interface Query {
  base: string;
  scope: SearchRequest['scopeName'];
  filter: LdapFilter;
}

/** The entries that a search finds, in the order of the directory; `undefined` when its base does not exist. */
export function findEntries(entries: readonly LdapEntry[], { base, scope, filter }: Query): LdapEntry[] | undefined {
  const baseKey = dnKey(base);
  const keyed = entries.map((entry) => ({ entry, key: dnKey(entry.dn) }));
  if (!keyed.some(({ key }) => key === baseKey)) return undefined;
  return keyed
    .filter(({ key }) => isInScope(key, baseKey, scope))
    .map(({ entry }) => entry)
    .filter((entry) => matchesFilter(entry, filter));
}

function isInScope(key: string, base: string, scope: Query['scope']): boolean {
  if (scope === 'base') return key === base;
  if (scope === 'single') return parentKey(key) === base;
  return key === base || isBelow(key, base);
}
