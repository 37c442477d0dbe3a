// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource, PersonRecord } from '@volee/core-adapter/directory';

import { persons, sheets, type Person } from '../sample/persons.js';
import { tilleuls } from '../sample/tilleuls.js';

/** The class of the Tilleuls in which pupils of 6e A were in CM2, and its teacher. */
export const LAST_YEARS_CLASS = { name: 'CM1-CM2', teacher: 'claire.vuillemin' };

/** The pupils of 6e A with a brother or a sister at the Tilleuls, and two others. Their level last year was CM2. */
const IN_CM2: ReadonlySet<string> = new Set([
  ...['jules.renaud', 'assia.bouhaddi', 'lucas.vernier', 'margaux.petitjean', 'mehdi.saidi', 'ninon.faivre'],
  ...['baptiste.clerc', 'adrien.maillot', 'sara.benali', 'elise.chapuis'],
]);

/** The logins of the pupils who were in CM2. */
export function leaversOfLastYear(): readonly string[] {
  return [...IN_CM2];
}

const PROFILES = { eleve: 'pupil', enseignant: 'teacher', administratif: 'staff', responsable: 'guardian' } as const;

/**
 * The directory of the sample schools a year before: one class of CM1-CM2 at the Tilleuls. Keys are those of the directory of
 * this year, so that its sync finds the same people again.
 */
export const lastYearSource: DirectorySource = {
  name: 'ldap',
  async *read() {
    yield* records();
  },
};

function* records(): Generator<DirectoryRecord> {
  for (const { uai, name, kind } of sheets) yield { type: 'school', uai, name, kind };
  const listed = persons.filter((person) => person.profile !== 'eleve' || levelOf(person) !== undefined);
  yield* listed.map(recordOf);
  const { name, teacher } = LAST_YEARS_CLASS;
  const inClass = { type: 'membership', uai: tilleuls.uai, group: name.toLowerCase() } as const;
  yield { type: 'group', uai: tilleuls.uai, key: inClass.group, kind: 'class', name };
  yield { ...inClass, person: teacher, role: 'teacher' };
  for (const pupil of listed.filter(({ profile }) => profile === 'eleve')) {
    yield { ...inClass, person: pupil.login, role: 'member' };
  }
  const logins = new Set(listed.map(({ login }) => login));
  for (const { login, children } of persons) {
    for (const child of children.filter((one) => logins.has(one))) yield { type: 'kinship', guardian: login, child };
  }
}

/** The level last year; undefined for pupils who were in no class of the Tilleuls. */
function levelOf({ login, className, level, school }: Person): string | undefined {
  if (IN_CM2.has(login)) return 'CM2';
  return school === tilleuls && className === 'CM1-CM2' && level === 'cm2' ? 'CM1' : undefined;
}

function recordOf(person: Person): PersonRecord {
  const { login, givenName, familyName, displayName, profile } = person;
  const level = profile === 'eleve' ? levelOf(person) : undefined;
  const uai = level === undefined ? person.school.uai : tilleuls.uai;
  return {
    ...({ type: 'person', key: login, login, givenName, familyName, displayName } as const),
    ...{ profile: PROFILES[profile], uai, ...(level !== undefined && { level }) },
  };
}
