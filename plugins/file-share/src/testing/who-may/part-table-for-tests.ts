// SPDX-License-Identifier: EUPL-1.2
import type { TestExchange, TestPerson } from '@volee/core-adapter/testing';
import { givenFilePath, giveBackPath, partFilesPath, partPath, returnedFilesPath } from '../../paths.js';
import type { PartAt, State } from './part-states-for-tests.js';
import type { Who } from './people-for-tests.js';

/** One status, or one for each state and another for all that are not named. */
export type ByState = number | (Readonly<Partial<Record<State, number>>> & { readonly others: number });

/** An address of a pupil's part, with the status for each person. */
export interface PartRow {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** The states in which it is asked. Default: all. */
  readonly states?: readonly State[];
  /** The form may find nothing to change, such as « Commencer » in a second tab. */
  readonly isIdle?: true;
  send(at: PartAt, person: TestPerson): TestExchange;
  readonly answers: Readonly<Record<Who, ByState>>;
}

/** People who nothing relates to the part, and staff: they read in no class. */
const STRANGERS = {
  ...{ classmate: 404, otherPupil: 404, classmatesGuardian: 404, otherGuardian: 404 },
  ...{ otherTeacher: 404, staff: 403, otherSchool: 404 },
} as const;
/** Before its date there is no work for a family; and files are not there before there are any. */
const HIDDEN = { draft: 404, before: 404 } as const;
const NO_FILE = { ...HIDDEN, given: 404 } as const;
const BACK = { others: 404, corrected: 200, again: 200, lastYear: 200 } as const;
const OF_THIS_YEAR = { others: 200, lastYear: 404 } as const;
const OF_LAST_YEAR = { others: 404, lastYear: 200 } as const;

const readByAll = {
  ...STRANGERS,
  ...{ pupil: { others: 200, ...HIDDEN }, guardian: { others: 200, ...HIDDEN } },
  ...{ teacher: OF_THIS_YEAR, replacement: OF_THIS_YEAR, lastYearsTeacher: OF_LAST_YEAR, head: 200 },
} as const;
const fileOfPart = {
  ...STRANGERS,
  ...{ guardian: BACK, lastYearsTeacher: OF_LAST_YEAR, head: { others: 200, ...NO_FILE } },
  ...{ teacher: { ...OF_THIS_YEAR, ...NO_FILE }, replacement: { ...OF_THIS_YEAR, ...NO_FILE } },
} as const;

/** Actions of the pupil alone: all others that know of works are stopped at the door. */
const PUPILS = {
  ...STRANGERS,
  ...{ guardian: 403, classmatesGuardian: 403, otherGuardian: 403, teacher: 403, replacement: 403 },
  ...{ otherTeacher: 403, lastYearsTeacher: 403, head: 403 },
} as const;
/** Changing files and handing in: while the part is worked on. */
const AT_WORK = { others: 409, ...HIDDEN, started: 303, takenBack: 303, again: 303 } as const;

/** Actions of the teachers of the class alone. */
const TEACHERS = {
  ...STRANGERS,
  ...{ pupil: 403, classmate: 403, otherPupil: 403, guardian: 403, classmatesGuardian: 403, otherGuardian: 403 },
  ...{ lastYearsTeacher: 404, head: 404 },
} as const;
const CORRECTED = { others: 303, ...HIDDEN, lastYear: 404 } as const;

function reads(kind: 'read' | 'own' | 'back'): PartRow['send'] {
  return (at, person) => person.get(givenFilePath(at.work.id, at.pupilId, at[kind]));
}

function acts(action: string, more: (at: PartAt) => Record<string, string> = () => ({})): PartRow['send'] {
  return (at, person) => person.post(partPath(at.work.id, at.pupilId)).form({ action, ...more(at) });
}

/** « Own work » and « another's work »: each person, each address of a part, in each state. */
export const PART_TABLE: readonly PartRow[] = [
  {
    ...{ name: 'opens the part', method: 'GET', answers: readByAll },
    send: (at, person) => person.get(partPath(at.work.id, at.pupilId)),
  },
  { name: 'reads a file of the work', method: 'GET', send: reads('read'), answers: readByAll },
  {
    ...{ name: 'reads a file of the pupil', method: 'GET', send: reads('own') },
    answers: { ...fileOfPart, pupil: { others: 200, ...NO_FILE } },
  },
  {
    ...{ name: 'reads a file of the teacher', method: 'GET', send: reads('back') },
    answers: { ...fileOfPart, pupil: BACK },
  },
  {
    ...{ name: 'begins', method: 'POST', isIdle: true, send: acts('start') },
    answers: { ...PUPILS, pupil: { ...AT_WORK, given: 303 } },
  },
  {
    ...{ name: 'adds a file', method: 'POST', answers: { ...PUPILS, pupil: { ...AT_WORK, given: 303 } } },
    send: (at, person) => person.post(partFilesPath(at.work.id, at.pupilId)).files({ 'ajout.txt': 'x' }),
  },
  {
    ...{ name: 'removes a file', method: 'POST' },
    send: (at, person) => person.post(partPath(at.work.id, at.pupilId)).form({ action: `remove:${at.own}` }),
    answers: { ...PUPILS, pupil: AT_WORK },
  },
  {
    ...{ name: 'hands in', method: 'POST', isIdle: true, send: acts('handIn', ({ word }) => ({ word })) },
    answers: { ...PUPILS, pupil: { ...AT_WORK, given: 303, handedIn: 303, collected: 303, late: 303 } },
  },
  {
    ...{ name: 'takes back', method: 'POST', isIdle: true, send: acts('takeBack') },
    answers: { ...PUPILS, pupil: { ...AT_WORK, handedIn: 303 } },
  },
  {
    ...{ name: 'keeps a word', method: 'POST', answers: { ...TEACHERS, teacher: CORRECTED, replacement: CORRECTED } },
    send: (at, person) => person.post(giveBackPath(at.work.id, at.pupilId)).form({ answer: 'Bien', do: 'keep' }),
  },
  {
    ...{ name: 'gives back', method: 'POST', states: ['draft', 'before', 'handedIn', 'late', 'lastYear'] },
    answers: { ...TEACHERS, teacher: CORRECTED, replacement: CORRECTED },
    send: (at, person) =>
      person.post(giveBackPath(at.work.id, at.pupilId)).form({ answer: 'Bien', next: 'corrected', do: 'give' }),
  },
  {
    ...{ name: 'adds a file that goes back', method: 'POST' },
    answers: { ...TEACHERS, teacher: CORRECTED, replacement: CORRECTED },
    send: (at, person) => person.post(returnedFilesPath(at.work.id, at.pupilId)).files({ 'corrigé.txt': 'x' }),
  },
];

export function statusIn(state: State, answer: ByState): number {
  return typeof answer === 'number' ? answer : (answer[state] ?? answer.others);
}
