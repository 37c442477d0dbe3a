// SPDX-License-Identifier: EUPL-1.2
import { Brackets, In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { InputError } from '../../../api/errors.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ExternalIdRow } from './external-id.entity.js';
import { describeKnown, type KnownPerson } from './known-person.js';
import { IS_JOINED } from './is-joined.js';
import { normaliseLogin } from './normalise-login.js';
import { PersonRow } from './person.entity.js';

/** The maximum number of people in one result. */
export const MOST_FOUND = 20;

export interface FoundPerson extends Pick<KnownPerson, 'id' | 'displayName' | 'birthDates' | 'schools'> {
  /** The logins that sources give the person today, each once. */
  readonly logins: readonly string[];
  readonly disabledAt: Date | null;
}

/**
 * Finds people by words of their name, in any order, or parts of a login; for people who left, of their last login. Returns the first ones
 * by name, and the number of all. A record that was joined to another one is left out.
 * @throws InputError when there is nothing to look for
 */
export async function findPersons(
  unitOfWork: UnitOfWork,
  { text, source }: { readonly text: string; readonly source?: string | undefined },
  now: Date,
): Promise<{ persons: FoundPerson[]; total: number }> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) throw new InputError('Write a part of a name or of a login to look for.');
  const query = (manager: EntityManager): SelectQueryBuilder<PersonRow> => matching(manager, words, source);
  const total = await unitOfWork.run((manager) => query(manager).getCount());
  const rows = await unitOfWork.run((manager) =>
    query(manager).orderBy('person.foldedName').addOrderBy('person.id').limit(MOST_FOUND).getMany(),
  );
  const ids = rows.map(({ id }) => id);
  const known = await describeKnown(unitOfWork, ids, now);
  const keys = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { personId: In(ids) }));
  const persons = rows.map(({ id, displayName, disabledAt }) => ({
    ...{ id, displayName, disabledAt },
    birthDates: known.get(id)?.person.birthDates ?? [],
    schools: known.get(id)?.person.schools ?? [],
    logins: [...new Set(keys.flatMap(({ personId, login }) => (personId === id && login !== null ? [login] : [])))],
  }));
  return { persons, total };
}

/** The SQL condition that each word is in the name or in a login. INSTR takes % and _ literally. */
function matching(
  manager: EntityManager,
  words: readonly string[],
  source: string | undefined,
): SelectQueryBuilder<PersonRow> {
  const query = manager.createQueryBuilder(PersonRow, 'person').where(`NOT ${IS_JOINED}`);
  const external = (condition: string): string =>
    `EXISTS ${query
      .subQuery()
      .select('1')
      .from(ExternalIdRow, 'external')
      .where('external.personId = person.id')
      .andWhere(condition)
      .getQuery()}`;
  if (source !== undefined) query.andWhere(external('external.source = :source'), { source });
  for (const [index, word] of words.entries()) {
    const [name, login] = [`name${index}`, `login${index}`];
    query.andWhere(
      new Brackets((either) =>
        either
          .where(`INSTR(person.foldedName, :${name}) > 0`, { [name]: word })
          .orWhere(external(`INSTR(COALESCE(external.login, external.formerLogin), :${login}) > 0`), {
            [login]: normaliseLogin(word),
          }),
      ),
    );
  }
  return query;
}
