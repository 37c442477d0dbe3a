// SPDX-License-Identifier: EUPL-1.2
import { And, Equal, In, InstanceChecker, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { refuseRawSql } from './refuse-raw-sql.js';

/** Adds the school to every alternative; an alternative that names a school of its own is narrowed by it, never widened. */
export function whereSchool<T extends ObjectLiteral>(
  uai: string,
  where: FindOptionsWhere<T> | FindOptionsWhere<T>[] = {},
): FindOptionsWhere<T>[] {
  const alternatives = Array.isArray(where) ? where : [where];
  // An empty array matches nothing. TypeORM would treat it as no condition: every school's rows.
  if (alternatives.length === 0) return [{ id: In([]) } as unknown as FindOptionsWhere<T>];
  return alternatives.map((one) => {
    refuseRawSql(one);
    const named: unknown = one['school'];
    const school =
      named === undefined ? uai : And(Equal(uai), InstanceChecker.isFindOperator(named) ? named : Equal(named));
    return { ...one, school };
  });
}
