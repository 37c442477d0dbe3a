// SPDX-License-Identifier: EUPL-1.2
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ActivationRow } from '../../../domain/activation/activation.entity.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { placeOf, type PageOf } from '../../../infra/util/page-of.js';
import { whereInForce } from '../../../domain/activation/where-in-force.js';
import { withFigures, type ListedSchool } from '../../../domain/directory/school-list.js';
import { SchoolRow } from '../../../domain/directory/school.entity.js';

export interface SchoolSearch {
  /** Words of the name, in any order and without regard to accents; or the beginning of the UAI. Empty: every school. */
  readonly text: string;
  /** Only schools in which this brick is on, or is not on, for anybody now. */
  readonly brick?: { readonly id: string; readonly on: boolean } | undefined;
}

/** Schools by name, one page of them; only the figures of those on the page are counted. */
export async function findSchoolPage(
  unitOfWork: UnitOfWork,
  search: SchoolSearch,
  asked: number,
  now: Date,
): Promise<PageOf<ListedSchool>> {
  const total = await unitOfWork.run((manager) => matching(manager, search, now).getCount());
  const { page, pages, skip, take } = placeOf(total, asked);
  const rows = await unitOfWork.run((manager) =>
    matching(manager, search, now)
      .orderBy('school.foldedName', 'ASC')
      .addOrderBy('school.uai', 'ASC')
      .limit(take)
      .offset(skip)
      .getMany(),
  );
  return { items: await withFigures(unitOfWork, rows, now), page, pages, total };
}

/** INSTR takes % and _ literally. It reads every name, which for thousands of schools is a millisecond or two. */
function matching(manager: EntityManager, { text, brick }: SchoolSearch, now: Date): SelectQueryBuilder<SchoolRow> {
  const query = manager.createQueryBuilder(SchoolRow, 'school');
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  if (words.length > 0) {
    const all = new Brackets((bracket) => {
      words.forEach((word, index) =>
        bracket.andWhere(`INSTR(school.foldedName, :word${index}) > 0`, { [`word${index}`]: word }),
      );
    });
    query.where(
      new Brackets((either) => {
        either.where('INSTR(school.uai, :uai) = 1', { uai: text.trim().toUpperCase() }).orWhere(all);
      }),
    );
  }
  if (brick) {
    const on = query
      .subQuery()
      .select('1')
      .from(ActivationRow, 'activation')
      .where('activation.uai = school.uai AND activation.brick = :brick', { brick: brick.id });
    query
      .andWhere(`${brick.on ? '' : 'NOT '}EXISTS ${whereInForce(on, now).getQuery()}`)
      .setParameters(on.getParameters());
  }
  return query;
}
