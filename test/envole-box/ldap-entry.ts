// SPDX-License-Identifier: EUPL-1.2

/** One entry of a directory: `dn` as text (RFC 4514), and every attribute as a list of texts. */
export interface LdapEntry {
  dn: string;
  attributes: Record<string, string[]>;
}
