// SPDX-License-Identifier: EUPL-1.2
import {
  group,
  member,
  OTHER_SCHOOL,
  person,
  SCHOOL,
  type TestHost,
  type TestPerson,
} from '@volee/core-adapter/testing';
import type { Who } from './table-for-tests.js';

/** More persons than the sample has: a teacher that replaces one of the class, and a teacher of another class of 6e. */
export const TABLE_RECORDS = [
  person('replacement', 'teacher', SCHOOL, 'Rose', 'Petit'),
  group(OTHER_SCHOOL, '6b', '6e B'),
  person('teacherofsixthb', 'teacher', OTHER_SCHOOL, 'Ali', 'Roy'),
  member(OTHER_SCHOOL, '6b', 'teacherofsixthb', 'teacher'),
];

/** The logins of the persons of each row of the table. */
export const LOGINS: Readonly<Record<Who, readonly string[]>> = {
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

/** One browser for each login, in the first school. */
export function browsers(host: TestHost): ReadonlyMap<string, TestPerson> {
  const logins = Object.values(LOGINS).flat();
  return new Map(logins.map((login) => [login, host.asLogin(login)]));
}

/** The head has Rose Petit replace a teacher of the CM1 for some days. */
export async function replaceTeacher({ host, ids }: TestHost): Promise<void> {
  const school = await host.directory.school(SCHOOL);
  if (!school) throw new Error('The school is missing.');
  const days = { from: '2026-11-24', until: '2026-12-20' };
  await host.standIns.add(school, { groupId: ids.cm1, personId: '', login: 'replacement', ...days }, 'cli');
}
