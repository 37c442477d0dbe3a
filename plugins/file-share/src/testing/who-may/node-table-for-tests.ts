// SPDX-License-Identifier: EUPL-1.2
import type { Right } from './node-actions-for-tests.js';
import type { Who } from './people-for-tests.js';
import type { Where } from './places-for-tests.js';

type Rights = readonly Right[];

/** A row of « Who sees it »: a place, and what each person may do there. People who are not named may do nothing, and know of nothing. */
export interface NodePlaceRow {
  readonly name: string;
  readonly where: Where;
  /** Differs from another row by its people alone: asked on one database, in a full run. */
  readonly isAlike?: true;
  /** People without any right send all requests in a quick run as well, for all rows of the kind. */
  readonly isWhole?: true;
  readonly may: Readonly<Partial<Record<Who, Rights>>>;
}

const READ: Rights = ['see', 'read'];
const ADD: Rights = [...READ, 'add'];
const CHANGE: Rights = [...ADD, 'change'];
const ALL: Rights = [...CHANGE, 'word'];
/** Sees the folder of a drop box and adds to it, without the files of others. */
const PUT_IN: Rights = ['see', 'add'];

/** The teachers of the class do all, and the head reads. */
const team = { teacher: ALL, replacement: ALL, head: READ } as const;
const pupils = { pupil: READ, classmate: READ } as const;
const guardians = { guardian: READ, classmatesGuardian: READ } as const;
/** All adults who work in the school add to its space, and the head changes what others have added. */
const adults = {
  ...{ teacher: ADD, replacement: ADD, otherTeacher: ADD, lastYearsTeacher: ADD, staff: ADD },
  head: ALL,
} as const;
const allPupils = { ...pupils, otherPupil: READ } as const;
const allGuardians = { ...guardians, otherGuardian: READ } as const;

const CLASS_ROWS: readonly NodePlaceRow[] = [
  {
    name: 'a class, for pupils and families',
    where: { space: 'cm1' },
    may: { ...team, ...pupils, ...guardians },
  },
  { name: 'a class, for pupils', where: { space: 'cm1', readers: 'pupils' }, may: { ...team, ...pupils } },
  { isWhole: true, name: 'a class, for teachers alone', where: { space: 'cm1', readers: 'teachers' }, may: team },
  {
    ...{ name: 'a file of a teacher in a folder that is open to pupils', isAlike: true },
    where: { space: 'cm1', isOpen: true },
    may: { ...team, ...guardians, pupil: ADD, classmate: ADD },
  },
  {
    name: 'a pupil’s own file in a folder that is open to pupils',
    where: { space: 'cm1', isOpen: true, by: 'pupil' },
    may: { ...team, ...guardians, pupil: CHANGE, classmate: ADD },
  },
  {
    ...{ name: 'a pupil’s own file in an open folder without families', isAlike: true },
    where: { space: 'cm1', readers: 'pupils', isOpen: true, by: 'pupil' },
    may: { ...team, pupil: CHANGE, classmate: ADD },
  },
  {
    ...{ name: 'a pupil’s own file in a folder that is closed by now', isAlike: true },
    where: { space: 'cm1', by: 'pupil' },
    may: { ...team, ...pupils, ...guardians },
  },
  {
    name: 'a drop box with a pupil’s file',
    where: { space: 'cm1', readers: 'teachers', isOpen: true, by: 'pupil' },
    may: { ...team, pupil: CHANGE, classmate: PUT_IN },
  },
  {
    ...{ name: 'a drop box with a classmate’s file', isAlike: true },
    where: { space: 'cm1', readers: 'teachers', isOpen: true, by: 'classmate' },
    may: { ...team, classmate: CHANGE, pupil: PUT_IN },
  },
];

const SCHOOL_ROWS: readonly NodePlaceRow[] = [
  {
    name: 'the school, for pupils and families',
    where: { space: 'school', by: 'teacher' },
    may: { ...adults, ...allPupils, ...allGuardians, teacher: ALL },
  },
  {
    name: 'the school, for pupils',
    where: { space: 'school', readers: 'pupils', by: 'otherTeacher' },
    may: { ...adults, ...allPupils, otherTeacher: ALL },
  },
  {
    ...{ name: 'the school, for adults alone', isWhole: true },
    where: { space: 'school', readers: 'teachers', by: 'staff' },
    may: { ...adults, staff: ALL },
  },
];

/** « Who sees it »: each kind of place, with what each person may do. */
export const NODE_TABLE: readonly NodePlaceRow[] = [
  { isWhole: true, name: 'mine, of a pupil', where: { space: 'own', by: 'pupil' }, may: { pupil: CHANGE } },
  { isAlike: true, name: 'mine, of a teacher', where: { space: 'own', by: 'teacher' }, may: { teacher: CHANGE } },
  { isAlike: true, name: 'mine, of staff', where: { space: 'own', by: 'staff' }, may: { staff: CHANGE } },
  { isAlike: true, name: 'mine, of the head', where: { space: 'own', by: 'head' }, may: { head: CHANGE } },
  ...CLASS_ROWS,
  {
    name: 'the team of a class',
    where: { space: 'team', by: 'teacher' },
    may: { teacher: CHANGE, replacement: CHANGE, head: CHANGE },
  },
  ...SCHOOL_ROWS,
  {
    name: 'an option, for pupils and families',
    where: { space: 'option' },
    may: { teacher: ALL, pupil: READ, guardian: READ },
  },
  { name: 'a class of last year', where: { space: 'ce2' }, may: { lastYearsTeacher: READ, head: READ } },
];
