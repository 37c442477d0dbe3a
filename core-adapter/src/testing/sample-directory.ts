// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource, PersonRecord } from '../api/directory-source.js';
import type { Profile } from '../api/people.js';

/** Two invented schools: most faults of tenancy only show with a second one. */
export const SCHOOL = '0390001X';
export const OTHER_SCHOOL = '0390002Y';

/** Who is there: every profile, in the class, in another class, and in another school. */
export type Role =
  | 'teacher'
  | 'head'
  | 'staff'
  | 'pupil'
  | 'guardian'
  | 'teacherOfOtherClass'
  | 'pupilOfOtherClass'
  | 'guardianOfOtherClass'
  | 'teacherOfOtherSchool'
  | 'headOfOtherSchool'
  | 'pupilOfOtherSchool'
  | 'guardianOfOtherSchool'
  | 'teacherInBothSchools'
  | 'guardianInBothSchools';

const person = (key: Role, profile: Profile, uai: string, givenName: string, familyName: string): PersonRecord => ({
  type: 'person',
  key: key.toLowerCase(),
  login: key.toLowerCase(),
  givenName,
  familyName,
  displayName: `${givenName} ${familyName}`,
  profile,
  uai,
});

const member = (uai: string, group: string, key: Role, role: 'member' | 'teacher' = 'member') =>
  ({ type: 'membership', uai, group, person: key.toLowerCase(), role }) as const;

const kin = (guardian: Role, child: Role) =>
  ({ type: 'kinship', guardian: guardian.toLowerCase(), child: child.toLowerCase() }) as const;

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
  { type: 'group', uai: SCHOOL, key: 'cm1', kind: 'class', name: 'CM1' },
  { type: 'group', uai: SCHOOL, key: 'cm2', kind: 'class', name: 'CM2' },
  { type: 'group', uai: OTHER_SCHOOL, key: '6a', kind: 'class', name: '6e A' },
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

/** The sample as a source, so that tests fill the directory by the real way in. */
export const sampleSource: DirectorySource = {
  name: 'ldap',
  async *read() {
    yield* SAMPLE_RECORDS;
  },
};
