// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import type { Searchable } from './directory-state.js';
import type { LdapEntry, Search } from './ldap-entry.js';

/** The capability that an Active Directory announces: `LDAP_CAP_ACTIVE_DIRECTORY_OID` (MS-ADTS §3.1.1.3.4.3). Samba says the same. */
const ACTIVE_DIRECTORY = '1.2.840.113556.1.4.800';

/** The form in which a schema describes `entryUUID`, whatever name stands beside its number (RFC 4530 §2.4, RFC 4512 §4.1.2). */
const ENTRY_UUID = /^\(\s*1\.3\.6\.1\.1\.16\.4\s/;

/**
 * The attribute in which a directory keeps stable ids, whether or not this account may read it on entries. Undefined: the directory has
 * none, or does not say.
 */
export async function offeredStableId(directory: Searchable): Promise<'entryUUID' | 'objectGUID' | undefined> {
  const root = await readOne(directory, {
    ...{ base: '', scope: 'base', filter: '(objectClass=*)' },
    attributes: ['supportedCapabilities', 'subschemaSubentry'],
  });
  // The schema of an Active Directory is not asked for: it is long, and would come in parts.
  if (root?.attributes.get('supportedcapabilities')?.includes(ACTIVE_DIRECTORY)) return 'objectGUID';
  const [base] = root?.attributes.get('subschemasubentry') ?? [];
  if (base === undefined) return undefined;
  // RFC 4512 §4.4: a server shows the schema to a client that asks with this filter.
  const schema = { base, scope: 'base', filter: '(objectClass=subschema)', attributes: ['attributeTypes'] } as const;
  const types = (await readOne(directory, schema))?.attributes.get('attributetypes') ?? [];
  return types.some((type) => ENTRY_UUID.test(type)) ? 'entryUUID' : undefined;
}

/** Reads one entry; nothing when it is absent or closed to this account. */
async function readOne(directory: Searchable, search: Search): Promise<LdapEntry | undefined> {
  try {
    for await (const entry of directory.search({ ...search, baseMayBeAbsent: true })) return entry;
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
  }
  return undefined;
}
