// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The SQL condition that an `activation` is in force at `:now`: `from` included, `until` excluded. */
const RULE_IN_FORCE = 'activation.from <= :now AND (activation.until IS NULL OR activation.until > :now)';

/** Narrows a query that knows rows of `core_activation` as `activation` to those in force. */
export function whereInForce<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, now: Date): SelectQueryBuilder<T> {
  return query.andWhere(RULE_IN_FORCE, { now });
}
