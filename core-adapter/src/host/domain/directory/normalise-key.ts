// SPDX-License-Identifier: EUPL-1.2

/**
 * A key of a person as it is stored and compared. Case and runs of spaces are ignored (RFC 4519 §2.39: `uid` has caseIgnoreMatch), and so
 * is the Unicode form; accents count, since LDAP treats `x.ré` and `x.re` as two accounts.
 */
export function normaliseKey(key: string): string {
  return key.normalize('NFC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}
