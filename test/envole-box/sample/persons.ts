// SPDX-License-Identifier: EUPL-1.2
import { families } from './families.js';
import { moulin } from './moulin.js';
import { listNames, loginOf, splitName } from './names.js';
import type { Level, SchoolSheet, ScribeProfile, Sex, StaffSheet } from './school-sheet.js';
import { tilleuls } from './tilleuls.js';
import { troisRivieres } from './trois-rivieres.js';

export const sheets: readonly SchoolSheet[] = [tilleuls, moulin, troisRivieres];

/** One person of the sample, with any profile. `number` is unique and stable between runs. */
export interface Person {
  number: number;
  login: string;
  givenName: string;
  familyName: string;
  displayName: string;
  sex: Sex;
  profile: ScribeProfile;
  school: SchoolSheet;
  className?: string;
  level?: Level;
  post?: StaffSheet;
  /** Logins of a guardian's children. */
  children: string[];
}

type Details = Pick<Person, 'sex' | 'profile' | 'school'> &
  Partial<Pick<Person, 'className' | 'level' | 'post' | 'children'>>;

/** All people, built once: for each school staff then pupils, and the guardians last. */
export const persons: readonly Person[] = buildPersons();

export function personOf(login: string): Person | undefined {
  return persons.find((person) => person.login === login);
}

function buildPersons(): Person[] {
  const built: Person[] = [];

  function add(name: string, details: Details): void {
    const { givenName, familyName } = splitName(name);
    const login = freeLogin(loginOf({ givenName, familyName }));
    const number = 100_001 + built.length;
    built.push({ children: [], ...details, number, login, givenName, familyName, displayName: name });
  }

  // Scribe numbers people with the same name: hugo.mercier, hugo.mercier1.
  function freeLogin(login: string): string {
    const namesakes = built.filter((person) => person.login.replace(/\d+$/, '') === login).length;
    return namesakes === 0 ? login : `${login}${namesakes}`;
  }

  for (const school of sheets) {
    for (const post of school.teachers) add(post.name, { sex: post.sex, profile: 'enseignant', school, post });
    for (const post of school.staff) add(post.name, { sex: post.sex, profile: 'administratif', school, post });
    for (const { name: className, pupils } of school.classes) {
      for (const { level, girls, boys } of pupils) {
        const pupil = { profile: 'eleve', school, className, level } as const;
        for (const name of listNames(girls)) add(name, { ...pupil, sex: 'F' });
        for (const name of listNames(boys)) add(name, { ...pupil, sex: 'M' });
      }
    }
  }
  for (const [name, sex, ...children] of families) {
    const firstChild = built.find((person) => person.login === children[0]);
    if (!firstChild) throw new Error(`${name}: no pupil has the login ${children[0]}`);
    add(name, { sex, profile: 'responsable', school: firstChild.school, children });
  }
  return built;
}
