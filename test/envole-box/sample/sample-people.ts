// SPDX-License-Identifier: EUPL-1.2
import { personOf, persons, sheets, type Person } from './persons.js';
import type { ScribeProfile } from './school-sheet.js';

export interface SampleSchool {
  uai: string;
  name: string;
  town: string;
  kind: 'primary' | 'college';
}

/** A person as listed by the demo. `role` is a French label: « Enseignante, CM2, École du Moulin ». */
export interface SamplePerson {
  login: string;
  displayName: string;
  role: string;
  profile: ScribeProfile;
  /** The school that holds the person's entry. */
  uai: string;
}

export const sampleSchools: readonly SampleSchool[] = sheets.map(({ uai, name, town, kind }) => ({
  uai,
  name,
  town,
  kind,
}));

export const samplePeople: readonly SamplePerson[] = persons.map((person) => ({
  login: person.login,
  displayName: person.displayName,
  role: roleOf(person),
  profile: person.profile,
  uai: person.school.uai,
}));

const PICK = [
  'claire.vuillemin', // teaches in two schools
  'mathieu.grosjean', // heads the Tilleuls, like Odile and Karim their schools, after `volee admin grant`
  'ines.renaud',
  'sophie.renaud', // children in two schools
  'odile.ravier',
  'lena.dangelo',
  'karim.bensaid',
  'jules.renaud',
];

/** The people to try first, in this order. */
export const sampleAccounts: readonly SamplePerson[] = PICK.flatMap((login) =>
  samplePeople.filter((person) => person.login === login),
);

function roleOf(person: Person): string {
  const { school, post, className, sex } = person;
  if (person.profile === 'eleve') return `Élève, ${className}, ${school.name}`;
  if (person.profile === 'responsable') return `${sex === 'F' ? 'Mère' : 'Père'} ${childrenOf(person)}`;
  if (person.profile === 'administratif') return `${post?.post}, ${school.name}`;
  return `${post?.post ?? (sex === 'F' ? 'Enseignante' : 'Enseignant')}, ${post?.duty}, ${school.name}`;
}

function childrenOf(guardian: Person): string {
  const children = guardian.children.flatMap((login) => personOf(login) ?? []);
  return children.map(({ givenName, className }) => `${of(givenName)} (${className})`).join(' et ');
}

function of(givenName: string): string {
  return /^[aeiouéèêh]/i.test(givenName) ? `d’${givenName}` : `de ${givenName}`;
}
