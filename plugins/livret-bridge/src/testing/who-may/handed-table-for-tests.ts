// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import { ARRIVALS_PATH, handedPath, sixthPath } from '../../paths.js';
import type { HandedRow } from '../../store/handed.entity.js';
import type { TableRow } from './table-row-for-tests.js';

/** The people of the last column, as they are related to a pupil at the collège. */
export const HANDED_WHO = [
  'teacher',
  'otherTeacher',
  'head',
  'guardian',
  'pupil',
  'otherPupil',
  'otherGuardian',
  'staff',
  'ecole',
] as const;
export type HandedWho = (typeof HANDED_WHO)[number];

/** The CM2 years of the copies in the table: the pupil is in 6e now, or in 5e. */
export const HANDED_CM2_YEARS = [2025, 2024] as const;

/** A copy, and the class of its pupil. */
export interface HandedAt {
  readonly row: HandedRow;
  readonly groupId: string;
}

/** Nobody of the école reads at the collège: a copy is not theirs, and its parcel is delivered. */
const NOT_THEIRS = { otherTeacher: 404, otherPupil: 404, otherGuardian: 404, staff: 403, ecole: 404 } as const;
const FAMILIES = { guardian: 403, pupil: 403, otherPupil: 403, otherGuardian: 403 } as const;
const HEAD_ALONE = { ...NOT_THEIRS, ...FAMILIES, teacher: 403, otherTeacher: 403 } as const;

/** « Who sees what », handed over: each person, each address of the collège, while the pupil is in 6e and in 5e. */
export const HANDED_TABLE: readonly TableRow<HandedWho, HandedAt>[] = [
  {
    ...{ name: 'reads the copy', method: 'GET', path: ({ row }) => handedPath(row.id) },
    answers: { ...NOT_THEIRS, teacher: [200, 404], head: 200, guardian: 200, pupil: 200 },
  },
  {
    ...{ name: 'reads the table of the class', method: 'GET', path: ({ groupId }) => sixthPath(groupId) },
    answers: { ...NOT_THEIRS, ...FAMILIES, teacher: [200, 404], head: [200, 404] },
  },
  {
    ...{ name: 'reads what is offered', method: 'GET', path: () => ARRIVALS_PATH },
    answers: { ...HEAD_ALONE, head: 200 },
  },
  {
    ...{ name: 'accepts what is offered', method: 'POST', path: () => ARRIVALS_PATH },
    form: ({ row: { pupilId } }) => ({ from: SCHOOL, shown: pupilId, pupil: pupilId, reason: 'later', word: '' }),
    answers: { ...HEAD_ALONE, head: 303 },
  },
];
