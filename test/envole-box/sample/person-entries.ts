// SPDX-License-Identifier: EUPL-1.2
import { entryId } from '../entry-id.js';
import type { LdapEntry } from '../ldap-entry.js';
import { GUARDIAN_OF_LOST_CHILD, LOST_CHILD, UNUSUAL_SPELLINGS } from './oddities.js';
import type { Person } from './persons.js';
import type { EntryAttributes, Level, ScribeProfile } from './school-sheet.js';
import { childDn, personDn, SAMPLE_PASSWORD, schoolDn } from './tree.js';

const PERSON_CLASSES = ['top', 'person', 'organizationalPerson', 'inetOrgPerson', 'posixAccount', 'ENTPerson'];

// `administrateur` is Scribe's word for a teacher's account, not for an administrator.
const OWN_CLASSES: Record<ScribeProfile, string[]> = {
  eleve: ['Eleves', 'ENTEleve'],
  enseignant: ['administrateur'],
  administratif: ['administratif'],
  responsable: ['ENTAuxPersRelEleve'],
};

const BIRTH_YEARS: Record<Level, number> = { ce2: 2018, cm1: 2017, cm2: 2016, '6e': 2015 };

/** A person's entry in the shape of Scribe's directory: dates in YYYYMMDD, class as `<school DN>$<class>`. */
export function personEntry(person: Person): LdapEntry {
  return { dn: personDn(person), attributes: { ...commonAttributes(person), ...ownAttributes(person) } };
}

function commonAttributes(person: Person): EntryAttributes {
  const { login, number, sex, school, profile } = person;
  return {
    objectClass: [...PERSON_CLASSES, ...OWN_CLASSES[profile]],
    uid: [UNUSUAL_SPELLINGS[login] ?? login],
    cn: [person.displayName],
    sn: [person.familyName],
    givenName: [person.givenName],
    displayName: [person.displayName],
    mail: [`${login}@i-${school.uai.toLowerCase()}.ac-besancon.example`],
    uidNumber: [String(number)],
    gidNumber: ['10000'],
    homeDirectory: [`/home/${login.charAt(0)}/${login}`],
    userPassword: [SAMPLE_PASSWORD],
    ENTPersonProfils: [profile],
    ENTPersonSexe: [sex],
    personalTitle: [sex === 'F' ? 'Mme' : 'M.'],
    intid: [String(number)],
    entryUUID: [entryId('sample', number)],
  };
}

function ownAttributes(person: Person): EntryAttributes {
  if (person.profile === 'eleve') return pupilAttributes(person);
  if (person.profile === 'responsable') return guardianAttributes(person);
  return staffAttributes(person);
}

/** The day of birth of a pupil, `YYYY-MM-DD`. */
export function birthDayOf({ number, level = 'cm1' }: Pick<Person, 'number' | 'level'>): string {
  const month = String((number % 12) + 1).padStart(2, '0');
  const day = String((number % 28) + 1).padStart(2, '0');
  return `${BIRTH_YEARS[level]}-${month}-${day}`;
}

/** An invented national number: 11 characters, as the real ones have. */
export function ineOf({ number }: Pick<Person, 'number'>): string {
  return `9900${number}X`;
}

function pupilAttributes(person: Person): EntryAttributes {
  const { number, school, className = '', level = 'cm1' } = person;
  return {
    ENTPersonDateNaissance: [birthDayOf(person).replaceAll('-', '')],
    ine: [ineOf(person)],
    employeeNumber: [String(number - 100_000)],
    Divcod: [className],
    Meflcf: [level],
    ENTEleveClasses: [`${schoolDn(school)}$${className}`],
    ENTEleveRegime: [number % 3 === 0 ? 'EXTERNE' : 'DEMI_PENSIONNAIRE'],
  };
}

function staffAttributes({ profile, post }: Person): EntryAttributes {
  if (profile === 'administratif') return {};
  if (!post?.administers) return { typeadmin: ['0'] };
  return { typeadmin: ['2'], Divcod: [post.administers] };
}

function guardianAttributes({ login, number, school, children }: Person): EntryAttributes {
  const named = login === GUARDIAN_OF_LOST_CHILD ? [...children, LOST_CHILD] : children;
  const lastDigits = String(number % 1000).padStart(3, '0');
  return {
    ENTAuxPersRelEleveEleve: named.map((child) => childDn(child, school)),
    mobile: [`0639980${lastDigits}`], // numbers that the regulator keeps for fiction
    ENTPersonAdresse: [`${(number % 40) + 1} rue de l’Écluse`],
    ENTPersonVille: [school.town],
    ENTPersonPays: ['FRANCE'],
  };
}
