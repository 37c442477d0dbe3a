// SPDX-License-Identifier: EUPL-1.2
import { parseDn, type RelativeName } from './distinguished-name.js';
import type { LdapDirectory, LdapEntry } from './ldap-entry.js';

/** Enough for a few entries. */
export type Searchable = Pick<LdapDirectory, 'search'>;

/**
 * The state that a directory reports: `contextCSN`, one for each server that may write, in their order (RFC 4533 §1; slapo-syncprov(5)). It
 * stands at the root of the database, which `baseDn` need not be. Undefined when this directory keeps none, or does not show it.
 */
export async function readDirectoryState(directory: Searchable, baseDn: string): Promise<string | undefined> {
  const root = { base: '', scope: 'base', filter: '(objectClass=*)', attributes: ['namingContexts'] } as const;
  const [rootDse] = await allOf(directory, { ...root, baseMayBeAbsent: true });
  const base = parseDn(baseDn) ?? [];
  const contexts = (rootDse?.attributes.get('namingcontexts') ?? []).filter((context) => contains(context, base));
  for (const context of contexts) {
    const own = { ...root, base: context, attributes: ['contextCSN'], baseMayBeAbsent: true };
    const values = (await allOf(directory, own))[0]?.attributes.get('contextcsn') ?? [];
    if (values.length > 0) return [...values].sort().join(' ');
  }
  return undefined;
}

async function allOf(directory: Searchable, search: Parameters<LdapDirectory['search']>[0]): Promise<LdapEntry[]> {
  const entries: LdapEntry[] = [];
  for await (const entry of directory.search(search)) entries.push(entry);
  return entries;
}

/** Whether a DN equals another one, or is an ancestor of it. */
function contains(context: string, base: readonly RelativeName[]): boolean {
  const names = parseDn(context);
  if (!names || names.length === 0 || names.length > base.length) return false;
  const own = base.slice(base.length - names.length);
  return names.every((name, index) => plain(name) === plain(own[index]));
}

function plain(name: RelativeName | undefined): string {
  return [...(name ?? [])]
    .map(([type, value]) => `${type}=${value.toLowerCase()}`)
    .sort()
    .join('+');
}
