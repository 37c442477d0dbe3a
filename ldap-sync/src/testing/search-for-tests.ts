// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryAddress } from '../ldap/directory-address.js';
import type { LdapEntry, Search } from '../ldap/ldap-entry.js';
import { openDirectory } from '../ldap/open-directory.js';
import { BIND_DN, BIND_PASSWORD } from './test-directory.js';
import { TILLEULS } from './test-entries.js';

export const PUPILS: Search = {
  base: `ou=eleves,ou=utilisateurs,${TILLEULS}`,
  scope: 'sub',
  filter: '(uid=*)',
  attributes: ['uid', 'sn'],
};

export function address(url: string, changes: Partial<DirectoryAddress> = {}): DirectoryAddress {
  return {
    url,
    bindDn: BIND_DN,
    bindPassword: BIND_PASSWORD,
    startTls: false,
    timeout: 10_000,
    pageSize: 500,
    ...changes,
  };
}

/** Opens, searches and closes: every entry, or what it failed at. */
export async function searchAll(to: DirectoryAddress, search: Search = PUPILS): Promise<LdapEntry[]> {
  const directory = await openDirectory(to, new AbortController().signal);
  try {
    const entries: LdapEntry[] = [];
    for await (const entry of directory.search(search)) entries.push(entry);
    return entries;
  } finally {
    directory.close();
  }
}

export function uids(entries: readonly LdapEntry[]): string[] {
  return entries.flatMap(({ attributes }) => attributes.get('uid') ?? []);
}
