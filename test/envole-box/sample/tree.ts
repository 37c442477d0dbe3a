// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import { persons, type Person } from './persons.js';
import { UNUSUAL_SPELLINGS } from './oddities.js';
import type { SchoolSheet } from './school-sheet.js';

// The Scribe tree: one branch per establishment, and in it one `ou=local` per kind of account.
export const ROOT = 'o=gouv,c=fr';
export const ACADEMY = `ou=ac-besancon,ou=education,${ROOT}`;

/** The one account that may read the whole directory (`/root/.reader` on a real Scribe). Invented password. */
export const READER = { dn: `cn=reader,${ROOT}`, password: 'lecture-seule' } as const;

/** Documented, invented password of every sample account. */
export const SAMPLE_PASSWORD = 'volee';

const BRANCHES = {
  eleve: 'eleves',
  enseignant: 'personnels',
  administratif: 'personnels',
  responsable: 'responsables',
} as const;

export function schoolDn(school: Pick<SchoolSheet, 'uai'>): string {
  return `ou=${school.uai},${ACADEMY}`;
}

export function personDn(person: Pick<Person, 'login' | 'profile' | 'school'>): string {
  const branch = BRANCHES[person.profile];
  const uid = UNUSUAL_SPELLINGS[person.login] ?? person.login;
  return `uid=${uid},ou=local,ou=${branch},ou=utilisateurs,${schoolDn(person.school)}`;
}

/** A comma inside a name is escaped (RFC 4514 §2.4). */
export function groupDn(school: SchoolSheet, name: string): string {
  return `cn=${name.replaceAll(',', '\\,')},ou=local,ou=groupes,${schoolDn(school)}`;
}

/** The child's DN as guardians' entries write it: in lower case, whatever the spelling of the entry. */
export function childDn(login: string, fallbackSchool: SchoolSheet): string {
  const school = persons.find((person) => person.login === login)?.school ?? fallbackSchool;
  return `uid=${login},ou=local,ou=eleves,ou=utilisateurs,${schoolDn(school)}`;
}

/** Every container from the root down to the `ou=local` branches, and the reader. */
export function treeEntries(schools: readonly SchoolSheet[]): LdapEntry[] {
  return [
    { dn: ROOT, attributes: { objectClass: ['top', 'organization'], o: ['gouv'] } },
    {
      dn: READER.dn,
      attributes: {
        objectClass: ['top', 'organizationalRole', 'simpleSecurityObject'],
        cn: ['reader'],
        userPassword: [READER.password],
      },
    },
    unit('education', ROOT),
    unit('ac-besancon', `ou=education,${ROOT}`),
    ...schools.flatMap(schoolTree),
  ];
}

function schoolTree(school: SchoolSheet): LdapEntry[] {
  const dn = schoolDn(school);
  const users = `ou=utilisateurs,${dn}`;
  const accountBranches = ['eleves', 'personnels', 'responsables'].flatMap((branch) => [
    unit(branch, users),
    unit('local', `ou=${branch},${users}`),
  ]);
  return [
    unit(school.uai, ACADEMY, school.name),
    unit('utilisateurs', dn),
    ...accountBranches,
    unit('groupes', dn),
    unit('local', `ou=groupes,${dn}`),
  ];
}

function unit(name: string, parent: string, description?: string): LdapEntry {
  return {
    dn: `ou=${name},${parent}`,
    attributes: {
      objectClass: ['top', 'organizationalUnit'],
      ou: [name],
      ...(description ? { description: [description] } : {}),
    },
  };
}
