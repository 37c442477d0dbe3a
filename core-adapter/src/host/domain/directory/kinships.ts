// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { Member } from '../../../api/school-directory.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { ExternalIdRow } from './external-id.entity.js';
import type { FamilyGroup } from './groups-of-persons.js';
import { ATTACHMENT_IN_FORCE } from './where-attachment-in-force.js';
import { KinshipRow } from './kinship.entity.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

/** A child of a guardian, as a pupil. */
export interface ChildAsPupil extends Omit<Member, 'level'> {
  /** The schools where the child is a pupil, by name, with the level of the child there. */
  readonly schools: readonly { readonly uai: string; readonly name: string; readonly level: string | null }[];
}

/** A child as the portal shows it. */
export interface Child extends Pick<Member, 'id' | 'displayName' | 'givenName'> {
  /** The schools where the child is a pupil, by name, with the names of the child's classes of this school year. */
  readonly schools: readonly { readonly uai: string; readonly name: string; readonly classes: readonly string[] }[];
}

/** The children of a guardian who are not disabled, by name, with their schools: one statement. */
export async function findChildren(unitOfWork: UnitOfWork, guardianId: string, now: Date): Promise<ChildAsPupil[]> {
  const rows = await SELECT_CHILDREN(unitOfWork, { guardianId, now });
  const children = new Map(
    rows.map(({ id, displayName, givenName, familyName }) => [id, { id, displayName, givenName, familyName }]),
  );
  return [...children.values()].map((child) => ({
    ...child,
    schools: schoolsIn(rows.filter(({ id }) => id === child.id)),
  }));
}

/** The children who are pupils of a school, as its members. */
export function childrenIn(uai: string, children: readonly ChildAsPupil[]): Member[] {
  return children.flatMap(({ schools, ...child }) =>
    schools.filter((school) => school.uai === uai).map(({ level }) => ({ ...child, level })),
  );
}

/** Children with their classes of this school year among the groups of the family. */
export function withClasses(children: readonly ChildAsPupil[], groups: readonly FamilyGroup[]): Child[] {
  const classesOf = (id: string, uai: string): string[] =>
    groups
      .filter((group) => group.personId === id && group.uai === uai && group.kind === 'class' && !group.isOfLastYear)
      .map((group) => group.name);
  return children.map(({ id, displayName, givenName, schools }) => ({
    ...{ id, displayName, givenName },
    schools: schools.map(({ uai, name }) => ({ uai, name, classes: classesOf(id, uai) })),
  }));
}

/** The SQL of the ids of the children of the guardian `:guardian` who are not disabled. Two sources may name the same kinship. */
export function childIdsOf(manager: EntityManager, guardian: string): string {
  return manager
    .createQueryBuilder(KinshipRow, 'kinship')
    .innerJoin(PersonRow, 'child', 'child.id = kinship.childId AND child.disabledAt IS NULL')
    .select('kinship.childId', 'id')
    .where(`kinship.guardianId = :${guardian}`)
    .getQuery();
}

/** A child in a school where they are a pupil, once for each attachment; without a school where they are none. */
interface ChildRow extends Member {
  readonly uai: string | null;
  readonly name: string;
}

/** When two attachments give a level in a school, the newer one comes first. */
const SELECT_CHILDREN = keptSelect<'guardianId' | 'now', ChildRow>((manager) => {
  const asPupil = `attachment.personId = person.id AND attachment.profile = 'pupil' AND ${ATTACHMENT_IN_FORCE}`;
  const names = 'external.personId = attachment.personId AND external.source = attachment.source';
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .leftJoin(AttachmentRow, 'attachment', asPupil)
    .leftJoin(SchoolRow, 'school', 'school.uai = attachment.uai')
    .leftJoin(ExternalIdRow, 'external', `${names} AND external.leftAt IS NULL`)
    .select('person.id', 'id')
    .addSelect('person.displayName', 'displayName')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('external.level', 'level')
    .addSelect('school.uai', 'uai')
    .addSelect('school.name', 'name')
    .where(`person.id IN (${childIdsOf(manager, 'guardianId')})`)
    .orderBy('person.foldedName')
    .addOrderBy('person.id')
    .addOrderBy('school.foldedName')
    .addOrderBy('school.uai')
    .addOrderBy('attachment.from', 'DESC')
    .addOrderBy('attachment.id', 'DESC');
});

function schoolsIn(rows: readonly ChildRow[]): ChildAsPupil['schools'] {
  const schools = new Map<string, ChildAsPupil['schools'][number]>();
  for (const { uai, name, level } of rows) {
    if (uai !== null) schools.set(uai, { uai, name, level: schools.get(uai)?.level ?? level });
  }
  return [...schools.values()];
}
