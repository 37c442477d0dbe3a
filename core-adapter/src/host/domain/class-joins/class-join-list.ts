// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { pageIn, type PageOf } from '../../infra/util/page-of.js';
import { GroupRow } from '../directory/group.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';

/** A class as its source names it. */
export interface ComparedClass {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly teachers: readonly string[];
  /** By family name. */
  readonly pupils: readonly { readonly id: string; readonly displayName: string }[];
}

/** Two classes that may be one, or are one. */
export interface ClassPair extends Omit<ClassJoinRow, 'groupId' | 'ownId'> {
  readonly school: string;
  readonly other: ComparedClass;
  /** The class of the school's own source. */
  readonly own: ComparedClass;
}

/** All pairs that wait for a decision, by school and name. */
export function listOpenClassPairs(unitOfWork: UnitOfWork): Promise<ClassPair[]> {
  return unitOfWork.transaction((manager) => describe(manager, { state: 'open' }));
}

export function countOpenClassPairs(unitOfWork: UnitOfWork): Promise<number> {
  return unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(ClassJoinRow, 'pair')
      .innerJoin(GroupRow, 'other', 'other.id = pair.groupId AND other.endedAt IS NULL')
      .innerJoin(GroupRow, 'own', 'own.id = pair.ownId AND own.endedAt IS NULL')
      .where("pair.state = 'open'")
      .getCount(),
  );
}

/**
 * The classes that are joined now, by school and name.
 * @param text words of the name of the school or of one of the classes, in any order; empty: all
 */
export async function findJoinedClasses(
  unitOfWork: UnitOfWork,
  { text, page }: { readonly text: string; readonly page: number },
): Promise<PageOf<ClassPair>> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  const pairs = await unitOfWork.transaction((manager) => describe(manager, { state: 'same' }));
  const found = pairs.filter(({ school, other, own }) => {
    const names = normaliseForSearch(`${school} ${other.name} ${own.name}`);
    return words.every((word) => names.includes(word));
  });
  return pageIn(found, page);
}

/** One pair, decided or not. */
export async function findClassPair(unitOfWork: UnitOfWork, id: string): Promise<ClassPair | undefined> {
  const [pair] = await unitOfWork.transaction((manager) => describe(manager, { id }));
  return pair;
}

/** Pairs of classes that have not ended. */
async function describe(manager: EntityManager, where: FindOptionsWhere<ClassJoinRow>): Promise<ClassPair[]> {
  const rows = await manager.findBy(ClassJoinRow, where);
  const classes = await describeClasses(manager, [...new Set(rows.flatMap(({ groupId, ownId }) => [groupId, ownId]))]);
  const schools = await manager.findBy(SchoolRow, { uai: In([...new Set(rows.map(({ uai }) => uai))]) });
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  const pairs = rows.flatMap(({ groupId, ownId, ...row }) => {
    const [other, own] = [classes.get(groupId), classes.get(ownId)];
    return other && own ? [{ ...row, school: names.get(row.uai) ?? row.uai, other, own }] : [];
  });
  const keyOf = ({ school, own, other }: ClassPair): string =>
    normaliseForSearch([school, own.name, other.name].join(' '));
  return pairs.sort((one, another) => (keyOf(one) < keyOf(another) ? -1 : 1));
}

async function describeClasses(manager: EntityManager, ids: readonly string[]): Promise<Map<string, ComparedClass>> {
  if (ids.length === 0) return new Map();
  const groups = await manager.findBy(GroupRow, { id: In([...ids]), endedAt: IsNull() });
  const people = await manager
    .createQueryBuilder(MembershipRow, 'membership')
    .innerJoin(PersonRow, 'person', 'person.id = membership.personId')
    .select('membership.groupId', 'groupId')
    .addSelect('membership.role', 'role')
    .addSelect('person.id', 'id')
    .addSelect('person.displayName', 'displayName')
    .where({ groupId: In([...ids]), via: IsNull() })
    .orderBy('person.foldedName')
    .addOrderBy('person.id')
    .getRawMany<Pick<MembershipRow, 'groupId' | 'role'> & Pick<PersonRow, 'id' | 'displayName'>>();
  return new Map(
    groups.map(({ id, name, source }) => {
      const ofClass = people.filter(({ groupId }) => groupId === id);
      const teachers = ofClass.filter(({ role }) => role === 'teacher').map(({ displayName }) => displayName);
      const pupils = ofClass.filter(({ role }) => role === 'member');
      return [
        id,
        { id, name, source, teachers, pupils: pupils.map((one) => ({ id: one.id, displayName: one.displayName })) },
      ];
    }),
  );
}
