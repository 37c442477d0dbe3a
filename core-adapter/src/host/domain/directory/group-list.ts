// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Group } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { currentYear } from './groups-of-persons.js';
import { MembershipRow } from './membership.entity.js';
import { membershipsInForce } from './memberships-in-force.js';
import { PersonRow } from './person.entity.js';
import { ATTACHMENT_IN_FORCE } from './where-attachment-in-force.js';

export interface GroupWithCounts extends Group {
  /** The number of its pupils in force. */
  readonly pupils: number;
  /** Display names of its teachers, by family name. */
  readonly teachers: readonly string[];
}

/** A school at an instant. */
interface Place {
  readonly uai: string;
  readonly now: Date;
  /** The time zone of the school, if the caller knows it: a statement less. */
  readonly timeZone?: string | undefined;
}

/** The groups of a school in its current school year that their source still names: classes first, by name. */
export async function findCurrentGroups(unitOfWork: UnitOfWork, place: Place): Promise<Group[]> {
  const { uai } = place;
  const schoolYear = await currentYear(unitOfWork, place);
  if (schoolYear === undefined) return [];
  const groups = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(GroupRow, 'class')
      .select('class.id', 'id')
      .addSelect('class.name', 'name')
      .addSelect('class.kind', 'kind')
      .addSelect('class.schoolYear', 'schoolYear')
      .where('class.uai = :uai AND class.schoolYear = :schoolYear', { uai, schoolYear })
      .andWhere(`class.endedAt IS NULL AND ${IS_SEEN}`)
      .orderBy('class.foldedName')
      .addOrderBy('class.id')
      .getRawMany<Group>(),
  );
  const [classes, others] = [groups.filter(isClass), groups.filter((group) => !isClass(group))];
  return [...classes, ...others];
}

/** As `findCurrentGroups`, with the number of pupils and the teachers of each group. */
export async function listGroups(unitOfWork: UnitOfWork, place: Place): Promise<GroupWithCounts[]> {
  const groups = await findCurrentGroups(unitOfWork, place);
  const people = { pupils: new Map<string, number>(), teachers: new Map<string, string[]>() };
  const ids = groups.map(({ id }) => id);
  for (const batch of batches(ids)) {
    for (const { id, count } of await countPupils(unitOfWork, place, batch)) people.pupils.set(id, Number(count));
    for (const { id, displayName } of await findTeachers(unitOfWork, place, batch)) {
      people.teachers.set(id, [...(people.teachers.get(id) ?? []), displayName]);
    }
  }
  return groups.map((group) => ({
    ...group,
    pupils: people.pupils.get(group.id) ?? 0,
    teachers: people.teachers.get(group.id) ?? [],
  }));
}

/** Names by id of groups of a school, including ended groups and those of past years; ids of other schools are left out. */
export async function findGroupNames(
  unitOfWork: UnitOfWork,
  uai: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const batch of batches([...new Set(ids)])) {
    const rows = await unitOfWork.run((manager) => manager.findBy(GroupRow, { uai, id: In([...batch]) }));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

function isClass({ kind }: Group): boolean {
  return kind === 'class';
}

/** MariaDB returns a count as text. */
function countPupils(
  unitOfWork: UnitOfWork,
  place: Place,
  groupIds: readonly string[],
): Promise<{ id: string; count: number | string }[]> {
  return unitOfWork.run((manager) =>
    holders(manager, place, 'pupil')
      .innerJoin(MembershipRow, 'membership', 'membership.personId = attachment.personId')
      .andWhere("membership.role = 'member' AND membership.groupId IN (:...groupIds)", { groupIds })
      .select('membership.groupId', 'id')
      .addSelect('COUNT(DISTINCT attachment.personId)', 'count')
      .groupBy('membership.groupId')
      .getRawMany(),
  );
}

function findTeachers(
  unitOfWork: UnitOfWork,
  place: Place,
  groupIds: readonly string[],
): Promise<{ id: string; displayName: string }[]> {
  return unitOfWork.run((manager) => {
    const memberships = membershipsInForce(manager, (alias) => `${alias}.groupId IN (:...groupIds)`);
    return holders(manager, place, 'teacher')
      .innerJoin(PersonRow, 'person', 'person.id = attachment.personId AND person.disabledAt IS NULL')
      .innerJoin(memberships, 'membership', 'membership.personId = attachment.personId')
      .andWhere("membership.role = 'teacher'")
      .setParameters({ groupIds })
      .select('membership.groupId', 'id')
      .addSelect('person.id', 'personId')
      .addSelect('person.displayName', 'displayName')
      .addSelect('person.foldedName', 'foldedName')
      .distinct()
      .orderBy('person.foldedName')
      .addOrderBy('person.id')
      .getRawMany();
  });
}

/**
 * Selects pupils or teachers of the school. COALESCE hides the school from the indices: without statistics, SQLite would look each pupil of the
 * school up in each group, instead of the members of the groups.
 */
function holders(
  manager: EntityManager,
  { uai, now }: Place,
  profile: 'pupil' | 'teacher',
): SelectQueryBuilder<AttachmentRow> {
  return manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .where("COALESCE(attachment.uai, '') = :uai AND attachment.profile = :profile", { uai, profile })
    .andWhere(ATTACHMENT_IN_FORCE, { now });
}
