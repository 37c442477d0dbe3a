// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../api/directory-source.js';
import type { Group, Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { FormerMembershipRow } from './former-membership.entity.js';
import { GroupRow } from './group.entity.js';

/** A membership that a person had when the group ended, with one profile that they had in the school at that instant. */
export interface TieAtEnd extends Group {
  readonly role: MembershipRole;
  readonly profile: Profile;
}

/**
 * The ties of a person to groups of a school that ended during their school year, as they were at that instant. A group that its
 * directory names again has not ended.
 */
export function findTiesAtEnd(
  unitOfWork: UnitOfWork,
  { personId, uai }: { readonly personId: string; readonly uai: string },
): Promise<TieAtEnd[]> {
  return unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(FormerMembershipRow, 'former')
      .innerJoin(GroupRow, 'class', 'class.id = former.groupId AND class.endedAt = former.until')
      .innerJoin(
        AttachmentRow,
        'place',
        'place.personId = former.personId AND place.uai = class.uai ' +
          'AND place.from < former.until AND (place.until IS NULL OR place.until >= former.until)',
      )
      .select('former.role', 'role')
      .addSelect('place.profile', 'profile')
      .addSelect('class.id', 'id')
      .addSelect('class.name', 'name')
      .addSelect('class.kind', 'kind')
      .addSelect('class.schoolYear', 'schoolYear')
      .where('former.personId = :personId AND class.uai = :uai', { personId, uai })
      .getRawMany<TieAtEnd>(),
  );
}
