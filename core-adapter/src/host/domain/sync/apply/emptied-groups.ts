// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { DEFAULT_TIME_ZONE } from '../../directory/default-time-zone.js';
import type { GroupRow } from '../../directory/group.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { formerMemberships, isAtEnd } from '../../directory/ties-at-end.js';
import type { SchoolPlan } from '../plan/sync-plan.js';
import { groupKey } from '../state/person-state.js';
import type { ApplyContext } from './apply-context.js';

/** A group that its last members have left, and that the plan gives members again. */
export interface RefilledGroup {
  readonly id: string;
  /** Ids of the persons that left last. */
  readonly lastMembers: Set<string>;
  /** Keys of the persons that the plan adds. */
  readonly added: string[];
}

/** The groups of this school year and of one source that their last members have left. */
export class EmptiedGroups {
  readonly #byKey = new Map<string, RefilledGroup & { readonly schoolYear: number }>();

  static async read(manager: EntityManager, { source, now }: ApplyContext): Promise<EmptiedGroups> {
    const rows = await formerMemberships(manager)
      .select('class.id', 'id')
      .addSelect('class.uai', 'uai')
      .addSelect('class.key', 'key')
      .addSelect('class.schoolYear', 'schoolYear')
      .addSelect('former.personId', 'personId')
      .where({ role: 'member' })
      .andWhere('class.source = :source', { source })
      .andWhere('class.schoolYear >= :year', { year: schoolYearOf(now, DEFAULT_TIME_ZONE) })
      .andWhere(isAtEnd(manager))
      .getRawMany<Pick<GroupRow, 'id' | 'uai' | 'key' | 'schoolYear'> & { personId: string }>();
    const groups = new EmptiedGroups();
    for (const { id, uai, key, schoolYear, personId } of rows) {
      const known = groups.#byKey.get(groupKey(uai, key));
      if (known?.id === id) known.lastMembers.add(personId);
      else groups.#byKey.set(groupKey(uai, key), { id, schoolYear, lastMembers: new Set([personId]), added: [] });
    }
    return groups;
  }

  /** Notes the persons that a part of the plan adds to them. */
  note(schools: readonly SchoolPlan[]): void {
    if (this.#byKey.size === 0) return;
    for (const { uai, schoolYear, memberships } of schools) {
      for (const { group, person, role } of memberships.added) {
        const known = role === 'member' ? this.#byKey.get(groupKey(uai, group)) : undefined;
        if (known?.schoolYear === schoolYear) known.added.push(person);
      }
    }
  }

  /** Those that get members again. */
  refilled(): RefilledGroup[] {
    return [...this.#byKey.values()].filter(({ added }) => added.length > 0);
  }
}
