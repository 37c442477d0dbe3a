// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '../api/directory/directory-source.js';
import { group, kin, member, person } from './directory-records.js';

/** Two invented schools: most tenancy bugs only appear with a second school. @stable */
export const SCHOOL = '0390001X';
/** @stable */
export const OTHER_SCHOOL = '0390002Y';

/** The people of the sample: every profile, in the class, in another class and in another school. @stable */
export const ROLES = [
  'teacher',
  'head',
  'staff',
  'pupil',
  'guardian',
  'teacherOfOtherClass',
  'pupilOfOtherClass',
  'guardianOfOtherClass',
  'teacherOfOtherSchool',
  'headOfOtherSchool',
  'pupilOfOtherSchool',
  'guardianOfOtherSchool',
  'teacherInBothSchools',
  'guardianInBothSchools',
] as const;
/** The people that tests of bricks have in addition: see {@link CLASSMATE_RECORDS}. @stable */
export const CLASSMATE_ROLES = ['classmate', 'guardianOfClassmate', 'lastYearsTeacher'] as const;
/** @stable */
export type Role = (typeof ROLES)[number] | (typeof CLASSMATE_ROLES)[number];

/** @stable */
export const SAMPLE_RECORDS: readonly DirectoryRecord[] = [
  { type: 'school', uai: SCHOOL, name: 'École des Lilas', kind: 'primary' },
  { type: 'school', uai: OTHER_SCHOOL, name: 'Collège du Parc', kind: 'college' },
  person('pupil', 'pupil', SCHOOL, 'Inès', 'Faivre'),
  person('pupilOfOtherClass', 'pupil', SCHOOL, 'Tom', 'Brenot'),
  person('pupilOfOtherSchool', 'pupil', OTHER_SCHOOL, 'Jules', 'Marguet'),
  person('teacher', 'teacher', SCHOOL, 'Claire', 'Vuillet'),
  person('head', 'teacher', SCHOOL, 'Mathieu', 'Grosjean'),
  person('staff', 'staff', SCHOOL, 'Odile', 'Perret'),
  person('teacherOfOtherClass', 'teacher', SCHOOL, 'Nadia', 'Chevassus'),
  person('teacherInBothSchools', 'teacher', SCHOOL, 'Paul', 'Droz'),
  person('teacherOfOtherSchool', 'teacher', OTHER_SCHOOL, 'Karim', 'Bensalem'),
  person('headOfOtherSchool', 'teacher', OTHER_SCHOOL, 'Hélène', 'Tissot'),
  person('guardian', 'guardian', SCHOOL, 'Sophie', 'Faivre'),
  person('guardianOfOtherClass', 'guardian', SCHOOL, 'Marc', 'Brenot'),
  person('guardianOfOtherSchool', 'guardian', OTHER_SCHOOL, 'Anne', 'Marguet'),
  person('guardianInBothSchools', 'guardian', SCHOOL, 'Luc', 'Faivre-Marguet'),
  group(SCHOOL, 'cm1', 'CM1'),
  group(SCHOOL, 'cm2', 'CM2'),
  group(OTHER_SCHOOL, '6a', '6e A'),
  member(SCHOOL, 'cm1', 'pupil'),
  member(SCHOOL, 'cm2', 'pupilOfOtherClass'),
  member(OTHER_SCHOOL, '6a', 'pupilOfOtherSchool'),
  member(SCHOOL, 'cm1', 'teacher', 'teacher'),
  member(SCHOOL, 'cm2', 'teacherOfOtherClass', 'teacher'),
  member(SCHOOL, 'cm1', 'teacherInBothSchools', 'teacher'),
  member(OTHER_SCHOOL, '6a', 'teacherInBothSchools', 'teacher'),
  member(OTHER_SCHOOL, '6a', 'teacherOfOtherSchool', 'teacher'),
  kin('guardian', 'pupil'),
  kin('guardianOfOtherClass', 'pupilOfOtherClass'),
  kin('guardianOfOtherSchool', 'pupilOfOtherSchool'),
  kin('guardianInBothSchools', 'pupil'),
  kin('guardianInBothSchools', 'pupilOfOtherSchool'),
];

/**
 * More people of the first school, for tests of bricks: a second family in the class, and a teacher without a class this year.
 * @stable
 */
export const CLASSMATE_RECORDS: readonly DirectoryRecord[] = [
  person('classmate', 'pupil', SCHOOL, 'Zoé', 'Girardet'),
  person('guardianOfClassmate', 'guardian', SCHOOL, 'Élise', 'Girardet'),
  person('lastYearsTeacher', 'teacher', SCHOOL, 'Rémi', 'Outhier'),
  member(SCHOOL, 'cm1', 'classmate'),
  kin('guardianOfClassmate', 'classmate'),
];

/**
 * The directory of `startTestHost` as a source: the sample and {@link CLASSMATE_RECORDS}. Use it for a further sync in a test.
 * @stable
 */
export const testHostSource: DirectorySource = sourceOf([...SAMPLE_RECORDS, ...CLASSMATE_RECORDS]);

/** The directory of a year before: the same people, and the CE2 of two pupils with its teacher. */
const LAST_YEARS_RECORDS: readonly DirectoryRecord[] = [
  ...[...SAMPLE_RECORDS, ...CLASSMATE_RECORDS].filter(({ type }) => type !== 'group' && type !== 'membership'),
  group(SCHOOL, 'ce2', 'CE2'),
  member(SCHOOL, 'ce2', 'pupil'),
  member(SCHOOL, 'ce2', 'classmate'),
  member(SCHOOL, 'ce2', 'lastYearsTeacher', 'teacher'),
];

/** The sample as a directory source, so that tests fill the directory through the real sync. @stable */
export const sampleSource: DirectorySource = sampleSourceWith([]);

/** The sample with the additional records of a test. @stable */
export function sampleSourceWith(more: readonly DirectoryRecord[]): DirectorySource {
  return sourceOf([...SAMPLE_RECORDS, ...more]);
}

/** The directory of a year before as a source, for a sync with the clock set back. */
export const lastYearsSource: DirectorySource = sourceOf(LAST_YEARS_RECORDS);

function sourceOf(records: readonly DirectoryRecord[]): DirectorySource {
  return {
    name: 'ldap',
    async *read() {
      yield* records;
    },
  };
}
