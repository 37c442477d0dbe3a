// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/** Of a person whom several directories name there are several rows: a join would list him as often. */
const ofHolder = (what: string): string =>
  `(SELECT ${what} FROM core_external_id external WHERE external.personId = held.personId)`;

/** In a query of `withHolder`: the login of the person, the first of several; the key of who has left and has none. */
export const LOGIN = ofHolder('COALESCE(MIN(external.login), MIN(external.key))');

/** To search in: all that directories call him, one after the other. */
export const LOGINS = ofHolder('GROUP_CONCAT(COALESCE(external.login, external.key))');

/** Rows of `held`, each with the person who holds it. */
export function withHolder<T extends ObjectLiteral>(held: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return held.innerJoin(PersonRow, 'person', 'person.id = held.personId');
}

/** The same, each with the name and the login of the person, once for each. */
export function namedHolders<T extends ObjectLiteral>(held: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return withHolder(held).select(LOGIN, 'login').addSelect('person.displayName', 'displayName');
}
