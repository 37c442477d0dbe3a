// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import type { MembershipPlan, SchoolPlan } from '../plan/sync-plan.js';
import { groupKey } from '../state/person-state.js';
import type { ApplyContext } from './apply-context.js';

/** The groups to which a plan adds members, by `groupKey`. */
export type FilledGroups = Map<string, Pick<GroupRow, 'uai' | 'key' | 'schoolYear'>>;

/** Notes the groups to which a part of the plan adds members. */
export function noteFilled(schools: readonly SchoolPlan[], filled: FilledGroups): void {
  for (const { uai, schoolYear, memberships } of schools) {
    for (const { group: key } of memberships.added.filter(isMember)) {
      filled.set(groupKey(uai, key), { uai, key, schoolYear });
    }
  }
}

/** Those of the filled groups that nobody is a member of, and somebody was. */
export async function readEmptied(
  manager: EntityManager,
  filled: FilledGroups,
  { source }: ApplyContext,
): Promise<GroupRow[]> {
  const exists = (entity: typeof MembershipRow | typeof FormerMembershipRow, alias: string): string => {
    const query = manager.createQueryBuilder(entity, alias).select('1');
    return `EXISTS (${query.where(`${alias}.groupId = class.id AND ${alias}.role = 'member'`).getQuery()})`;
  };
  const emptied: GroupRow[] = [];
  for (const batch of batches([...filled.values()])) {
    const rows = await manager
      .createQueryBuilder(GroupRow, 'class')
      .where({ source, uai: In(batch.map(({ uai }) => uai)), key: In(batch.map(({ key }) => key)) })
      .andWhere(`NOT ${exists(MembershipRow, 'present')} AND ${exists(FormerMembershipRow, 'former')}`)
      .getMany();
    emptied.push(
      ...rows.filter(({ uai, key, schoolYear }) => filled.get(groupKey(uai, key))?.schoolYear === schoolYear),
    );
  }
  return emptied;
}

export function isMember({ role }: Pick<MembershipPlan, 'role'>): boolean {
  return role === 'member';
}
