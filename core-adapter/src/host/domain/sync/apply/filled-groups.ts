// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import type { MembershipPlan, SchoolPlan } from '../plan/sync-plan.js';
import { groupKey } from '../state/person-state.js';
import type { ApplyContext } from './apply-context.js';

interface FilledGroup extends Pick<GroupRow, 'uai' | 'key' | 'schoolYear'> {
  /** The number of members who come by the plan. */
  added: number;
  /** The number of members who leave by the plan. */
  removed: number;
}

/** The groups to or from which a plan moves members, by `groupKey`. */
export type FilledGroups = Map<string, FilledGroup>;

/** Notes the groups to or from which a part of the plan moves members. */
export function noteFilled(schools: readonly SchoolPlan[], filled: FilledGroups): void {
  for (const { uai, schoolYear, memberships } of schools) {
    for (const list of ['added', 'removed'] as const) {
      for (const { group: key } of memberships[list].filter(isMember)) {
        const noted = filled.get(groupKey(uai, key)) ?? { uai, key, schoolYear, added: 0, removed: 0 };
        noted[list] += 1;
        filled.set(groupKey(uai, key), noted);
      }
    }
  }
}

/** The groups in which nobody stays, or fewer members than come. */
export async function readRefilled(
  manager: EntityManager,
  filled: FilledGroups,
  { source }: ApplyContext,
): Promise<GroupRow[]> {
  const refilled: GroupRow[] = [];
  for (const batch of batches([...filled.values()].filter(({ added }) => added > 0))) {
    const where = { source, uai: In(batch.map(({ uai }) => uai)), key: In(batch.map(({ key }) => key)) };
    const groups = await manager.findBy(GroupRow, where);
    const ids = groups.map(({ id }) => id);
    const present = await countMembers(manager, ids);
    refilled.push(
      ...groups.filter(({ id, uai, key, schoolYear }) => {
        const noted = filled.get(groupKey(uai, key));
        if (noted?.schoolYear !== schoolYear) return false;
        const staying = (present.get(id) ?? 0) - noted.removed;
        return staying === 0 || noted.added > staying;
      }),
    );
  }
  return refilled;
}

/** The numbers of members by the ids of groups; a group without members is not among them. */
export async function countMembers(manager: EntityManager, groupIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await manager
    .createQueryBuilder(MembershipRow, 'present')
    .select('present.groupId', 'id')
    .addSelect('COUNT(*)', 'count')
    .where({ groupId: In([...groupIds]), role: 'member' })
    .groupBy('present.groupId')
    .getRawMany<{ id: string; count: number | string }>();
  return new Map(counts.map(({ id, count }) => [id, Number(count)]));
}

export function isMember({ role }: Pick<MembershipPlan, 'role'>): boolean {
  return role === 'member';
}
