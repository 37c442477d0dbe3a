// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';

export const PAGED_RESULTS = '1.2.840.113556.1.4.319'; // RFC 2696

/**
 * The entry by which a server presents itself (RFC 4512 §5.1). Without paging `supportedControl` stands there without
 * a value, as GLAuth answers.
 */
export function rootDse(namingContexts: string[], paging: boolean): LdapEntry {
  return {
    dn: '',
    attributes: {
      objectClass: ['top'],
      namingContexts,
      supportedControl: paging ? [PAGED_RESULTS] : [],
      supportedLDAPVersion: ['3'],
      vendorName: ['ENVOLE d’essai'],
    },
  };
}
