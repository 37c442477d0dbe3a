// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';

// As slapd's usual rule `access to attrs=userPassword by anonymous auth by * none`.
const SECRET = 'userpassword';

/** Values of an attribute whatever the case of its name (RFC 4512 §2.5); none for what nobody may read. */
export function readableValues(entry: LdapEntry, name: string): readonly string[] {
  return isSecret(name) ? [] : valuesOf(entry, name);
}

export function valuesOf(entry: LdapEntry, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  const found = Object.entries(entry.attributes).find(([candidate]) => candidate.toLowerCase() === wanted);
  return found?.[1] ?? [];
}

/**
 * The attributes that a search asked for (RFC 4511 §4.5.1.8): all for an empty list or `*`, none for `1.1`, always in
 * the directory's own spelling.
 */
export function selectAttributes(
  entry: LdapEntry,
  requested: readonly string[],
  typesOnly: boolean,
): { type: string; values: string[] }[] {
  const wanted = new Set(requested.map((name) => name.toLowerCase()));
  const all = wanted.size === 0 || wanted.has('*');
  return Object.entries(entry.attributes)
    .filter(([name]) => !isSecret(name) && (all || wanted.has(name.toLowerCase())))
    .map(([type, values]) => ({ type, values: typesOnly ? [] : values }));
}

function isSecret(name: string): boolean {
  return name.toLowerCase() === SECRET;
}
