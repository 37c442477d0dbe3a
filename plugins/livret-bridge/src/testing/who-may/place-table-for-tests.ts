// SPDX-License-Identifier: EUPL-1.2
import type { BilanState, BilanRow } from '../../store/bilan.entity.js';
import { OUTSIDE } from '../../pages/hand-over/hand-over.input.js';
import { tickValue } from '../../domain/life/ticked.js';
import {
  BEGIN_PATH,
  BOARD_PATH,
  boardClassPath,
  copyPath,
  departedPath,
  gridPath,
  HAND_OVER_PATH,
  HOME_PATH,
  LATE_PATH,
  linesPath,
  offerOf,
  PERIODS_PATH,
  PHRASES_PATH,
  PUBLISH_PATH,
  readyClassPath,
  RECALL_PATH,
  SEND_BACK_PATH,
  signBackPath,
  signPath,
  VISA_PATH,
} from '../../paths.js';
import { HEADS, TEACHERS, type Who } from './table-for-tests.js';
import type { TableRow } from './table-row-for-tests.js';

/** An address of a class or a school. */
export interface PlaceRow extends TableRow<Who, BilanRow> {
  /** The bilan of a pupil of the class: in this state, or an empty draft. */
  readonly bilan: BilanState | 'empty';
  /** The form finds nothing to change. */
  readonly isIdle?: true;
  /** The status for the head while the livret is off for the class, where it is another one. */
  readonly headWhenOff?: number;
}

const page = { method: 'GET', bilan: 'ready' } as const;
const form = { method: 'POST' } as const;

const ofTeachers = { ...TEACHERS, teacher: 200, replacement: 200 } as const;
const byTeachers = { ...TEACHERS, teacher: 303, replacement: 303 } as const;
/** Phrases are each teacher's own, and the head of the sample is one of them. */
const anyTeacher = { ...TEACHERS, teacher: 200, replacement: 200, otherTeacher: 200, head: 200 } as const;
const byAnyTeacher = { ...TEACHERS, teacher: 303, replacement: 303, otherTeacher: 303, head: 303 } as const;
/** Each profile has a home of its own, with no word of a bilan. */
const ofAll = {
  ...{ teacher: 200, replacement: 200, otherTeacher: 200, head: 200, guardian: 200, pupil: 200 },
  ...{ otherPupil: 200, otherGuardian: 200, staff: 403, otherSchool: 404 },
} as const;
const ofHeads = { ...HEADS, head: 200 } as const;
const byHeads = { ...HEADS, head: 303 } as const;

/** The phrase that the table adds. */
export const PHRASE = 'Bon travail';

const period = (row: BilanRow): { readonly period: string } => ({ period: String(row.period) });
const ticks = (row: BilanRow): Record<string, string> => ({ ...period(row), bilan: tickValue(row) });

const DAYS = {
  ...{ rhythm: 'T', startsOn1: '2026-09-01', endsOn1: '2026-11-30', dueOn1: '2026-12-04' },
  ...{ startsOn2: '2026-12-01', endsOn2: '2027-03-12', dueOn2: '2027-03-12' },
  ...{ startsOn3: '2027-03-13', endsOn3: '2027-07-02', dueOn3: '2027-06-25' },
};

