// SPDX-License-Identifier: EUPL-1.2
// The mapping of a person that every layout shares.
import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { Keys, MappedEntry } from './mapped-entry.js';
import { loginInDn } from './references.js';
import { allValues, firstValue, fold } from './values.js';

/** The contract's limit. */
const LONGEST_KEY = 190;

/**
 * The login of an entry, in lower case: directories compare logins without case, and groups, families and the SSO each write them in their
 * own way. When there are several values, the one in the DN counts: it is the account's name, and the others come in no order.
 */
export function loginOf(entry: LdapEntry, attribute: string): string | undefined {
  const logins = allValues(entry, attribute).map(fold);
  if (logins.length < 2) return logins[0];
  const name = loginInDn(entry.dn, attribute);
  return logins.find((login) => login === name) ?? logins[0];
}

/** The key of a person, or the reason why there is none. */
export function keyOf(entry: LdapEntry, login: string, keys: Keys): string | { readonly problem: string } {
  const key = keys.loginIsKey ? login : firstValue(entry, keys.attribute);
  if (key === undefined) return { problem: `a person without ${keys.attribute}` };
  if (key.length <= LONGEST_KEY) return key;
  return { problem: `a person whose ${keys.attribute} is longer than ${LONGEST_KEY} characters` };
}

export function leftOut(...problems: readonly string[]): MappedEntry {
  return { records: [], problems };
}
