// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';

/** In a query of `namedHolders`: the login of the person; the key of who has left and has none. */
export const LOGIN = 'COALESCE(external.login, external.key)';

/** Rows of `held`, each with the name and the login of the person who holds it. */
export function namedHolders<T extends ObjectLiteral>(held: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return held
    .innerJoin(PersonRow, 'person', 'person.id = held.personId')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = held.personId')
    .select(LOGIN, 'login')
    .addSelect('person.displayName', 'displayName');
}
