// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import type { PersonRecord } from '@volee/core-adapter/directory';

import type { Searchable } from './ldap/directory-state.js';
import { offeredStableId } from './ldap/offered-stable-id.js';
import type { NamedDirectory } from './settings.js';

/**
 * Checks whether the account that reads sees the stable ids of people. Stable ids are read without a setting, and kept beside the key: what
 * can be missing is the right to read them. No finding ever asks for another `keyAttribute`, which would make everybody a new person.
 * @param people some people of the directory, as they were read
 */
export async function stableIdFindings(
  directory: Searchable,
  settings: Pick<NamedDirectory, 'bindDn' | 'checkLogins' | 'follow' | 'schedule'> & { readonly url: string },
  persons: readonly PersonRecord[],
): Promise<Finding[]> {
  const { url, bindDn } = settings;
  if (persons.length === 0) return [];
  const known = persons.filter(({ stableId }) => stableId !== undefined).length;
  if (known === persons.length) {
    const sentence = `The directory ${url} shows stable ids: a login that is given to another person is detected ${whenDetected(settings)}.`;
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

/** Until then, the login opens the account of the earlier person. */
function whenDetected({
  checkLogins,
  follow,
  schedule,
}: Pick<NamedDirectory, 'checkLogins' | 'follow' | 'schedule'>): string {
  if (checkLogins) return 'at the login';
  const sync =
    follow !== undefined
      ? `the sync that follows within ${Math.ceil(follow / 1_000)} s`
      : `the next sync (${schedule === undefined ? 'no schedule' : `schedule ${schedule}`})`;
  return `by ${sync}, and with checkLogins at the login`;
}

const DANGER = 'a login that is given to another person may count as the same person';

function mayRead(bindDn: string, attribute: string): string {
  return `Allow ${bindDn} to read ${attribute} of every person; leave keyAttribute as it is.`;
}
