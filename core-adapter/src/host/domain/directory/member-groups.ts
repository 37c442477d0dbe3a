// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import type { SchoolNow } from './members.js';
import { MembershipRow } from './membership.entity.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';

interface MemberGroup extends Group {
  readonly personId: string;
}

/** The groups of this school year that each of these people is in, by name; none for people without a profile in the school now. */
export async function findMemberGroups(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  ids: readonly string[],
): Promise<Map<string, Group[]>> {
  const found = new Map<string, Group[]>(ids.map((id) => [id, []]));
  for (const batch of batches([...found.keys()])) {
    const rows = await SELECT_GROUPS(unitOfWork, { ...place, personIds: batch });
    for (const { personId, ...group } of rows) found.get(personId)?.push(group);
  }
  for (const groups of found.values()) groups.sort(byName);
  return found;
}

/** Sorts the groups of a pupil. */
export function byName(one: Group, other: Group): number {
  return one.name.localeCompare(other.name, 'fr');
}

const SELECT_GROUPS = keptSelect<'uai' | 'schoolYear' | 'now' | 'personIds', MemberGroup>((manager) =>
  whereAttachmentInForce(
    manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .innerJoin(MembershipRow, 'membership', 'membership.personId = attachment.personId')
      .innerJoin(GroupRow, 'class', `class.id = membership.groupId AND ${IS_SEEN}`)
      .select('attachment.personId', 'personId')
      .addSelect('class.id', 'id')
      .addSelect('class.name', 'name')
      .addSelect('class.kind', 'kind')
      .addSelect('class.schoolYear', 'schoolYear')
      .distinct()
      .where('attachment.uai = :uai AND attachment.personId IN (:...personIds)')
      .andWhere("membership.role = 'member' AND class.uai = :uai AND class.schoolYear = :schoolYear"),
  ),
);
