// SPDX-License-Identifier: EUPL-1.2
import type { SchoolRecord } from '@volee/core-adapter/directory';

import type { SchoolOverrides } from '../directory-settings.js';
import { parseDn } from '../ldap/distinguished-name.js';
import type { LdapEntry } from '../ldap/ldap-entry.js';
import { schoolRecord, uaiIn } from './school.js';
import { firstOf, firstValue } from './values.js';

/** A school, or `undefined` when the entry is none: its name is not a UAI. */
export function mapSchool(entry: LdapEntry, overrides: SchoolOverrides): SchoolRecord | undefined {
  const uai = uaiOf(entry.dn);
  if (uai === undefined) return undefined;
  const name = firstOf(entry, ['displayName', 'description', 'o']);
  return schoolRecord(uai, { name, kind: firstValue(entry, 'ENTStructureTypeStruct') }, overrides);
}

export function uaiOf(dn: string): string | undefined {
  return uaiIn(parseDn(dn)?.[0]?.get('ou') ?? '');
}
