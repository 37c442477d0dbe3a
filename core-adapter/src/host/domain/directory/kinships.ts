// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { findGroupsOf } from './groups-of-persons.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { KinshipRow } from './kinship.entity.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

/** A child as its guardians name it. */
export type NamedChild = Pick<PersonRow, 'id' | 'displayName' | 'givenName'>;

export interface Child extends NamedChild {
  /** The schools where the child is a pupil, by name, with the names of the child's classes of this school year. */
  readonly schools: readonly { readonly uai: string; readonly name: string; readonly classes: readonly string[] }[];
}

export async function findChildIds(unitOfWork: UnitOfWork, guardianId: string): Promise<string[]> {
  return (await findNamedChildren(unitOfWork, guardianId)).map(({ id }) => id);
}

/** Children with their schools and classes; in two queries, whatever their number. */
export async function findChildren(
  unitOfWork: UnitOfWork,
  children: readonly NamedChild[],
  now: Date,
): Promise<Child[]> {
  const ids = children.map(({ id }) => id);
  const schools = ids.length === 0 ? [] : await selectSchools(unitOfWork, ids, now);
  const groups = await findGroupsOf(unitOfWork, ids, { now, schools });
  return children.map(({ id, displayName, givenName }) => ({
    id,
    displayName,
    givenName,
    schools: schools
      .filter(({ personId }) => personId === id)
      .map(({ uai, name }) => ({
        uai,
        name,
        classes: groups
          .filter((group) => group.personId === id && group.uai === uai && group.kind === 'class')
          .map((group) => group.name),
      })),
  }));
}

/** The children of a guardian who are not disabled, by name. A subquery and not a join: two sources may name the same kinship. */
export function findNamedChildren(unitOfWork: UnitOfWork, guardianId: string): Promise<NamedChild[]> {
  return unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(PersonRow, 'person')
      .where((query) => {
        const children = query.subQuery().select('kinship.childId').from(KinshipRow, 'kinship');
        return `person.id IN ${children.where('kinship.guardianId = :guardianId').getQuery()}`;
      })
      .andWhere('person.disabledAt IS NULL')
      .setParameters({ guardianId })
      .orderBy('person.foldedName')
      .addOrderBy('person.id')
      .getMany(),
  );
}

function selectSchools(
  unitOfWork: UnitOfWork,
  personIds: readonly string[],
  now: Date,
): Promise<{ personId: string; uai: string; name: string; timeZone: string }[]> {
  return unitOfWork.run((manager) => {
    const query = manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .innerJoin(SchoolRow, 'school', 'school.uai = attachment.uai')
      .select('attachment.personId', 'personId')
      .addSelect('school.uai', 'uai')
      .addSelect('school.name', 'name')
      .addSelect('school.timeZone', 'timeZone')
      .addSelect('school.foldedName', 'foldedName')
      .distinct()
      .where("attachment.personId IN (:...personIds) AND attachment.profile = 'pupil'", { personIds });
    return whereAttachmentInForce(query, now).orderBy('school.foldedName').addOrderBy('school.uai').getRawMany();
  });
}
