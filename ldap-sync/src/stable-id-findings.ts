// SPDX-License-Identifier: EUPL-1.2
import type { Finding, PersonRecord } from '@volee/core-adapter';

import type { Searchable } from './ldap/directory-state.js';
import { offeredStableId } from './ldap/offered-stable-id.js';

/**
 * Whether the account that reads sees the stable ids of persons. Stable ids are read without a setting, and kept beside the key: what
 * can be missing is the right to read them. No finding ever asks for another `keyAttribute`, which would make everybody a new person.
 * @param persons some persons of the directory, as they were read
 */
export async function stableIdFindings(
  directory: Searchable,
  { url, bindDn }: { readonly url: string; readonly bindDn: string },
  persons: readonly PersonRecord[],
): Promise<Finding[]> {
  if (persons.length === 0) return [];
  const known = persons.filter(({ stableId }) => stableId !== undefined).length;
  if (known === persons.length) {
    const sentence = `The directory ${url} shows stable ids: a login that is given to another person is detected.`;
    return [{ state: 'good', sentence }];
  }
  if (known > 0) {
    const sentence = `The directory ${url} shows ${bindDn} the stable ids of some persons only (${known} of the first ${persons.length}).`;
    return [{ state: 'warn', sentence, remedy: mayRead(bindDn, 'entryUUID or objectGUID') }];
  }
  const offered = await offeredStableId(directory);
  if (offered) {
    const sentence = `The directory ${url} keeps stable ids (${offered}), but does not show them to ${bindDn}: ${DANGER}.`;
    return [{ state: 'warn', sentence, remedy: mayRead(bindDn, offered) }];
  }
  const sentence = `The directory ${url} shows no stable ids (entryUUID, objectGUID): ${DANGER}.`;
  return [{ state: 'warn', sentence, remedy: 'Never reuse a login there.' }];
}

const DANGER = 'a login that is given to another person may count as the same person';

function mayRead(bindDn: string, attribute: string): string {
  return `Allow ${bindDn} to read ${attribute} of every person; leave keyAttribute as it is.`;
}
