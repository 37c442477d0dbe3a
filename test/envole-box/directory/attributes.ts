// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';

// As slapd's usual rule `access to attrs=userPassword by anonymous auth by * none`.
const SECRET = 'userpassword';

// Operational (RFC 4530): it is sent only when it is asked for by name, or by `+` (RFC 3673).
const OPERATIONAL = 'entryuuid';

/** Every attribute of the user (RFC 4511 §4.5.1.8). */
const ALL = '*';

/** Fields of a GUID, by their bytes. */
const LITTLE_ENDIAN = [
  [0, 4],
  [4, 6],
  [6, 8],
] as const;

/** Values of an attribute whatever the case of its name (RFC 4512 §2.5); none for an attribute that nobody may read. */
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
): { type: string; values: (string | Buffer)[] }[] {
  const wanted = new Set(requested.length === 0 ? [ALL] : requested.map((name) => name.toLowerCase()));
  return Object.entries(entry.attributes)
    .filter(
      ([name]) => !isSecret(name) && (wanted.has(name.toLowerCase()) || wanted.has(isOperational(name) ? '+' : ALL)),
    )
    .map(([type, values]) => ({ type, values: typesOnly ? [] : asSent(type, values) }));
}

/** An Active Directory sends `objectGUID` as bytes, the first three fields little-endian (MS-DTYP §2.3.4.2). */
function asSent(type: string, values: readonly string[]): (string | Buffer)[] {
  if (type.toLowerCase() !== 'objectguid') return [...values];
  return values.map((text) => {
    const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
    for (const [start, end] of LITTLE_ENDIAN) bytes.subarray(start, end).reverse();
    return bytes;
  });
}

function isOperational(name: string): boolean {
  return name.toLowerCase() === OPERATIONAL;
}

function isSecret(name: string): boolean {
  return name.toLowerCase() === SECRET;
}
