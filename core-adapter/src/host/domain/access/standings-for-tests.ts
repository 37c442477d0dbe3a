// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from '../../../api/people.js';
import type { Standing } from './related-as.js';

const CM1: Group = { id: 'cm1', name: 'CM1', kind: 'class', schoolYear: 2026 };
const CM2: Group = { id: 'cm2', name: 'CM2', kind: 'class', schoolYear: 2026 };
const CHOIR: Group = { id: 'choir', name: 'Chorale', kind: 'option', schoolYear: 2026 };
const CE2: Group = { id: 'ce2', name: 'CE2', kind: 'class', schoolYear: 2025 };

/** The groups of this school year and the last. */
export const GROUPS = { cm1: CM1, cm2: CM2, choir: CHOIR, ce2: CE2 } as const;
type GroupName = keyof typeof GROUPS;

/** Pupils of the school and their classes of this year. Flo has left; `zoe`, of another school, is not among them. */
const PUPILS = { pia: ['cm1'], cleo: ['cm1'], quentin: ['cm2'], flo: [] } as const;
type Pupil = keyof typeof PUPILS;

interface Ties {
  readonly groups?: Readonly<Partial<Record<GroupName, Profile>>>;
  readonly past?: Readonly<Partial<Record<GroupName, Profile>>>;
  readonly children?: readonly Pupil[];
}

function standing(
  id: string,
  profiles: readonly Profile[],
  { groups = {}, past = {}, children = [] }: Ties = {},
): Standing {
  const relations = (ties: Ties['groups']): Standing['groups'] =>
    Object.entries(ties ?? {}).map(([name, profile]) => ({ group: GROUPS[name as GroupName], profile }));
  const pupils = Object.entries(PUPILS).map(
    ([pupil, classIds]) => [pupil, { classIds, isChild: children.some((child) => child === pupil) }] as const,
  );
  return {
    ...{ id, profiles },
    groups: relations(groups),
    pastGroups: relations(past),
    schoolGroups: [CM1, CM2, CHOIR],
    pupils: new Map(pupils),
  };
}

/** One school. Pia (CM1) and Quentin (CM2) sing in the choir, which is an option, and were in the CE2 last year. */
export const STANDINGS = {
  teacher: standing('tess', ['teacher'], { groups: { cm1: 'teacher' } }),
  otherTeacher: standing('otto', ['teacher'], { groups: { cm2: 'teacher' } }),
  choirTeacher: standing('vera', ['teacher'], { groups: { choir: 'teacher' } }),
  lastYears: standing('leon', ['teacher'], { past: { ce2: 'teacher' } }),
  head: standing('hugo', ['teacher', 'head'], { groups: { cm1: 'head', cm2: 'head' }, past: { ce2: 'head' } }),
  staff: standing('sami', ['staff']),
  pupil: standing('pia', ['pupil'], { groups: { cm1: 'pupil', choir: 'pupil' } }),
  classmate: standing('cleo', ['pupil'], { groups: { cm1: 'pupil' } }),
  otherPupil: standing('quentin', ['pupil'], { groups: { cm2: 'pupil', choir: 'pupil' } }),
  guardian: standing('gael', ['guardian'], {
    groups: { cm1: 'guardian', choir: 'guardian' },
    children: ['pia', 'flo'],
  }),
  classmatesGuardian: standing('dina', ['guardian'], { groups: { cm1: 'guardian' }, children: ['cleo'] }),
  otherGuardian: standing('elsa', ['guardian'], {
    groups: { cm2: 'guardian', choir: 'guardian' },
    children: ['quentin'],
  }),
  /** Teaches the CM2, and is a guardian of Pia. */
  both: standing('bea', ['guardian', 'teacher'], {
    groups: { cm1: 'guardian', cm2: 'teacher', choir: 'guardian' },
    children: ['pia'],
  }),
} as const satisfies Record<string, Standing>;
