// SPDX-License-Identifier: EUPL-1.2
// The branches of a Scribe, and the searches in them. Attributes that are not used are not requested: a photo may have a megabyte.
import type { Search } from '../ldap/ldap-entry.js';
import { STABLE_IDS } from './stable-id.js';
import type { Dialect } from './dialect.js';

export const PERSON_BRANCHES = ['eleves', 'personnels', 'responsables'] as const;
export type PersonBranch = (typeof PERSON_BRANCHES)[number];
export type Branch = PersonBranch | 'groupes';

const PERSON_ATTRIBUTES = [
  ...['objectClass', 'sn', 'givenName', 'displayName', 'ENTPersonProfils'],
  ...['ENTEleveClasses', 'Divcod', 'ENTAuxPersRelEleveEleve'],
];

/** Attributes of pupils. The birth date has one of two names (docs/explications/annuaires-envole.md). */
export const INE = ['ine'];
export const BIRTH_DATE = ['ENTPersonDateNaissance', 'dateNaissance'];
export const LEVEL = ['Meflcf', 'ENTEleveMEF'];

/** The entries of one login, in all schools. */
export function loginSearch(baseDn: string, { login: attribute }: Dialect, login: string): Search {
  return {
    base: `ou=education,${baseDn}`,
    scope: 'sub',
    filter: `(${attribute}=*)`,
    equals: { attribute, value: login },
    attributes: ['objectClass', 'ENTPersonProfils', ...STABLE_IDS],
  };
}

/** The academies: `ou=ac-…` below `ou=education`. */
export function academySearch(baseDn: string): Search {
  return { base: `ou=education,${baseDn}`, scope: 'one', filter: '(ou=ac*)', attributes: ['ou'] };
}

/** The entries below an academy: schools and a few others. */
export function schoolSearch(academyDn: string): Search {
  const attributes = ['ou', 'displayName', 'description', 'o', 'ENTStructureTypeStruct'];
  return { base: academyDn, scope: 'one', filter: '(ou=*)', attributes };
}

/**
 * All people and groups of an academy, in the order of the directory. One search covers all schools: slapd examines every entry of the
 * directory for each paged search below a branch, so that one search per school would take time quadratic in the number of schools.
 * People without a login are requested as well, so that the sync can report them.
 */
export function contentSearch(academyDn: string, { login, groups }: Dialect, keyAttribute: string): Search {
  const pupils = [...INE, ...BIRTH_DATE, ...LEVEL];
  const ofGroups = [groups.name, groups.kind, groups.label, groups.members].flat();
  return {
    base: academyDn,
    scope: 'sub',
    filter: '(|(uid=*)(sn=*)(cn=*))',
    attributes: [...new Set([login, ...PERSON_ATTRIBUTES, ...STABLE_IDS, ...pupils, ...ofGroups, keyAttribute])],
  };
}
