// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { AttachmentRow } from './attachment.entity.js';
import { PersonRow } from './person.entity.js';
import { STAND_IN_SOURCE } from './stand-in.entity.js';

const OF_REPLACEMENT = `attachment.source = '${STAND_IN_SOURCE}'`;

/**
 * The SQL condition that an `attachment` is in force at `:now`: `from` included, `until` excluded. Only attachments of replacements are
 * written with times in the future: any other time in the future was written while the clock was ahead (ADR 67).
 */
export const ATTACHMENT_IN_FORCE = `(attachment.from <= :now OR NOT ${OF_REPLACEMENT}) AND (attachment.until IS NULL OR (${OF_REPLACEMENT} AND attachment.until > :now))`;

/** Whether an attachment has begun, as `ATTACHMENT_IN_FORCE` says. */
export function hasBegun({ from, source }: Pick<AttachmentRow, 'from' | 'source'>, now: Date): boolean {
  return from <= now || source !== STAND_IN_SOURCE;
}

/** Whether an attachment has ended, as `ATTACHMENT_IN_FORCE` says. */
export function hasEnded({ until, source }: Pick<AttachmentRow, 'until' | 'source'>, now: Date): boolean {
  return until !== null && (until <= now || source !== STAND_IN_SOURCE);
}

/** Whether an attachment is in force, as `ATTACHMENT_IN_FORCE` says. */
export function isInForce(row: Pick<AttachmentRow, 'from' | 'until' | 'source'>, now: Date): boolean {
  return hasBegun(row, now) && !hasEnded(row, now);
}

/**
 * Narrows a query with an `attachment` alias to attachments in force of people who are not disabled; joins the person as `person`.
 * @param now absent for a kept SELECT, which has the parameter `now`
 */
export function whereAttachmentInForce<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  now?: Date,
): SelectQueryBuilder<T> {
  return query
    .innerJoin(PersonRow, 'person', 'person.id = attachment.personId')
    .andWhere('person.disabledAt IS NULL')
    .andWhere(ATTACHMENT_IN_FORCE, now && { now });
}
