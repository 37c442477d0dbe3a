// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { inForce } from './in-force.js';
import { KinshipRow } from './kinship.entity.js';

/** A guardian and one of their children that is a pupil of the school. */
export interface Family {
  readonly guardianId: string;
  readonly childId: string;
  readonly childName: string;
}

/** The guardians of every pupil of a school, by the family name of the child. DISTINCT, since two sources may name the same kinship. */
export function findFamilies(unitOfWork: UnitOfWork, uai: string, now: Date): Promise<Family[]> {
  return unitOfWork.run((manager) =>
    inForce(
      manager
        .createQueryBuilder(AttachmentRow, 'attachment')
        .innerJoin(KinshipRow, 'kinship', 'kinship.childId = attachment.personId')
        .where("attachment.uai = :uai AND attachment.profile = 'pupil'", { uai }),
      now,
    )
      .select('kinship.guardianId', 'guardianId')
      .addSelect('person.id', 'childId')
      .addSelect('person.displayName', 'childName')
      .addSelect('person.foldedName', 'foldedName')
      .distinct()
      .orderBy('person.foldedName')
      .addOrderBy('person.id')
      .addOrderBy('kinship.guardianId')
      .getRawMany<Family>(),
  );
}
