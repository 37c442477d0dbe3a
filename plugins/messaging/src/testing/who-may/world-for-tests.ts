// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';

/** A person of a walk in one school. */
export interface Place {
  readonly profiles: readonly Profile[];
  /** The key of their group; pupils are in one at a time. */
  memberOf?: string;
  /** The key of the group that had nobody any more when they left it. */
  lastOf?: string;
  readonly teaches?: readonly string[];
  readonly children?: readonly string[];
}

/** Hours as a head types them. */
export interface Hours {
  readonly from: string;
  readonly to: string;
  /** 1 is Monday. */
  readonly days: readonly number[];
}

export interface Pause {
  readonly profile: 'pupil' | 'guardian' | 'all';
  readonly until: number;
}

export type Table = Record<Profile, Record<Profile, string>>;

/** The rules and pauses of a school, as a walk has changed them. */
export interface SchoolState {
  readonly kind: 'primary' | 'college';
  readonly people: Map<string, Place>;
  readonly table: Table;
  isModerated: boolean;
  isOn: boolean;
  hours: { pupils: Hours; families: Hours };
  readonly ownHours: Map<string, Hours>;
  readonly pauses: { ofSchool: Pause[]; ofAll: Pause[] };
}

/** The decisions of teachers about a message, by `message class`. A message that is written on is decided about anew. */
export interface Decided {
  readonly accepted: Set<string>;
  readonly refused: Set<string>;
}

/** The schools as a walk knows them without asking the code under test. */
export interface World {
  readonly schools: ReadonlyMap<string, SchoolState>;
  readonly decided: Decided;
}

const NIGHT: Hours = { from: '19:00', to: '07:00', days: [6, 7] };

/** The table of the issue, by hand. */
const TABLE = `
          pupil   guardian  teacher  head    staff
pupil     class   own       teaches  school  reply
guardian  own     no        teaches  school  school
teacher   school  school    school   school  school
head      school  school    school   school  school
staff     school  school    school   school  school`;

/** The people who take part, as `testHostSource` and the records of the walks have them; by hand. */
function peopleOfSchool(): [string, Place][] {
  return [
    ['pupil', { profiles: ['pupil'], memberOf: 'cm1' }],
    ['classmate', { profiles: ['pupil'], memberOf: 'cm1' }],
    ['third', { profiles: ['pupil'], memberOf: 'cm1' }],
    ['twin1', { profiles: ['pupil'], memberOf: 'cm1' }],
    ['twin2', { profiles: ['pupil'], memberOf: 'cm2' }],
    ['pupilofotherclass', { profiles: ['pupil'], memberOf: 'cm2' }],
    ['teacher', { profiles: ['teacher'], teaches: ['cm1'] }],
    // A teacher with a child in another class.
    ['teacherofotherclass', { profiles: ['teacher', 'guardian'], teaches: ['cm2'], children: ['classmate'] }],
    ['teacherinbothschools', { profiles: ['teacher'], teaches: ['cm1'] }],
    ['lastyearsteacher', { profiles: ['teacher'] }],
    ['head', { profiles: ['teacher', 'head'] }],
    ['staff', { profiles: ['staff'] }],
    ['guardian', { profiles: ['guardian'], children: ['pupil'] }],
    ['guardianinbothschools', { profiles: ['guardian'], children: ['pupil'] }],
    ['guardianofclassmate', { profiles: ['guardian'], children: ['classmate'] }],
    ['guardianofotherclass', { profiles: ['guardian'], children: ['pupilofotherclass'] }],
  ];
}

function peopleOfOtherSchool(): [string, Place][] {
  return [
    ['pupilofotherschool', { profiles: ['pupil'], memberOf: '6a' }],
    ['lea', { profiles: ['pupil'], memberOf: '6a' }],
    ['sam', { profiles: ['pupil'], memberOf: '6b' }],
    ['teacherofotherschool', { profiles: ['teacher'], teaches: ['6a', '6b'] }],
    ['teacherinbothschools', { profiles: ['teacher'], teaches: ['6a'] }],
    ['headofotherschool', { profiles: ['teacher', 'head'] }],
    ['guardianofotherschool', { profiles: ['guardian'], children: ['pupilofotherschool'] }],
    ['guardianinbothschools', { profiles: ['guardian'], children: ['pupilofotherschool'] }],
  ];
}

/** The two schools as each walk finds them. */
export function startWorld(): World {
  const schools = [
    [SCHOOL, schoolState('primary', peopleOfSchool())],
    [OTHER_SCHOOL, schoolState('college', peopleOfOtherSchool())],
  ] as const;
  return { schools: new Map(schools), decided: { accepted: new Set(), refused: new Set() } };
}

function schoolState(kind: SchoolState['kind'], people: [string, Place][]): SchoolState {
  return {
    kind,
    people: new Map(people),
    table: readTable(),
    isModerated: true,
    isOn: true,
    hours: { pupils: NIGHT, families: NIGHT },
    ownHours: new Map(),
    pauses: { ofSchool: [], ofAll: [] },
  };
}

function readTable(): Table {
  const [columns = [], ...rows] = TABLE.trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/));
  return Object.fromEntries(
    rows.map(([from, ...cells]) => [from, Object.fromEntries(cells.map((cell, n) => [columns[n], cell]))]),
  ) as Table;
}

/** The state of a school that takes part. */
export function schoolOf(world: World, uai: string): SchoolState {
  const school = world.schools.get(uai);
  if (!school) throw new Error(`${uai} takes no part in the walk.`);
  return school;
}
