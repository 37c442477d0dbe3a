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
}

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

/** Nothing is to be done. */
export function isEmpty({ persons, kinships, schools }: SyncPlan): boolean {
  const { created, changed, disabled, revived } = persons;
  const lists = [schools, created, changed, disabled, revived, kinships.added, kinships.removed];
  return lists.every(({ length }) => length === 0);
}
