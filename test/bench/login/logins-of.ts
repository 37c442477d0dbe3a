// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../../envole-box/ldap-entry.js';

/** Everybody's login: pupils, guardians and teachers of all schools mixed, the same way at each run. */
export function loginsOf(entries: readonly LdapEntry[]): string[] {
  const persons = entries.filter(({ attributes }) => 'ENTPersonProfils' in attributes);
  const logins = persons.flatMap(({ attributes }) => [attributes['uid'] ?? []].flat().map(String));
  const step = 7919; // With a prime as step, everybody's turn comes once.
  return logins.map((_, index) => logins[(index * step) % logins.length] ?? '');
}
