// SPDX-License-Identifier: EUPL-1.2
import { parseDn, type RelativeName } from '../ldap/distinguished-name.js';
import { fold } from './values.js';

/** The beginning of a DN: an attribute type and an equals sign (RFC 4514 §3). Logins never contain one. */
const DN = /^\s*(?:[a-z][a-z0-9-]*|\d+(?:\.\d+)*)\s*=/i;

export function isDn(reference: string): boolean {
  return DN.test(reference);
}

/**
 * The login in a reference by login or by DN, in lower case. Undefined for a DN that does not contain the login.
 * @param attribute the one that holds logins
 */
export function loginIn(reference: string, attribute: string): string | undefined {
  return isDn(reference) ? loginInDn(reference, attribute) : fold(reference);
}

/** The login in the DN of an account's own entry. */
export function loginInDn(dn: string, attribute: string): string | undefined {
  const login = fold(parseDn(dn)?.[0]?.get(attribute.toLowerCase()) ?? '');
  return login === '' ? undefined : login;
}

/** A DN as a text that is equal for the same entry (RFC 4517 §4.2.15, as far as names are texts). */
export function pathOf(names: readonly RelativeName[]): string {
  return JSON.stringify(names.map((name) => [...name].map(([type, value]) => [type, fold(value)])));
}
