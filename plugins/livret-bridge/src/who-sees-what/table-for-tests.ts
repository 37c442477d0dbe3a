// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../store/bilan.entity.js';
import { seenMark } from '../write/seen.js';
import { acknowledgePath, bilanPath, changesPath, readyPath, takeBackPath, unlockPath } from '../paths.js';

/** The persons of the table, as they are related to the pupil of a bilan. */
export const WHO = [
  'teacher',
  'replacement',
  'otherTeacher',
  'head',
  'guardian',
  'pupil',
  'otherPupil',
  'otherGuardian',
  'staff',
  'otherSchool',
] as const;
export type Who = (typeof WHO)[number];

/** Statuses in draft, ready, signed, visa and published; one number stands for all five. */
type Statuses = number | readonly [number, number, number, number, number];

/** One address of a bilan: the request, and the answer to each person in each state. */
export interface TableRow {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  path(id: string): string;
  form?(row: BilanRow): Record<string, string>;
  readonly answers: Readonly<Record<Who, Statuses>>;
}

/** The family reads what is published, and nothing before. */
const ONCE_PUBLISHED = [404, 404, 404, 404, 200] as const;
const CONFIRM = [404, 404, 404, 404, 303] as const;
/** Nobody else knows of the bilan; staff and persons without the permission are stopped before it is read. */
const NOT_THEIRS = { otherTeacher: 404, otherPupil: 404, otherGuardian: 404, staff: 403, otherSchool: 404 } as const;
/** Of what teachers alone may do: the head is related to the pupil by a profile that may not. */
const TEACHERS = { ...NOT_THEIRS, head: 403, guardian: 403, pupil: 403, otherPupil: 403, otherGuardian: 403 } as const;
const HEADS = { ...TEACHERS, teacher: 403, replacement: 403, otherTeacher: 403 } as const;

/** « Who sees what »: each person, each state, each address of one bilan. */
export const TABLE: readonly TableRow[] = [
  {
    ...{ name: 'reads it', method: 'GET', path: bilanPath },
    answers: {
      ...NOT_THEIRS,
      ...{ teacher: 200, replacement: 200, head: 200, guardian: ONCE_PUBLISHED, pupil: ONCE_PUBLISHED },
    },
  },
  {
    ...{ name: 'changes a cell', method: 'POST', path: changesPath },
    form: ({ general }) => ({ cell: 'general', was: general, now: `${general} encore` }),
    answers: { ...TEACHERS, teacher: [200, 200, 409, 409, 409], replacement: [200, 200, 409, 409, 409] },
  },
  {
    ...{ name: 'sends the form', method: 'POST', path: bilanPath },
    form: ({ general }) => ({ general: `${general} encore`, 'was.general': seenMark(general) }),
    answers: { ...TEACHERS, teacher: [303, 303, 409, 409, 409], replacement: [303, 303, 409, 409, 409] },
  },
  {
    ...{ name: 'makes it ready', method: 'POST', path: readyPath, form: () => ({ to: 'ready' }) },
    answers: { ...TEACHERS, teacher: 303, replacement: 303 },
  },
  {
    ...{ name: 'takes the signature back', method: 'POST', path: takeBackPath },
    answers: { ...TEACHERS, teacher: 303, replacement: 303 },
  },
  {
    ...{ name: 'opens the form to unlock it', method: 'GET', path: unlockPath },
    answers: { ...HEADS, head: 200 },
  },
  {
    ...{ name: 'unlocks it', method: 'POST', path: unlockPath, form: () => ({ word: 'Une position à corriger' }) },
    answers: { ...HEADS, head: 303 },
  },
  {
    ...{ name: 'confirms it', method: 'POST', path: acknowledgePath },
    form: ({ publishedAt }) => ({ published: (publishedAt ?? new Date(0)).toISOString() }),
    answers: {
      ...NOT_THEIRS,
      ...{ teacher: 403, replacement: 403, otherTeacher: 403, head: 403, pupil: 403, otherPupil: 403 },
      ...{ guardian: CONFIRM },
    },
  },
];

/** The status of a row of the table in a state, by its number. */
export function expectedStatus(answers: TableRow['answers'], who: Who, state: number): number {
  const expected = answers[who];
  return typeof expected === 'number' ? expected : (expected[state] ?? 0);
}
