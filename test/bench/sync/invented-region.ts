// SPDX-License-Identifier: EUPL-1.2
import { groupEntries } from '../../envole-box/sample/group-entries.js';
import { loginOf } from '../../envole-box/sample/names.js';
import { personEntry } from '../../envole-box/sample/person-entries.js';
import type { Person } from '../../envole-box/sample/persons.js';
import type { ClassSheet, Level, SchoolSheet } from '../../envole-box/sample/school-sheet.js';
import { treeEntries } from '../../envole-box/sample/tree.js';
import type { LdapEntry } from '../../envole-box/ldap-entry.js';
import { inventedUai } from '../consoles/invented-ids.js';
import { personName, schoolName } from '../consoles/invented-names.js';

const LEVELS: readonly Level[] = ['ce2', 'cm1', 'cm2'];
const CLASSES = 9;
const PUPILS = 21;
const TEACHERS = 12;

/** The directory of a region, parents before children: some 420 entries a school, the same ones at each call. */
export function inventRegion(schools: number): LdapEntry[] {
  const made = Array.from({ length: schools }, (_, n) => inventSchool(n));
  return [
    ...treeEntries(made.map(({ sheet }) => sheet)),
    ...made.flatMap(({ sheet, people }, n) => [
      ...people.map(personEntry),
      ...groupEntries(sheet, people, 10_000 + n * 100),
    ]),
  ];
}

/** A school and everybody in it; one pupil in two has two guardians, and a guardian has one child or two. */
function inventSchool(n: number): { sheet: SchoolSheet; people: Person[] } {
  const teachers = Array.from({ length: TEACHERS }, (_, index) => nameOf(n, index));
  const sheet: SchoolSheet = {
    ...{
      uai: inventedUai(n),
      name: schoolName(n),
      town: 'Vaubrun',
      kind: 'primary',
      teachers: [],
      staff: [],
      groups: [],
    },
    classes: Array.from({ length: CLASSES }, (_, index) => classSheet(index, teachers)),
  };
  const people: Person[] = [];
  const add = (profile: Person['profile'], details: Partial<Person> = {}): Person => {
    const index = people.length;
    const person = { ...nameOf(n, index), number: 100_001 + n * 1_000 + index, profile, school: sheet, children: [] };
    people.push({ ...person, ...details });
    return person;
  };
  for (let index = 0; index < TEACHERS; index += 1) add('enseignant');
  for (let index = 0; index < 2; index += 1) add('administratif');
  const pupils = sheet.classes.flatMap(({ name }, index) =>
    Array.from({ length: PUPILS }, () => add('eleve', { className: name, level: LEVELS[index % 3] ?? 'cm1' })),
  );
  pupils.forEach(({ login }, index) => {
    const sibling = index % 4 === 1 ? pupils[index - 1] : undefined;
    add('responsable', { children: sibling ? [login, sibling.login] : [login] });
  });
  return { sheet, people };
}

function classSheet(index: number, teachers: readonly { login: string }[]): ClassSheet {
  const level = (LEVELS[index % 3] ?? 'cm1').toUpperCase();
  const team = [index, (index + 5) % TEACHERS].flatMap((one) => teachers[one]?.login ?? []);
  return { name: `${level} ${'ABC'.charAt(Math.floor(index / 3))}`, team, pupils: [] };
}

type Named = Pick<Person, 'login' | 'givenName' | 'familyName' | 'displayName' | 'sex'>;

/** The number makes a login that nobody else in the region has. */
function nameOf(school: number, index: number): Named {
  const name = personName(school * 31 + index);
  const login = `${loginOf(name)}${school * 1_000 + index}`;
  return { ...name, login, displayName: `${name.givenName} ${name.familyName}`, sex: index % 2 === 0 ? 'F' : 'M' };
}
