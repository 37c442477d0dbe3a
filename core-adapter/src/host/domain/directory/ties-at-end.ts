// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import type { Group, Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { FormerMembershipRow, LEFT_AT } from './former-membership.entity.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { MembershipRow } from './membership.entity.js';

/** A membership that a person had when the group ended, with one profile that they had in the school when they left. */
export interface TieAtEnd extends Group {
  readonly role: MembershipRole;
  readonly profile: Profile;
}

/**
 * The ties of a person to groups of a school that ended during their school year, as they were at that instant. A group ends when its last
 * members leave, whether its directory drops it at once, later or never: a teacher stays until then, or longer. A group that has members
 * again has not ended. For pupils that a class had from a joined one, the end of that one counts.
 */
export function findTiesAtEnd(
  unitOfWork: UnitOfWork,
  { personId, uai }: { readonly personId: string; readonly uai: string },
): Promise<TieAtEnd[]> {
  return unitOfWork.run((manager) =>
    formerMemberships(manager)
      .innerJoin(AttachmentRow, 'place', PLACE_AT_END)
      .select('former.role', 'role')
      .addSelect('place.profile', 'profile')
      .addSelect('class.id', 'id')
      .addSelect('class.name', 'name')
      .addSelect('class.kind', 'kind')
      .addSelect('class.schoolYear', 'schoolYear')
      .where(`former.personId = :personId AND class.uai = :uai AND ${IS_SEEN}`, { personId, uai })
      .andWhere(`(${isAtEnd(manager)} OR ${isLentAtEnd(manager)})`)
      .getRawMany<TieAtEnd>(),
  );
}

/** The ids of the people who had a role and a profile in a group of a school year when it ended; none while the group has members. */
export async function findPersonsAtEnd(
  unitOfWork: UnitOfWork,
  tie: Pick<TieAtEnd, 'role' | 'profile' | 'schoolYear'> & { readonly groupId: string; readonly uai: string },
): Promise<string[]> {
  const rows = await unitOfWork.run((manager) =>
    formerMemberships(manager)
      .innerJoin(AttachmentRow, 'place', PLACE_AT_END)
      .select('former.personId', 'personId')
      .where(`class.id = :groupId AND class.uai = :uai AND class.schoolYear = :schoolYear AND ${IS_SEEN}`)
      .andWhere('former.role = :role AND place.profile = :profile', tie)
      .andWhere(isAtEnd(manager))
      .getRawMany<{ personId: string }>(),
  );
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** The condition that the person of one of `formerMemberships` had a `place` in the school when they left. */
const PLACE_AT_END =
  'place.personId = former.personId AND place.uai = class.uai ' +
  `AND place.from < ${LEFT_AT} AND (place.until IS NULL OR place.until >= ${LEFT_AT})`;

/** Former memberships, as `former`, with their groups, as `class`. */
export function formerMemberships(manager: EntityManager): SelectQueryBuilder<FormerMembershipRow> {
  return manager
    .createQueryBuilder(FormerMembershipRow, 'former')
    .innerJoin(GroupRow, 'class', 'class.id = former.groupId');
}

/** The condition that one of `formerMemberships` was there when its group ended. */
export function isAtEnd(manager: EntityManager): string {
  return isLast(manager, 'former', 'class');
}

/**
 * The condition that one of `formerMemberships` is that of a pupil that the class had from a joined one until that one ended, though the class
 * goes on (ADR 132). Pupils who are in the class again need no past tie, and pupils that the own source has put into a class since have none.
 */
export function isLentAtEnd(manager: EntityManager): string {
  const back = manager
    .createQueryBuilder(MembershipRow, 'back')
    .select('1')
    .where('back.groupId = class.id AND back.personId = former.personId');
  // The class had the pupil until then: the own source had put them into no other class before.
  const named = manager
    .createQueryBuilder(FormerMembershipRow, 'named')
    .innerJoin(GroupRow, 'joined', 'joined.id = named.groupId AND joined.joinedTo = class.id')
    .select('1')
    .where("named.groupId = former.via AND named.personId = former.personId AND named.role = 'member'")
    .andWhere('COALESCE(named.leftAt, named.until) <= former.until')
    .andWhere(isLast(manager, 'named', 'joined'));
  const isPlaced = `EXISTS (${placed(manager, MembershipRow).getQuery()})`;
  const since = 'COALESCE(placed.leftAt, placed.until) > former.until';
  const wasPlaced = `EXISTS (${placed(manager, FormerMembershipRow).andWhere(since).getQuery()})`;
  const isThere = `NOT EXISTS (${back.getQuery()}) AND EXISTS (${named.getQuery()})`;
  return `(former.via IS NOT NULL AND former.role = 'member' AND ${isThere} AND NOT (${isPlaced} OR ${wasPlaced}))`;
}

/** The memberships by which the source of a `class` puts the person of a `former` membership into classes of the same school year. */
function placed<Row extends MembershipRow | FormerMembershipRow>(
  manager: EntityManager,
  rows: new () => Row,
): SelectQueryBuilder<Row> {
  const sameYear = 'own.uai = class.uai AND own.schoolYear = class.schoolYear';
  return manager
    .createQueryBuilder(rows, 'placed')
    .innerJoin(GroupRow, 'own', `own.id = placed.groupId AND ${sameYear} AND own.source = class.source`)
    .select('1')
    .where(
      "placed.personId = former.personId AND placed.role = 'member' AND placed.via IS NULL AND own.kind = 'class'",
    );
}

/** The condition that a former membership was there when its group ended, both by their aliases. */
function isLast(manager: EntityManager, former: string, group: string): string {
  const lastLeft = manager
    .createQueryBuilder(FormerMembershipRow, 'other')
    .select('MAX(other.until)')
    .where(`other.groupId = ${group}.id AND other.role = 'member'`);
  // A group that never had a member ends when its directory drops it.
  const end = `COALESCE((${lastLeft.getQuery()}), ${group}.endedAt)`;
  const isLate = `${former}.until = ${end} OR (${former}.role = 'teacher' AND ${former}.until > ${end})`;
  return `(${isEmpty(manager, group)} AND (${isLate}))`;
}

/**
 * The condition that one of `formerMemberships` ended while directories are emptied for the next school year, in steps or not: between
 * 15 June and the end of the year of its group, wherever the school is.
 */
export const IS_IN_SUMMER = `SUBSTR(former.until, 6, 5) BETWEEN '06-15' AND '08-01' AND SUBSTR(former.until, 1, 4) + 0 = class.schoolYear + 1`;

/** The condition that a group has no members. */
export function isEmpty(manager: EntityManager, group = 'class'): string {
  const members = manager
    .createQueryBuilder(MembershipRow, 'present')
    .select('1')
    .where(`present.groupId = ${group}.id AND present.role = 'member'`);
  return `NOT EXISTS (${members.getQuery()})`;
}
