// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '@volee/core-adapter/directory';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import { allValues } from './values.js';

/**
 * Attributes that hold an id which an entry gets once and no other entry ever has: `entryUUID` (RFC 4530), and `objectGUID` of an
 * Active Directory. `entryUUID` is operational: a server sends it only to a client that asks for it by name.
 */
export const STABLE_IDS = ['entryUUID', 'objectGUID'] as const;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The UUID that names no entry (RFC 9562 §5.9). */
const NIL = '00000000-0000-0000-0000-000000000000';

/** The stable id of an entry, in lower case. Nothing when there is none, or when the value is not a UUID. */
export function stableIdOf(entry: LdapEntry): Pick<PersonRecord, 'stableId'> {
  for (const attribute of STABLE_IDS) {
    const [value, ...others] = allValues(entry, attribute).map((one) => one.toLowerCase());
    // Both attributes have a single value (RFC 4530 §2.4): of several, none can be trusted.
    if (value !== undefined && others.length === 0 && UUID.test(value) && value !== NIL) return { stableId: value };
  }
  return {};
}
