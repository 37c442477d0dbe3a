// SPDX-License-Identifier: EUPL-1.2
import { entryId } from '../entry-id.js';
import type { LdapEntry } from '../ldap-entry.js';
import { GUARDIAN_OF_LOST_CHILD, LOST_CHILD, UNUSUAL_SPELLINGS } from './oddities.js';
import { personEntry } from './person-entries.js';
import { persons, sheets, type Person } from './persons.js';
import type { EntryAttributes, SchoolSheet } from './school-sheet.js';
import { READER } from './tree.js';

/** The root of an ENT after the SDET, in an invented domain. */
export const SDET_ROOT = 'dc=ent,dc=example';

/** The account for reading that directory. */
export const SDET_READER = { dn: `cn=reader,${SDET_ROOT}`, password: READER.password } as const;

const PEOPLE = `ou=people,${SDET_ROOT}`;
const STRUCTURES = `ou=structures,${SDET_ROOT}`;

/** The codes for a profile that directories hold, one set for each school: the SDET's, those in small letters, the older numbers. */
const CODES: readonly Record<Person['profile'], string>[] = [
  { eleve: 'National_ELV', enseignant: 'National_ENS', administratif: 'National_ETA', responsable: 'National_TUT' },
  { eleve: 'National_elv', enseignant: 'National_doc', administratif: 'National_evs', responsable: 'National_tut' },
  { eleve: 'National_1', enseignant: 'National_3', administratif: 'National_4', responsable: 'National_2' },
];

/**
 * The sample schools in the directory of an ENT: everybody in one branch, the schools in another, no groups. Each school is named in
 * another way by its people: by DN, by UAI, by key.
 */
export function sdetEntries(): LdapEntry[] {
  const reader = { objectClass: ['top', 'organizationalRole', 'simpleSecurityObject'], cn: ['reader'] };
  return [
    { dn: SDET_ROOT, attributes: { objectClass: ['top', 'domain'], dc: ['ent'] } },
    { dn: SDET_READER.dn, attributes: { ...reader, userPassword: [SDET_READER.password] } },
    ...[PEOPLE, STRUCTURES].map(unit),
    ...sheets.map(structure),
    ...persons.map(account),
  ];
}

function unit(dn: string): LdapEntry {
  return { dn, attributes: { objectClass: ['top', 'organizationalUnit'], ou: [dn.slice(3, dn.indexOf(','))] } };
}

function structure(school: SchoolSheet): LdapEntry {
  return {
    dn: structureDn(school),
    attributes: {
      objectClass: ['top', 'organization', 'ENTStructure'],
      o: [school.name],
      ENTStructureSIREN: [sirenOf(school)],
      ENTStructureUAI: [school.uai],
      ENTStructureJointure: [keyOf(school)],
      ENTStructureNomCourant: [school.name],
      ENTStructureTypeStruct: [school.kind === 'college' ? 'COLLEGE' : 'ECOLE'],
    },
  };
}

function account(person: Person): LdapEntry {
  const { login, number, displayName, familyName, givenName, profile, school } = person;
  const uid = UNUSUAL_SPELLINGS[login] ?? login;
  return {
    dn: `uid=${uid},${PEOPLE}`,
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson', 'ENTPerson', ...classOf(person)],
      uid: [uid],
      cn: [displayName],
      sn: [familyName],
      givenName: [givenName],
      displayName: [displayName],
      entryUUID: [entryId('sample', number)],
      ENTPersonProfils: [CODES[sheets.indexOf(school)]?.[profile] ?? ''],
      ...own(person),
    },
  };
}

function classOf({ profile }: Person): string[] {
  if (profile === 'eleve') return ['ENTEleve', 'Eleves'];
  // `administrateur` is the word for a teacher in some directories, and gives no right.
  return profile === 'responsable' ? ['ENTAuxPersRelEleve'] : ['ENTAuxEnseignant', 'administrateur'];
}

function own(person: Person): EntryAttributes {
  const { school, login, profile, className = '', children } = person;
  if (profile === 'responsable') {
    const named = login === GUARDIAN_OF_LOST_CHILD ? [...children, LOST_CHILD] : children;
    return { ENTAuxPersRelEleveEleve: named.map((child) => `uid=${child},${PEOPLE}`) };
  }
  const attached = { ENTPersonStructRattach: [nameOf(school)] };
  if (profile !== 'eleve') return { ...attached, ...taught(login) };
  const groups = school.groups.filter(({ members }) => members.includes(login)).map(({ name }) => name);
  return {
    ...attached,
    ENTEleveClasses: [`${nameOf(school)}$${className}`],
    ...(groups.length > 0 ? { ENTEleveGroupes: groups.map((group) => `${nameOf(school)}$${group}`) } : {}),
    ...details(person),
  };
}

/** Every class of a teacher, in whatever school, with its subject as the third part. */
function taught(login: string): EntryAttributes {
  const classes = sheets.flatMap((school) =>
    school.classes.filter(({ team }) => team.includes(login)).map(({ name }) => `${nameOf(school)}$${name}$006600`),
  );
  return classes.length > 0 ? { ENTAuxEnsClassesMatieres: classes } : {};
}

/** The same as in the Scribe, spelled as the ministry's files do. */
function details(person: Person): EntryAttributes {
  const { attributes } = personEntry(person);
  const [born = ''] = attributes['ENTPersonDateNaissance'] ?? [];
  return {
    ENTEleveINE: attributes['ine'] ?? [],
    ENTPersonDateNaissance: [`${born.slice(6)}/${born.slice(4, 6)}/${born.slice(0, 4)}`],
    ENTEleveNivFormation: person.level === '6e' ? ['6EME'] : [person.level?.toUpperCase() ?? ''],
  };
}

function nameOf(school: SchoolSheet): string {
  return [structureDn, ({ uai }: SchoolSheet) => uai, keyOf][sheets.indexOf(school)]?.(school) ?? '';
}

function structureDn(school: SchoolSheet): string {
  return `ENTStructureSIREN=${sirenOf(school)},${STRUCTURES}`;
}

/** Invented, of nine digits as the real ones. */
function sirenOf(school: SchoolSheet): string {
  return `99900000${sheets.indexOf(school)}`;
}

/** Invented, as files of the ministry number schools. */
function keyOf(school: SchoolSheet): string {
  return `5200${sheets.indexOf(school)}`;
}
