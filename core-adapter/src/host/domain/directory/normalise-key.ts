// SPDX-License-Identifier: EUPL-1.2

/**
 * A person's key as it is stored and compared. Case and runs of spaces do not count (RFC 4519 §2.39: `uid` has caseIgnoreMatch), and
 * neither does the Unicode form; accents do, since LDAP holds `x.ré` and `x.re` for two accounts.
 */
export function normaliseKey(key: string): string {
  return key.normalize('NFC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}
