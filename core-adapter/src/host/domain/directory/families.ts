// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { KinshipRow } from './kinship.entity.js';

/** A guardian and one of their children who is a pupil of the school. */
export interface Kinship {
  readonly guardianId: string;
  readonly childId: string;
}

export interface Family extends Kinship {
  readonly childName: string;
}

/** The guardians of every pupil of a school, by the family name of the child. DISTINCT, since two sources may name the same kinship. */
export function findFamilies(unitOfWork: UnitOfWork, uai: string, now: Date): Promise<Family[]> {
  return unitOfWork.run((manager) =>
    kinshipsOfPupils(manager, uai, now)
      .addSelect('person.displayName', 'childName')
      .addSelect('person.foldedName', 'foldedName')
      .distinct()
      .orderBy('person.foldedName')
      .addOrderBy('attachment.personId')
      .addOrderBy('kinship.guardianId')
      .getRawMany<Family>(),
  );
}

/** Selects each kinship of the pupils of a school, twice when two sources name it; `person` is the child. */
export function kinshipsOfPupils(manager: EntityManager, uai: string, now: Date): SelectQueryBuilder<AttachmentRow> {
  const query = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(KinshipRow, 'kinship', 'kinship.childId = attachment.personId')
    .select('kinship.guardianId', 'guardianId')
    .addSelect('attachment.personId', 'childId')
    .where("attachment.uai = :uai AND attachment.profile = 'pupil'", { uai });
  return whereAttachmentInForce(query, now);
}
