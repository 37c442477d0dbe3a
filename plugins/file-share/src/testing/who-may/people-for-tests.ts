// SPDX-License-Identifier: EUPL-1.2
import { addStandIn, group, member, person, SCHOOL, type TestHost, type TestPerson } from '@volee/core-adapter/testing';

/** More people than the sample has: a teacher who replaces one of the CM1, and an option of one of its pupils. Its name sorts after the class. */
export const TABLE_RECORDS = [
  person('replacement', 'teacher', SCHOOL, 'Rose', 'Petit'),
  group(SCHOOL, 'theatre', 'Théâtre', 'option'),
  member(SCHOOL, 'theatre', 'pupil'),
  member(SCHOOL, 'theatre', 'teacher', 'teacher'),
];

/** The logins of the people of the tables, as they are related to Inès Faivre and the CM1. */
export const LOGINS = {
  pupil: 'pupil',
  classmate: 'classmate',
  otherPupil: 'pupilOfOtherClass',
  guardian: 'guardian',
  classmatesGuardian: 'guardianOfClassmate',
  otherGuardian: 'guardianOfOtherClass',
  teacher: 'teacher',
  replacement: 'replacement',
  otherTeacher: 'teacherOfOtherClass',
  lastYearsTeacher: 'lastYearsTeacher',
  head: 'head',
  staff: 'staff',
  otherSchool: 'teacherOfOtherSchool',
} as const;
export type Who = keyof typeof LOGINS;

export const WHO = Object.keys(LOGINS) as readonly Who[];

export type Browsers = Readonly<Record<Who, TestPerson>>;

export function browsersAt(host: TestHost, school: string): Browsers {
  const all = WHO.map((who) => [who, host.asLogin(LOGINS[who], school)]);
  return Object.fromEntries(all) as Browsers;
}

/** The head has Rose Petit replace a teacher of the CM1 for some days. */
export function replaceTeacher(host: TestHost): Promise<void> {
  return addStandIn(host, 'replacement', { from: '2026-11-24', until: '2026-12-20' });
}
