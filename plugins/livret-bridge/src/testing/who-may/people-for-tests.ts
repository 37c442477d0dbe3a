// SPDX-License-Identifier: EUPL-1.2
import {
  addStandIn,
  group,
  kin,
  member,
  OTHER_SCHOOL,
  person,
  SCHOOL,
  type TestHost,
  type TestPerson,
} from '@volee/core-adapter/testing';
import type { HandedWho } from './handed-table-for-tests.js';
import type { Who } from './table-for-tests.js';

/** More people than the sample has: a teacher who replaces one of the class, and further people of the collège. */
export const TABLE_RECORDS = [
  person('replacement', 'teacher', SCHOOL, 'Rose', 'Petit'),
  group(OTHER_SCHOOL, '6b', '6e B'),
  person('teacherOfSixthB', 'teacher', OTHER_SCHOOL, 'Ali', 'Roy'),
  member(OTHER_SCHOOL, '6b', 'teacherOfSixthB', 'teacher'),
  group(OTHER_SCHOOL, '5b', '5e B'),
  person('teacherOfFifthB', 'teacher', OTHER_SCHOOL, 'Lou', 'Carrez'),
  member(OTHER_SCHOOL, '5b', 'teacherOfFifthB', 'teacher'),
  person('staffOfCollege', 'staff', OTHER_SCHOOL, 'Noé', 'Perrin'),
  // In 5e by the level: the class is none of 6e without the pupil of the copy.
  { ...person('mate', 'pupil', OTHER_SCHOOL, 'Maé', 'Rolin'), level: '5E' },
  member(OTHER_SCHOOL, '6a', 'mate'),
  person('guardianOfMate', 'guardian', OTHER_SCHOOL, 'Yves', 'Rolin'),
  kin('guardianOfMate', 'mate'),
];

type Logins<W extends string> = Readonly<Record<W, readonly string[]>>;

export const LOGINS: Logins<Who> = {
  teacher: ['teacher', 'teacherInBothSchools'],
  replacement: ['replacement'],
  otherTeacher: ['teacherOfOtherClass', 'lastYearsTeacher'],
  head: ['head'],
  guardian: ['guardian', 'guardianInBothSchools'],
  pupil: ['pupil'],
  otherPupil: ['classmate', 'pupilOfOtherClass'],
  otherGuardian: ['guardianOfClassmate', 'guardianOfOtherClass'],
  staff: ['staff'],
  otherSchool: ['teacherOfOtherSchool', 'headOfOtherSchool', 'pupilOfOtherSchool', 'guardianOfOtherSchool'],
};

/** The logins of the people at the collège. */
export const HANDED_LOGINS: Logins<HandedWho> = {
  teacher: ['teacherOfOtherSchool', 'teacherInBothSchools'],
  otherTeacher: ['teacherOfSixthB', 'teacherOfFifthB'],
  head: ['headOfOtherSchool'],
  guardian: ['guardianOfOtherSchool', 'guardianInBothSchools'],
  pupil: ['pupilOfOtherSchool'],
  otherPupil: ['mate'],
  otherGuardian: ['guardianOfMate'],
  staff: ['staffOfCollege'],
  ecole: ['teacher', 'replacement', 'head', 'guardian', 'pupil', 'staff'],
};

export type Browser = (login: string) => TestPerson;

export function browsersOf(host: TestHost, logins: Logins<string>, school: string): Browser {
  const all = Object.values(logins).flat();
  const known = new Map(all.map((login) => [login, host.asLogin(login, school)]));
  return (login) => {
    const found = known.get(login);
    if (!found) throw new Error(`The table has no login ${login}.`);
    return found;
  };
}

/** The head has Rose Petit replace a teacher of the CM1 for some days. */
export function replaceTeacher(host: TestHost): Promise<void> {
  return addStandIn(host, 'replacement', { from: '2026-11-24', until: '2026-12-20' });
}
