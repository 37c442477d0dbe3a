// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { MembershipRow } from './membership.entity.js';
import { StandInRow } from './stand-in.entity.js';

/** The SQL condition that a `standIn` is in force at `:now`: `from` included, `until` excluded. */
export const STANDS_IN = 'standIn.from <= :now AND standIn.until > :now';

/**
 * The SQL of a table with the columns `groupId`, `personId` and `role`: memberships of the directory, and replacement
 * teachers in force at the parameter `now` as teachers of their class.
 * @param condition the SQL condition on the rows of an alias; it stands in both halves, so that both use their indexes
 * @param union `UNION ALL` is faster for thousands of rows, and repeats a row that both halves have
 */
export function membershipsInForce(
  manager: EntityManager,
  condition: (alias: string) => string,
  union: 'UNION' | 'UNION ALL' = 'UNION',
): string {
  const half = <T extends ObjectLiteral>(entity: EntityClass & (new () => T), alias: string, role: string) =>
    manager
      .createQueryBuilder<T>(entity, alias)
      .select(`${alias}.groupId`, 'groupId')
      .addSelect(`${alias}.personId`, 'personId')
      .addSelect(role, 'role')
      .where(`(${condition(alias)})`);
  const memberships = half(MembershipRow, 'said', 'said.role');
  const standIns: SelectQueryBuilder<StandInRow> = half(StandInRow, 'standIn', "'teacher'").andWhere(STANDS_IN);
  return `(${memberships.getQuery()} ${union} ${standIns.getQuery()})`;
}