const CLASS_ROWS: readonly PlaceRow[] = [
  { name: 'reads the grid', ...page, path: (at) => gridPath(at.classId, at.period), answers: ofTeachers },
  { name: 'reads the lines', ...page, path: (at) => linesPath(at.classId, at.period), answers: ofTeachers },
  { name: 'reads what is to sign', ...page, path: (at) => signPath(at.classId, at.period), answers: ofTeachers },
  {
    ...{ name: 'switches lines off', ...form, bilan: 'ready', answers: byTeachers },
    path: (at) => linesPath(at.classId, at.period),
    form: () => ({ line: 'FRA-LGO' }),
  },
  {
    ...{ name: 'copies the period before', ...form, bilan: 'empty', answers: byTeachers },
    path: (at) => copyPath(at.classId, at.period),
  },
  {
    ...{ name: 'makes the class ready', ...form, bilan: 'draft', answers: byTeachers },
    path: (at) => readyClassPath(at.classId, at.period),
  },
  {
    ...{ name: 'signs', ...form, bilan: 'ready', answers: byTeachers },
    path: (at) => signPath(at.classId, at.period),
    form: (row) => ({ bilan: tickValue(row) }),
  },
  {
    ...{ name: 'takes back what was signed', ...form, bilan: 'signed', answers: byTeachers },
    path: (at) => signBackPath(at.classId, at.period),
    form: ({ id, signedAt }) => ({ bilan: id, at: signedAt?.toISOString() ?? '' }),
  },
  {
    ...{ name: 'begins to write', ...form, bilan: 'empty', isIdle: true, answers: byTeachers },
    path: () => BEGIN_PATH,
    form: ({ classId }) => ({ groupId: classId }),
  },
  { name: 'reads the class', ...page, path: (at) => boardClassPath(at.classId, at.period), answers: ofHeads },
];

const SCHOOL_ROWS: readonly PlaceRow[] = [
  { name: 'reads the home', ...page, path: () => HOME_PATH, answers: ofAll },
  { name: 'reads phrases', ...page, path: () => PHRASES_PATH, answers: anyTeacher },
  {
    ...{ name: 'adds a phrase', ...form, bilan: 'empty', answers: byAnyTeacher },
    path: () => PHRASES_PATH,
    form: () => ({ text: PHRASE }),
  },
  { name: 'reads the board', ...page, path: () => BOARD_PATH, answers: ofHeads },
  { name: 'reads who left', ...page, path: (at) => departedPath(at.period), answers: ofHeads },
  { name: 'reads what is late', ...page, path: () => LATE_PATH, answers: ofHeads },
  {
    ...{ name: 'publishes what is late, outside of August', ...form, bilan: 'signed', isIdle: true, answers: byHeads },
    path: () => LATE_PATH,
    form: (row) => ({ bilan: tickValue(row) }),
  },
  { name: 'reads periods', ...page, path: () => PERIODS_PATH, answers: ofHeads },
  {
    ...{ name: 'dates periods', ...form, bilan: 'empty', answers: byHeads },
    path: () => PERIODS_PATH,
    form: () => DAYS,
  },
  { name: 'gives the visa', ...form, bilan: 'signed', path: () => VISA_PATH, form: ticks, answers: byHeads },
  {
    ...{ name: 'opens the form to send back', ...page, answers: ofHeads },
    path: (at) => `${SEND_BACK_PATH}?period=${String(at.period)}`,
  },
  {
    // Nobody could correct what comes back to a class for which the livret is off.
    ...{ name: 'sends back', ...form, bilan: 'signed', answers: byHeads, headWhenOff: 409 },
    path: () => SEND_BACK_PATH,
    form: (row) => ({ ...ticks(row), word: 'À revoir' }),
  },
  {
    ...{ name: 'publishes', ...form, bilan: 'visa', answers: byHeads },
    path: () => PUBLISH_PATH,
    form: (row) => ({ ...period(row), day: '2026-12-11', hour: '18' }),
  },
  { name: 'reads who leaves', ...page, bilan: 'published', path: () => HAND_OVER_PATH, answers: ofHeads },
  {
    ...{ name: 'reads what goes, when nothing is ready', ...page, bilan: 'published', answers: byHeads },
    path: () => offerOf(OUTSIDE),
  },
  {
    ...{ name: 'chooses a collège', ...form, bilan: 'published', answers: byHeads },
    path: () => HAND_OVER_PATH,
    form: ({ pupilId }) => ({ do: 'choose', pupil: pupilId, to: OUTSIDE }),
  },
  {
    ...{ name: 'recalls', ...form, bilan: 'published', isIdle: true, answers: byHeads },
    path: () => RECALL_PATH,
    form: ({ pupilId }) => ({ pupil: pupilId }),
  },
];

/** « Who sees what »: each person, each address of the class of a pupil, and of their école. */
export const PLACE_TABLE: readonly PlaceRow[] = [...CLASS_ROWS, ...SCHOOL_ROWS];
