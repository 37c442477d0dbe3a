// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Narrows a query that knows rows of `core_activation` as `activation` to those in force: `from` included, `until` excluded. */
export function whereInForce<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, now: Date): SelectQueryBuilder<T> {
  return query.andWhere('activation.from <= :now AND (activation.until IS NULL OR activation.until > :now)', { now });
}
