// SPDX-License-Identifier: EUPL-1.2
import type { SyncPlan } from './sync-plan.js';

/** The figures of a plan, over all schools. A person who moves counts once. */
export interface PlanCounts {
  readonly schools: { readonly created: number; readonly changed: number };
  readonly persons: {
    readonly created: number;
    readonly changed: number;
    readonly moved: number;
    readonly disabled: number;
    readonly revived: number;
    /** People known from another source. */
    readonly joined: number;
    /** People that another source still names. */
    readonly released: number;
    /** People who lost their key to another person. */
    readonly replaced: number;
    /** Pairs to decide about. */
    readonly homonyms: number;
  };
  readonly attachments: { readonly begun: number; readonly ended: number };
  readonly groups: {
    readonly created: number;
    readonly changed: number;
    readonly ended: number;
    readonly revived: number;
  };
  readonly memberships: { readonly added: number; readonly removed: number };
  readonly kinships: { readonly added: number; readonly removed: number };
  /** Classes that become one with a class of the school's own source; absent when none does. */
  readonly joinedClasses?: number;
  /** Classes that may be one of the school's own source, about which a question begins; absent when there is none. */
  readonly askedClasses?: number;
  /** The names of the first of these. */
  readonly classNames?: ClassForecast;
}

/** The classes that two sources name once a plan is applied (ADR 132), by name. */
export interface ClassForecast {
  /** « CM2 M. ROY (CM2) »: the class, and the class of the own source that it becomes. */
  readonly joined: readonly string[];
  readonly asked: readonly string[];
}

/** The maximum number of names that are kept with the figures. */
const NAMES = 20;

export function countPlan({ persons, kinships, schools }: SyncPlan): PlanCounts {
  const sum = (count: (school: SyncPlan['schools'][number]) => number): number =>
    schools.reduce((total, school) => total + count(school), 0);
  const movers = schools.flatMap(({ attachments }) => attachments.begun.filter(({ moved }) => moved !== undefined));
  return {
    schools: {
      created: sum(({ created }) => (created ? 1 : 0)),
      changed: sum(({ changes }) => (changes.length > 0 ? 1 : 0)),
    },
    persons: {
      created: persons.created.length,
      changed: persons.changed.length,
      moved: new Set(movers.map(({ person }) => person)).size,
      disabled: persons.disabled.length,
      revived: persons.revived.length,
      joined: persons.joined.length,
      released: persons.released.length,
      replaced: persons.replaced.length,
      homonyms: persons.homonyms.length,
    },
    attachments: {
      begun: sum(({ attachments }) => attachments.begun.length),
      ended: sum(({ attachments }) => attachments.ended.length),
    },
    groups: {
      created: sum(({ groups }) => groups.created.length),
      changed: sum(({ groups }) => groups.changed.length),
      ended: sum(({ groups }) => groups.ended.length),
      revived: sum(({ groups }) => groups.revived.length),
    },
    memberships: {
      added: sum(({ memberships }) => memberships.added.length),
      removed: sum(({ memberships }) => memberships.removed.length),
    },
    kinships: { added: kinships.added.length, removed: kinships.removed.length },
  };
}

/** The figures of a plan with those of classes that are joined or asked about then. */
export function withJoins(counts: PlanCounts, { joined, asked }: ClassForecast): PlanCounts {
  const { joinedClasses: _joined, askedClasses: _asked, classNames: _names, ...others } = counts;
  if (joined.length + asked.length === 0) return others;
  return {
    ...others,
    ...(joined.length > 0 && { joinedClasses: joined.length }),
    ...(asked.length > 0 && { askedClasses: asked.length }),
    classNames: { joined: joined.slice(0, NAMES), asked: asked.slice(0, NAMES) },
  };
}

/** Whether a plan has nothing to write. */
export function isEmpty({ persons, kinships, schools, digests, stableIds }: SyncPlan): boolean {
  const ofPersons: readonly (readonly unknown[])[] = Object.values(persons);
  const lists = [schools, ...ofPersons, kinships.added, kinships.removed, digests, stableIds];
  return lists.every(({ length }) => length === 0);
}

export const NO_COUNTS: PlanCounts = {
  schools: { created: 0, changed: 0 },
  persons: {
    ...{ created: 0, changed: 0, moved: 0, disabled: 0, revived: 0 },
    ...{ joined: 0, released: 0, replaced: 0, homonyms: 0 },
  },
  attachments: { begun: 0, ended: 0 },
  groups: { created: 0, changed: 0, ended: 0, revived: 0 },
  memberships: { added: 0, removed: 0 },
  kinships: { added: 0, removed: 0 },
};

/** Adds the figures of two parts of a plan. No person is in both. */
export function addCounts(one: PlanCounts, other: PlanCounts): PlanCounts {
  const sum = <F extends string>(these: Readonly<Record<F, number>>, those: Readonly<Record<F, number>>) =>
    Object.fromEntries((Object.keys(these) as F[]).map((figure) => [figure, these[figure] + those[figure]])) as Record<
      F,
      number
    >;
  return {
    schools: sum(one.schools, other.schools),
    persons: sum(one.persons, other.persons),
    attachments: sum(one.attachments, other.attachments),
    groups: sum(one.groups, other.groups),
    memberships: sum(one.memberships, other.memberships),
    kinships: sum(one.kinships, other.kinships),
  };
}
