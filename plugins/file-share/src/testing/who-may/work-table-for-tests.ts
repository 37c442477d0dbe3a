// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { TestExchange, TestPerson } from '@volee/core-adapter/testing';
import { classWorksPath, editWorkPath, newWorkPath, takeWorkPath, workFilesPath, workPath } from '../../paths.js';
import { WORK_FORM } from '../start/works-for-tests.js';
import type { PartAt } from './part-states-for-tests.js';
import type { PartRow } from './part-table-for-tests.js';

/** Pupils, guardians and staff follow no works: each is shown their own. */
const NOT_THEIRS = {
  ...{ pupil: 403, classmate: 403, otherPupil: 403, guardian: 403, classmatesGuardian: 403, otherGuardian: 403 },
  ...{ staff: 403, otherTeacher: 404, otherSchool: 404 },
} as const;
const OF_THIS_YEAR = { others: 200, lastYear: 404 } as const;
const followed = {
  ...NOT_THEIRS,
  ...{ teacher: OF_THIS_YEAR, replacement: OF_THIS_YEAR, head: 200 },
  lastYearsTeacher: { others: 404, lastYear: 200 },
} as const;
/** The head reads a work, and changes nothing. */
const ofTeachers = { ...NOT_THEIRS, lastYearsTeacher: 404, head: { others: 403, lastYear: 404 } } as const;
const opened = { ...ofTeachers, teacher: OF_THIS_YEAR, replacement: OF_THIS_YEAR } as const;
const CHANGED = { others: 303, lastYear: 404 } as const;
const changed = { ...ofTeachers, teacher: CHANGED, replacement: CHANGED } as const;

const states = ['given', 'handedIn', 'lastYear'] as const;
const page = { method: 'GET', states } as const;
const form = { method: 'POST', states } as const;

function does(action: string): (at: PartAt, person: TestPerson) => TestExchange {
  return ({ work }, person) => person.post(workPath(work.id)).form({ do: action });
}

/** The addresses of a work as a whole, in three states of the part of one pupil. */
export const WORK_TABLE: readonly PartRow[] = [
  {
    ...{ name: 'opens the works of the class', ...page, answers: followed },
    send: ({ work }, person) => person.get(classWorksPath(work.groupId)),
  },
  { name: 'opens the work', ...page, answers: followed, send: ({ work }, person) => person.get(workPath(work.id)) },
  {
    ...{ name: 'takes all that was handed in', ...page, answers: followed },
    send: ({ work }, person) => person.get(takeWorkPath(work.id)),
  },
  {
    ...{ name: 'opens the form of a new work', ...page, answers: opened },
    send: ({ work }, person) => person.get(`${newWorkPath(work.groupId)}?form=${randomUUID()}`),
  },
  {
    ...{ name: 'opens the form of the work', ...page, answers: opened },
    send: ({ work }, person) => person.get(editWorkPath(work.id)),
  },
  {
    ...{ name: 'chooses files', ...page, answers: opened },
    send: ({ work }, person) => person.get(workFilesPath(work.id, 'read')),
  },
  {
    ...{ name: 'hands out a work', ...form, answers: changed },
    send: ({ work }, person) => person.post(newWorkPath(work.groupId)).form({ ...WORK_FORM, do: 'handOut' }),
  },
  {
    ...{ name: 'adds a file to the work', ...form, answers: changed },
    send: ({ work }, person) => person.post(workFilesPath(work.id, 'read')).files({ 'texte.txt': 'x' }),
  },
  { name: 'reminds', ...form, answers: changed, isIdle: true, send: does('remind') },
  { name: 'ends the work', ...form, answers: changed, send: does('close') },
  { name: 'withdraws the work', ...form, answers: changed, isIdle: true, send: does('withdraw') },
];
