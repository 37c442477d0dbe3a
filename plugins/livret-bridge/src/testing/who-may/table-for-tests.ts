// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../../store/bilan.entity.js';
import { seenMark } from '../../domain/save/seen.js';
import type { TableRow } from './table-row-for-tests.js';
import {
  acknowledgePath,
  bilanPath,
  subjectPath,
  changesPath,
  keptPath,
  previewPath,
  readyPath,
  restorePath,
  takeBackPath,
  tracePath,
  unlockPath,
} from '../../paths.js';

/** The people of the table, as they are related to the pupil of a bilan. */
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

/** A bilan, and the step of its history that keeps a publication. */
export interface TabledBilan extends BilanRow {
  readonly stepId: string;
}

/** The statuses of what the family reads: only what is published. */
const ONCE_PUBLISHED = [404, 404, 404, 404, 200] as const;
const CONFIRM = [404, 404, 404, 404, 303] as const;
/** Nobody else knows of the bilan; staff and people without the permission are stopped before it is read. */
export const NOT_THEIRS = {
  otherTeacher: 404,
  otherPupil: 404,
  otherGuardian: 404,
  staff: 403,
  otherSchool: 404,
} as const;
/** The statuses for actions of teachers only: the head is related to the pupil by a profile that may not. */
export const TEACHERS = {
  ...NOT_THEIRS,
  head: 403,
  guardian: 403,
  pupil: 403,
  otherPupil: 403,
  otherGuardian: 403,
} as const;
export const HEADS = { ...TEACHERS, teacher: 403, replacement: 403, otherTeacher: 403 } as const;

/** « Who sees what »: each person, each address of one bilan, with statuses in draft, ready, signed, visa and published. */
export const TABLE: readonly TableRow<Who, TabledBilan>[] = [
  {
    ...{ name: 'reads it', method: 'GET', path: ({ id }) => subjectPath(id, 'general') },
    answers: {
      ...NOT_THEIRS,
      ...{ teacher: 200, replacement: 200, head: 200, guardian: ONCE_PUBLISHED, pupil: ONCE_PUBLISHED },
    },
  },
  {
    ...{
      name: 'looks at it with the eyes of the pupil',
      method: 'GET',
      path: ({ id }) => `${previewPath(id)}?as=pupil`,
    },
    answers: { ...HEADS, head: [303, 303, 303, 200, 303] },
  },
  {
    ...{ name: 'changes a cell', method: 'POST', path: ({ id }) => changesPath(id) },
    form: ({ general }) => ({ cell: 'general', was: general, now: `${general} encore` }),
    answers: { ...TEACHERS, teacher: [200, 200, 409, 409, 409], replacement: [200, 200, 409, 409, 409] },
  },
  {
    ...{ name: 'sends the form', method: 'POST', path: ({ id }) => bilanPath(id) },
    form: ({ general }) => ({ general: `${general} encore`, 'was.general': seenMark(general) }),
    answers: { ...TEACHERS, teacher: [303, 303, 409, 409, 409], replacement: [303, 303, 409, 409, 409] },
  },
  {
    ...{ name: 'makes it ready', method: 'POST', path: ({ id }) => readyPath(id), form: () => ({ to: 'ready' }) },
    answers: { ...TEACHERS, teacher: 303, replacement: 303 },
  },
  {
    ...{ name: 'takes the signature back', method: 'POST', path: ({ id }) => takeBackPath(id) },
    answers: { ...TEACHERS, teacher: 303, replacement: 303 },
  },
  {
    ...{ name: 'reads its history', method: 'GET', path: ({ id }) => tracePath(id) },
    answers: { ...HEADS, head: 200 },
  },
  {
    ...{ name: 'reads what was published before', method: 'GET', path: ({ id, stepId }) => keptPath(id, stepId) },
    answers: { ...HEADS, head: 200 },
  },
  {
    ...{ name: 'has what was published return', method: 'POST', path: ({ id }) => restorePath(id) },
    answers: { ...HEADS, head: 303 },
  },
  {
    ...{ name: 'opens the form to unlock it', method: 'GET', path: ({ id }) => unlockPath(id) },
    answers: { ...HEADS, head: 200 },
  },
  {
    ...{
      name: 'unlocks it',
      method: 'POST',
      path: ({ id }) => unlockPath(id),
      form: () => ({ word: 'Une position à corriger', text: 'stays' }),
    },
    answers: { ...HEADS, head: [409, 409, 409, 409, 303] },
  },
  {
    ...{ name: 'confirms it', method: 'POST', path: ({ id }) => acknowledgePath(id) },
    form: ({ publishedAt }) => ({ published: (publishedAt ?? new Date(0)).toISOString() }),
    answers: {
      ...NOT_THEIRS,
      ...{ teacher: 403, replacement: 403, otherTeacher: 403, head: 403, pupil: 403, otherPupil: 403 },
      ...{ guardian: CONFIRM },
    },
  },
];

/** The text at the address of a bilan that was published, and that the head has unlocked; or the status of a refusal. */
type CorrectedText = 'published' | 'notice' | 'draft' | 403 | 404;

const STAFF_READ = { teacher: 'draft', replacement: 'draft', head: 'draft' } as const;
const NOBODY_ELSE = { otherTeacher: 404, otherPupil: 404, otherGuardian: 404, staff: 403, otherSchool: 404 } as const;

/** « Who reads which text » of a bilan while it is corrected, by how it was unlocked (ADR 70). */
export const CORRECTION_TABLE: Readonly<Record<'reopened' | 'unlocked', Readonly<Record<Who, CorrectedText>>>> = {
  reopened: { ...NOBODY_ELSE, ...STAFF_READ, guardian: 'published', pupil: 'published' },
  unlocked: { ...NOBODY_ELSE, ...STAFF_READ, guardian: 'notice', pupil: 'notice' },
};
