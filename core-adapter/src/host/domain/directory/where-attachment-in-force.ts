// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** The SQL condition that an `attachment` is in force at `:now`: `from` included, `until` excluded. */
export const IN_FORCE = 'attachment.from <= :now AND (attachment.until IS NULL OR attachment.until > :now)';

/** Narrows a query with an `attachment` alias to attachments in force of persons that are not disabled; joins the person as `person`. */
export function whereAttachmentInForce<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  now: Date,
): SelectQueryBuilder<T> {
  return query
    .innerJoin(PersonRow, 'person', 'person.id = attachment.personId')
    .andWhere('person.disabledAt IS NULL')
    .andWhere(IN_FORCE, { now });
}
