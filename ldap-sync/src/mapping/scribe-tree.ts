// SPDX-License-Identifier: EUPL-1.2
// Where a Scribe keeps what, and what is asked of it. Attributes that are not in use are not asked for: a photo may be of a megabyte.
import type { Search } from '../ldap/ldap-entry.js';

/** In the order in which they are read: a child before the guardian who names it. */
export const PERSON_BRANCHES = ['eleves', 'personnels', 'responsables'] as const;
export type PersonBranch = (typeof PERSON_BRANCHES)[number];
export type Branch = PersonBranch | 'groupes';

const PERSON_ATTRIBUTES = ['objectClass', 'uid', 'sn', 'givenName', 'displayName', 'ENTPersonProfils'];

const OWN_ATTRIBUTES: Readonly<Record<PersonBranch, readonly string[]>> = {
  eleves: ['ENTEleveClasses', 'Divcod'],
  personnels: [],
  responsables: ['ENTAuxPersRelEleveEleve'],
};

/** The academies: `ou=ac-…` below `ou=education`. */
export function academySearch(baseDn: string): Search {
  return { base: `ou=education,${baseDn}`, scope: 'one', filter: '(ou=ac*)', attributes: ['ou'] };
}

/** What stands below an academy: schools, and a few other things. */
export function schoolSearch(academyDn: string): Search {
  const attributes = ['ou', 'displayName', 'description', 'o', 'ENTStructureTypeStruct'];
  return { base: academyDn, scope: 'one', filter: '(ou=*)', attributes };
}

/**
 * The persons of one branch of a school. Those without a `uid` are asked for too, so that they can be told.
 * A school need not have every branch.
 */
export function personSearch(schoolDn: string, branch: PersonBranch, keyAttribute: string): Search {
  return {
    base: `ou=${branch},ou=utilisateurs,${schoolDn}`,
    scope: 'sub',
    filter: '(|(uid=*)(sn=*))',
    attributes: [...new Set([...PERSON_ATTRIBUTES, ...OWN_ATTRIBUTES[branch], keyAttribute])],
    baseMayBeAbsent: true,
  };
}

/**
 * The groups of a school; its classes, teams, levels and subjects are all in one branch. A new school may lack it; that it is absent
 * is told, and a directory also says so of what may not be read (RFC 4511 §A.2): for a school that had groups the guard refuses it.
 */
export function groupSearch(schoolDn: string): Search {
  return {
    base: `ou=groupes,${schoolDn}`,
    scope: 'sub',
    filter: '(cn=*)',
    attributes: ['cn', 'type', 'description', 'memberUid'],
    baseMayBeAbsent: true,
  };
}
