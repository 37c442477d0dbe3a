// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/** A subquery and not a join: a person in several directories has several rows, and would be listed once for each. */
const ofHolder = (what: string): string =>
  `(SELECT ${what} FROM core_external_id external WHERE external.personId = held.personId)`;

/** In a query of `withHolder`: the first login of the person, or the key when the person has left and has no login. */
export const LOGIN = ofHolder('COALESCE(MIN(external.login), MIN(external.key))');

/** For searches: all logins and keys of the person, joined by commas. */
export const LOGINS = ofHolder('GROUP_CONCAT(COALESCE(external.login, external.key))');

/** Joins the person who holds each row of `held`. */
export function withHolder<T extends ObjectLiteral>(held: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return held.innerJoin(PersonRow, 'person', 'person.id = held.personId');
}

/** As `withHolder`, with the name and the login of the person; one row for each row of `held`. */
export function namedHolders<T extends ObjectLiteral>(held: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return withHolder(held).select(LOGIN, 'login').addSelect('person.displayName', 'displayName');
}
