// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolKind } from '../../api/people.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../sample-directory.js';

export const SCHOOLS = [SCHOOL, OTHER_SCHOOL] as const;

export type SampleClass = 'cm1' | 'cm2' | 'sixthA' | 'ce2';

/** The kind of a school of the sample: the first one is an école, the other one a collège. */
export function kindOfSchool(school: string): SchoolKind {
  return school === SCHOOL ? 'primary' : 'college';
}

/** The schools of the classes. */
export const SCHOOL_OF_CLASS: Readonly<Record<SampleClass, string>> = {
  ...{ cm1: SCHOOL, cm2: SCHOOL, ce2: SCHOOL },
  sixthA: OTHER_SCHOOL,
};

/** A person in one of their schools, with their profiles and their ties to its classes. */
export interface SamplePerson {
  readonly role: Role;
  readonly school: string;
  readonly profiles: readonly Profile[];
  readonly ties: Readonly<Partial<Record<SampleClass, Profile>>>;
  /** Ties to classes of last year, of teachers and heads. */
  readonly past: Readonly<Partial<Record<SampleClass, Profile>>>;
  /** Their children who are pupils of the school. */
  readonly children: readonly Role[];
}

function at(
  school: string,
  role: Role,
  profiles: readonly Profile[],
  ties: SamplePerson['ties'],
  { past = {}, children = [] }: Partial<Pick<SamplePerson, 'past' | 'children'>> = {},
): SamplePerson {
  return { school, role, profiles, ties, past, children };
}

/** The sample directory, written by hand. A test compares the directory of the host with it. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  at(SCHOOL, 'teacher', ['teacher'], { cm1: 'teacher' }),
  at(OTHER_SCHOOL, 'teacherOfOtherSchool', ['teacher'], { sixthA: 'teacher' }),
  at(SCHOOL, 'teacherOfOtherClass', ['teacher'], { cm2: 'teacher' }),
  at(SCHOOL, 'pupil', ['pupil'], { cm1: 'pupil' }),
  at(OTHER_SCHOOL, 'pupilOfOtherSchool', ['pupil'], { sixthA: 'pupil' }),
  at(SCHOOL, 'pupilOfOtherClass', ['pupil'], { cm2: 'pupil' }),
  at(SCHOOL, 'guardian', ['guardian'], { cm1: 'guardian' }, { children: ['pupil'] }),
  at(OTHER_SCHOOL, 'guardianOfOtherSchool', ['guardian'], { sixthA: 'guardian' }, { children: ['pupilOfOtherSchool'] }),
  at(SCHOOL, 'guardianOfOtherClass', ['guardian'], { cm2: 'guardian' }, { children: ['pupilOfOtherClass'] }),
  at(SCHOOL, 'teacherInBothSchools', ['teacher'], { cm1: 'teacher' }),
  at(OTHER_SCHOOL, 'teacherInBothSchools', ['teacher'], { sixthA: 'teacher' }),
  at(SCHOOL, 'guardianInBothSchools', ['guardian'], { cm1: 'guardian' }, { children: ['pupil'] }),
  at(OTHER_SCHOOL, 'guardianInBothSchools', ['guardian'], { sixthA: 'guardian' }, { children: ['pupilOfOtherSchool'] }),
  at(SCHOOL, 'head', ['teacher', 'head'], { cm1: 'head', cm2: 'head' }, { past: { ce2: 'head' } }),
  at(OTHER_SCHOOL, 'headOfOtherSchool', ['teacher', 'head'], { sixthA: 'head' }),
  at(SCHOOL, 'staff', ['staff'], {}),
  at(SCHOOL, 'classmate', ['pupil'], { cm1: 'pupil' }),
  at(SCHOOL, 'guardianOfClassmate', ['guardian'], { cm1: 'guardian' }, { children: ['classmate'] }),
  at(SCHOOL, 'lastYearsTeacher', ['teacher'], {}, { past: { ce2: 'teacher' } }),
];

export interface Target {
  readonly school: string;
  readonly group: SampleClass;
  readonly person: Role;
}

export const TARGETS = {
  cm1: { school: SCHOOL, group: 'cm1', person: 'pupil' },
  cm2: { school: SCHOOL, group: 'cm2', person: 'pupilOfOtherClass' },
  sixthA: { school: OTHER_SCHOOL, group: 'sixthA', person: 'pupilOfOtherSchool' },
} as const satisfies Record<Exclude<SampleClass, 'ce2'>, Target>;

/** A class of last year, and a pupil who was in it. */
export const LAST_YEAR: Target = { school: SCHOOL, group: 'ce2', person: 'pupil' };

/** The class that tests of a school use first. */
export function firstTarget(school: string): Target {
  return school === SCHOOL ? TARGETS.cm1 : TARGETS.sixthA;
}

export function otherSchool(school: string): string {
  return school === SCHOOL ? OTHER_SCHOOL : SCHOOL;
}
