// SPDX-License-Identifier: EUPL-1.2
import { Brackets, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { SchoolRow } from '../directory/school.entity.js';
import { placeOf, type PageOf } from '../../infra/util/page-of.js';
import { AdministratorRow } from './administrator.entity.js';
import { LOGINS, namedHolders, withHolder } from './named-holders.js';

export interface Keeper {
  readonly personId: string;
  /** The directory key of a person who has left and has no login. */
  readonly login: string;
  readonly displayName: string;
}

export interface Head extends Keeper {
  readonly uai: string;
  readonly school: string;
}

/**
 * Administrators of the platform with every word in their name or login, by name. They are so few that the list has no pages. Their ids are
 * read first: otherwise SQLite, without statistics, scans all people in the order of names.
 */
export async function findKeepers(unitOfWork: UnitOfWork, text: string): Promise<Keeper[]> {
  const ids = (await unitOfWork.run((manager) => manager.find(AdministratorRow))).map(({ personId }) => personId);
  if (ids.length === 0) return [];
  return unitOfWork.run((manager) => {
    const query = named(manager.createQueryBuilder(AdministratorRow, 'held')).where('held.personId IN (:...ids)', {
      ids,
    });
    return withWords(query, text, ['person.foldedName', LOGINS])
      .orderBy('person.foldedName', 'ASC')
      .getRawMany<Keeper>();
  });
}

/**
 * Granted heads with every word in their name, login, school or UAI; by school, then by name within the page. The ids of the page are read
 * first: joining the names of all heads would read a disk page for each.
 */
export async function findHeads(unitOfWork: UnitOfWork, text: string, asked: number): Promise<PageOf<Head>> {
  const total = await unitOfWork.run((manager) => matchingHeads(manager, text).getCount());
  const { page, pages, skip, take } = placeOf(total, asked);
  const rows = await unitOfWork.run((manager) =>
    matchingHeads(manager, text)
      .select('held.id', 'id')
      .orderBy('school.foldedName', 'ASC')
      .addOrderBy('held.id', 'ASC')
      .limit(take)
      .offset(skip)
      .getRawMany<{ id: string }>(),
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { items: [], page, pages, total };
  const items = await unitOfWork.run((manager) =>
    namedHeads(manager)
      .andWhere('held.id IN (:...ids)', { ids })
      .orderBy('school.foldedName', 'ASC')
      .addOrderBy('person.foldedName', 'ASC')
      .addOrderBy('held.id', 'ASC')
      .getRawMany<Head>(),
  );
  return { items, page, pages, total };
}

/** The right of a person, as the lists show it; undefined when the person does not have it. */
export async function findHeld(
  unitOfWork: UnitOfWork,
  personId: string,
  uai: string | null,
): Promise<Keeper | Head | undefined> {
  return unitOfWork.run((manager) =>
    uai === null
      ? named(manager.createQueryBuilder(AdministratorRow, 'held'))
          .where('held.personId = :personId', { personId })
          .getRawOne<Keeper>()
      : namedHeads(manager)
          .andWhere('held.uai = :uai AND held.personId = :personId', { uai, personId })
          .getRawOne<Head>(),
  );
}

/** Granted heads by the ids of their attachments, by school and name. */
export async function findHeadsByIds(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
): Promise<(Head & { readonly id: string })[]> {
  const found: (Head & { readonly id: string })[] = [];
  for (const batch of batches(ids)) {
    const rows = await unitOfWork.run((manager) =>
      namedHeads(manager)
        .addSelect('held.id', 'id')
        .andWhere('held.id IN (:...ids)', { ids: batch })
        .orderBy('school.foldedName', 'ASC')
        .addOrderBy('person.foldedName', 'ASC')
        .getRawMany<Head & { id: string }>(),
    );
    found.push(...rows);
  }
  return found;
}

function heads(manager: EntityManager): SelectQueryBuilder<AttachmentRow> {
  return manager
    .createQueryBuilder(AttachmentRow, 'held')
    .innerJoin(SchoolRow, 'school', 'school.uai = held.uai')
    .where('held.source = :source AND held.profile = :profile AND held.until IS NULL', {
      source: GRANT_SOURCE,
      profile: 'head',
    });
}

/** Joins names and logins only for a search. */
function matchingHeads(manager: EntityManager, text: string): SelectQueryBuilder<AttachmentRow> {
  if (text === '') return heads(manager);
  const columns = ['person.foldedName', LOGINS, 'school.foldedName', 'LOWER(held.uai)'];
  return withWords(withHolder(heads(manager)), text, columns);
}

function namedHeads(manager: EntityManager): SelectQueryBuilder<AttachmentRow> {
  return named(heads(manager)).addSelect('held.uai', 'uai').addSelect('school.name', 'school');
}

function named<T extends ObjectLiteral>(held: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return namedHolders(held).addSelect('held.personId', 'personId');
}

/** Requires each word in at least one column. INSTR takes % and _ literally. */
function withWords<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  text: string,
  columns: readonly string[],
): SelectQueryBuilder<T> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  words.forEach((word, index) =>
    query.andWhere(
      new Brackets((either) =>
        columns.forEach((column) => either.orWhere(`INSTR(${column}, :word${index}) > 0`, { [`word${index}`]: word })),
      ),
    ),
  );
  return query;
}
