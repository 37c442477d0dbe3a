// SPDX-License-Identifier: EUPL-1.2
import type { SchoolKind, SchoolRecord } from '@volee/core-adapter';

import type { SchoolOverrides } from '../directory-settings.js';
import { parseDn } from '../ldap/distinguished-name.js';
import type { LdapEntry } from '../ldap/ldap-entry.js';
import { clean, firstValue } from './values.js';

const UAI = /^\d{7}[A-Z]$/;
const COLLEGE = /coll[eè]ge/i;

/** A school, or `undefined` when the entry is none: its name is not a UAI. */
export function mapSchool(entry: LdapEntry, overrides: SchoolOverrides): SchoolRecord | undefined {
  const uai = uaiOf(entry.dn);
  if (uai === undefined) return undefined;
  const own = overrides[uai];
  const name = own?.name ?? nameOf(entry) ?? uai;
  return { type: 'school', uai, name, kind: own?.kind ?? kindOf(entry, name) };
}

/** The UAI of the school with this DN. Scribe writes it in capitals, its AD in small letters. */
export function uaiOf(dn: string): string | undefined {
  const unit = clean(parseDn(dn)?.[0]?.get('ou') ?? '').toUpperCase();
  return UAI.test(unit) ? unit : undefined;
}

function nameOf(entry: LdapEntry): string | undefined {
  return firstValue(entry, 'displayName') ?? firstValue(entry, 'description') ?? firstValue(entry, 'o');
}

function kindOf(entry: LdapEntry, name: string): SchoolKind {
  return COLLEGE.test(firstValue(entry, 'ENTStructureTypeStruct') ?? name) ? 'college' : 'primary';
}
