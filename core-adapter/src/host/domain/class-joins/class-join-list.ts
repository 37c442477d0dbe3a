// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { placeOf, type PageOf } from '../../infra/util/page-of.js';
import { batches } from '../directory/batches.js';
import { GroupRow } from '../directory/group.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';

/** Classes of which the people are read at once. */
const CLASSES = 100;

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

/** All pairs that wait for a decision, by school and class; of each class of another source, the likeliest pair first. */
export async function listOpenClassPairs(unitOfWork: UnitOfWork): Promise<ClassPair[]> {
  const pairs = await unitOfWork.transaction(async (manager) => {
    const query = selectPairs(manager, ['open']).orderBy('school.foldedName').addOrderBy('other.foldedName');
    return describe(manager, await query.addOrderBy('pair.groupId').addOrderBy('pair.id').getMany());
  });
  return pairs.sort((one, two) => (one.other.id === two.other.id ? sharedPupils(two) - sharedPupils(one) : 0));
}

/** The number of classes of other sources that somebody must decide about; each may be one of several classes. */
export async function countAskedClasses(unitOfWork: UnitOfWork): Promise<number> {
  const counted = await unitOfWork.run((manager) =>
    selectPairs(manager, ['open']).select('COUNT(DISTINCT pair.groupId)', 'classes').getRawOne<{ classes: unknown }>(),
  );
  return Number(counted?.classes ?? 0);
}

/** The number of pupils who are in both classes of a pair. */
export function sharedPupils({ other, own }: Pick<ClassPair, 'other' | 'own'>): number {
  const ids = new Set(own.pupils.map(({ id }) => id));
  return other.pupils.filter(({ id }) => ids.has(id)).length;
}

/**
 * The pairs of classes that are joined now, and the pairs that an administrator has parted, by school and name.
 * @param text words of the name of the school or of one of the classes, in any order; empty: all
 */
export async function findJoinedClasses(
  unitOfWork: UnitOfWork,
  { text, page: asked }: { readonly text: string; readonly page: number },
): Promise<PageOf<ClassPair>> {
  return unitOfWork.transaction(async (manager) => {
    const select = (): SelectQueryBuilder<ClassJoinRow> => {
      const isJoined = "(pair.state = 'different' OR other.joinedTo = own.id)";
      const query = selectPairs(manager, ['same', 'different']).andWhere(isJoined);
      const words = normaliseForSearch(text).split(' ').filter(Boolean);
      for (const [index, word] of words.entries()) {
        // INSTR treats % and _ as plain characters.
        const either = ['school', 'other', 'own'].map((one) => `INSTR(${one}.foldedName, :word${index}) > 0`);
        query.andWhere(`(${either.join(' OR ')})`, { [`word${index}`]: word });
      }
      return query;
    };
    const total = await select().getCount();
    const { page, pages, skip, take } = placeOf(total, asked);
    const rows = await inOrder(select()).limit(take).offset(skip).getMany();
    return { items: await describe(manager, rows), page, pages, total };
  });
}

/** One pair, decided or not. */
export async function findClassPair(unitOfWork: UnitOfWork, id: string): Promise<ClassPair | undefined> {
  return unitOfWork.transaction(async (manager) => {
    const [pair] = await describe(manager, await manager.findBy(ClassJoinRow, { id }));
    return pair;
  });
}

/** Pairs of classes of the latest school year of each school. Pairs with a class that has ended are left out. */
function selectPairs(
  manager: EntityManager,
  states: readonly ClassJoinRow['state'][],
): SelectQueryBuilder<ClassJoinRow> {
  const years = manager.createQueryBuilder(GroupRow, 'any').select('MAX(any.schoolYear)').where('any.uai = pair.uai');
  return manager
    .createQueryBuilder(ClassJoinRow, 'pair')
    .innerJoin(GroupRow, 'other', 'other.id = pair.groupId AND other.endedAt IS NULL')
    .innerJoin(GroupRow, 'own', 'own.id = pair.ownId AND own.endedAt IS NULL')
    .innerJoin(SchoolRow, 'school', 'school.uai = pair.uai')
    .where(`pair.state IN (:...states) AND other.schoolYear = (${years.getQuery()})`, { states });
}

function inOrder(query: SelectQueryBuilder<ClassJoinRow>): SelectQueryBuilder<ClassJoinRow> {
  return query
    .orderBy('school.foldedName')
    .addOrderBy('own.foldedName')
    .addOrderBy('other.foldedName')
    .addOrderBy('pair.id');
}

/** The pairs with their classes, in this order; those with a class that has ended are left out. */
async function describe(manager: EntityManager, rows: readonly ClassJoinRow[]): Promise<ClassPair[]> {
  const classes = await describeClasses(manager, [...new Set(rows.flatMap(({ groupId, ownId }) => [groupId, ownId]))]);
  const schools = await manager.findBy(SchoolRow, { uai: In([...new Set(rows.map(({ uai }) => uai))]) });
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  return rows.flatMap(({ groupId, ownId, ...row }) => {
    const [other, own] = [classes.get(groupId), classes.get(ownId)];
    return other && own ? [{ ...row, school: names.get(row.uai) ?? row.uai, other, own }] : [];
  });
}

interface PersonOfClass extends Pick<MembershipRow, 'groupId' | 'role'>, Pick<PersonRow, 'id' | 'displayName'> {}

async function describeClasses(manager: EntityManager, ids: readonly string[]): Promise<Map<string, ComparedClass>> {
  const found = new Map<string, ComparedClass>();
  for (const batch of batches(ids, CLASSES)) {
    const groups = await manager.findBy(GroupRow, { id: In([...batch]), endedAt: IsNull() });
    const people = new Map<string, PersonOfClass[]>();
    for (const one of await readPeople(manager, batch))
      people.set(one.groupId, [...(people.get(one.groupId) ?? []), one]);
    for (const { id, name, source } of groups) {
      const ofClass = people.get(id) ?? [];
      const teachers = ofClass.filter(({ role }) => role === 'teacher').map(({ displayName }) => displayName);
      const pupils = ofClass
        .filter(({ role }) => role === 'member')
        .map(({ id, displayName }) => ({ id, displayName }));
      found.set(id, { id, name, source, teachers, pupils });
    }
  }
  return found;
}

function readPeople(manager: EntityManager, groupIds: readonly string[]): Promise<PersonOfClass[]> {
  return manager
    .createQueryBuilder(MembershipRow, 'membership')
    .innerJoin(PersonRow, 'person', 'person.id = membership.personId')
    .select('membership.groupId', 'groupId')
    .addSelect('membership.role', 'role')
    .addSelect('person.id', 'id')
    .addSelect('person.displayName', 'displayName')
    .where({ groupId: In([...groupIds]), via: IsNull() })
    .orderBy('person.foldedName')
    .addOrderBy('person.id')
    .getRawMany<PersonOfClass>();
}
