// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { findGroupsOf } from './groups-of-persons.js';
import { KinshipRow } from './kinship.entity.js';
import { ATTACHMENT_IN_FORCE } from './where-attachment-in-force.js';

/** The relation of a person to a pupil who is or was one of a school. */
export interface PupilRelation {
  /** Whether the person is a guardian of the pupil. */
  readonly isChild: boolean;
  /** The pupil's classes of this school year; none once the pupil has left the school. */
  readonly classIds: readonly string[];
}

/** A person with their profiles in a school, at an instant. */
export interface PersonThere {
  readonly personId: string;
  readonly profiles: readonly Profile[];
  readonly uai: string;
  readonly now: Date;
  /** The time zone of the school, if the caller knows it: a statement less. */
  readonly timeZone?: string | undefined;
}

/**
 * The relation of a person to each of these pupils, by id. Ids of people who never were pupils of the school are left
 * out. Only guardians have children, and only teachers are given the classes.
 */
export async function findPupilRelations(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
  by: PersonThere,
): Promise<Map<string, PupilRelation>> {
  const found = new Map<string, PupilRelation>();
  for (const batch of batches([...new Set(ids)])) {
    const ofSchool = await findPupils(unitOfWork, batch, by);
    const present = [...ofSchool].filter(([, isPresent]) => isPresent).map(([id]) => id);
    const children = await findChildrenAmong(unitOfWork, [...ofSchool.keys()], by);
    const groups = by.profiles.includes('teacher') ? await findGroupsOf(unitOfWork, present, by) : [];
    const classIds = new Map<string, string[]>([...ofSchool.keys()].map((id) => [id, []]));
    for (const { personId, id, kind, role } of groups) {
      if (kind === 'class' && role === 'member') classIds.get(personId)?.push(id);
    }
    for (const [id, ids] of classIds) found.set(id, { isChild: children.has(id), classIds: ids });
  }
  return found;
}

/** The people who are or were pupils of the school, among these ids, and whether they are now. */
async function findPupils(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
  { uai, now }: PersonThere,
): Promise<Map<string, boolean>> {
  const rows = await SELECT_PUPILS(unitOfWork, { ids, uai, now });
  return new Map(rows.map(({ personId, isNow }) => [personId, Number(isNow) > 0]));
}

/** Both databases give a truth as a number, and MariaDB gives a sum as text. */
const SELECT_PUPILS = keptSelect<'ids' | 'uai' | 'now', { readonly personId: string; readonly isNow: number | string }>(
  (manager) =>
    manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .select('attachment.personId', 'personId')
      .addSelect(`SUM(CASE WHEN ${ATTACHMENT_IN_FORCE} THEN 1 ELSE 0 END)`, 'isNow')
      .where("attachment.personId IN (:...ids) AND attachment.uai = :uai AND attachment.profile = 'pupil'")
      .groupBy('attachment.personId'),
);

async function findChildrenAmong(
  unitOfWork: UnitOfWork,
  pupilIds: readonly string[],
  { personId, profiles }: PersonThere,
): Promise<Set<string>> {
  if (pupilIds.length === 0 || !profiles.includes('guardian')) return new Set();
  const rows = await unitOfWork.run((manager) =>
    manager.findBy(KinshipRow, { guardianId: personId, childId: In([...pupilIds]) }),
  );
  return new Set(rows.map(({ childId }) => childId));
}
