// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap/ldap-entry.js';

/** Every value of an attribute, clean; empty ones left out. */
export function allValues(entry: LdapEntry, attribute: string): readonly string[] {
  return (entry.attributes.get(attribute.toLowerCase()) ?? []).map(clean).filter((value) => value !== '');
}

/** The first value of an attribute that is not empty. */
export function firstValue(entry: LdapEntry, attribute: string): string | undefined {
  return allValues(entry, attribute)[0];
}

/** A value as it is shown: accents composed, because sources write « é » in two ways, and no spaces around. */
export function clean(value: string): string {
  return value.normalize('NFC').trim();
}

/** A value as LDAP compares names (caseIgnoreMatch, RFC 4518 §2): without case, and inner spaces count as one. Accents count. */
export function fold(value: string): string {
  return clean(value).replace(/\s+/g, ' ').toLowerCase();
}

/** The key of a group: LDAP compares names of groups without case. */
export function groupKey(name: string): string {
  return fold(name);
}

/** The first value of the first of these attributes that has one. */
export function firstOf(entry: LdapEntry, attributes: readonly string[]): string | undefined {
  for (const attribute of attributes) {
    const value = firstValue(entry, attribute);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function allOf(entry: LdapEntry, attributes: readonly string[]): readonly string[] {
  return attributes.flatMap((attribute) => allValues(entry, attribute));
}
