// SPDX-License-Identifier: EUPL-1.2
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { PersonRow } from '../directory/person.entity.js';
import { placeOf, type PageOf } from '../../infra/util/page-of.js';
import { describeKnown, type KnownPerson } from '../directory/known-person.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';

/** Two people side by side, with the data that helps to decide. */
export interface ComparedPersons {
  /** The person that the asking source names. */
  readonly person: KnownPerson;
  readonly other: KnownPerson;
  /** The comparison of the two national numbers; the numbers themselves are not shown. */
  readonly numbers: 'same' | 'different' | 'lacking';
}

/** Two records that may be of the same person. */
export interface Homonym extends Omit<HomonymRow, 'personId' | 'otherId'>, ComparedPersons {}

/**
 * Pairs that wait for a decision, ordered by name.
 * @param text words of either person's name, in any order; empty: all pairs
 */
export async function findOpenHomonyms(
  unitOfWork: UnitOfWork,
  { text, page: asked }: { readonly text: string; readonly page: number },
  now: Date,
): Promise<PageOf<Homonym>> {
  const total = await unitOfWork.run((manager) => openPairs(manager, text).getCount());
  const { page, pages, skip, take } = placeOf(total, asked);
  const rows = await unitOfWork.run((manager) =>
    openPairs(manager, text).orderBy('person.foldedName').addOrderBy('homonym.id').limit(take).offset(skip).getMany(),
  );
  return { items: await describePairs(unitOfWork, rows, now), page, pages, total };
}

/** All pairs that wait for a decision. */
export async function listOpenHomonyms(unitOfWork: UnitOfWork, now: Date): Promise<Homonym[]> {
  const rows = await unitOfWork.run((manager) => openPairs(manager, '').orderBy('homonym.id').getMany());
  return describePairs(unitOfWork, rows, now);
}

/** The number of open pairs of which one has left, and the instant at which the oldest of them was asked about. */
export async function countHeldByQuestions(unitOfWork: UnitOfWork): Promise<{ pairs: number; since: Date | null }> {
  const held = (manager: EntityManager): SelectQueryBuilder<HomonymRow> =>
    openPairs(manager, '').andWhere('(person.disabledAt IS NOT NULL OR other.disabledAt IS NOT NULL)');
  const pairs = await unitOfWork.run((manager) => held(manager).getCount());
  const oldest = await unitOfWork.run((manager) => held(manager).orderBy('homonym.askedAt').limit(1).getOne());
  return { pairs, since: oldest?.askedAt ?? null };
}

export function countOpenHomonyms(unitOfWork: UnitOfWork): Promise<number> {
  return unitOfWork.run((manager) => openPairs(manager, '').getCount());
}

/** One pair, decided or not. */
export async function findHomonym(unitOfWork: UnitOfWork, id: string, now: Date): Promise<Homonym | undefined> {
  const row = await unitOfWork.run((manager) => manager.findOneBy(HomonymRow, { id }));
  return row ? (await describePairs(unitOfWork, [row], now))[0] : undefined;
}

/** A pair without a question; undefined when one of the two records is not known. */
export async function comparePersons(
  unitOfWork: UnitOfWork,
  ids: Pick<HomonymRow, 'personId' | 'otherId'>,
  now: Date,
): Promise<ComparedPersons | undefined> {
  return (await describePairs(unitOfWork, [ids], now))[0];
}

/** Open pairs. One of the two may have left: their data stays until somebody decides. */
function openPairs(manager: EntityManager, text: string): SelectQueryBuilder<HomonymRow> {
  const query = manager
    .createQueryBuilder(HomonymRow, 'homonym')
    .innerJoin(PersonRow, 'person', 'person.id = homonym.personId')
    .innerJoin(PersonRow, 'other', 'other.id = homonym.otherId')
    .where("homonym.state = 'open' AND (person.disabledAt IS NULL OR other.disabledAt IS NULL)");
  // INSTR treats % and _ as plain characters.
  normaliseForSearch(text)
    .split(' ')
    .filter(Boolean)
    .forEach((word, index) => {
      const either = `INSTR(person.foldedName, :word${index}) > 0 OR INSTR(other.foldedName, :word${index}) > 0`;
      query.andWhere(new Brackets((bracket) => bracket.where(either, { [`word${index}`]: word })));
    });
  return query;
}

async function describePairs<Pair extends Pick<HomonymRow, 'personId' | 'otherId'>>(
  unitOfWork: UnitOfWork,
  rows: readonly Pair[],
  now: Date,
): Promise<(Omit<Pair, 'personId' | 'otherId'> & ComparedPersons)[]> {
  const ids = rows.flatMap(({ personId, otherId }) => [personId, otherId]);
  const known = await describeKnown(unitOfWork, ids, now);
  return rows.flatMap(({ personId, otherId, ...row }) => {
    const [one, two] = [known.get(personId), known.get(otherId)];
    return one && two ? [{ ...row, person: one.person, other: two.person, numbers: compare(one.ines, two.ines) }] : [];
  });
}

function compare(some: ReadonlySet<string>, others: ReadonlySet<string>): ComparedPersons['numbers'] {
  if (some.size === 0 || others.size === 0) return 'lacking';
  return [...some].some((one) => others.has(one)) ? 'same' : 'different';
}
