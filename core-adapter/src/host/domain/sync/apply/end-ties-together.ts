// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { FORMER_MEMBERSHIPS_KEPT, FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { formerMemberships } from '../../directory/ties-at-end.js';
import type { ApplyContext } from './apply-context.js';
import { countMembers, isMember } from './filled-groups.js';

/** In milliseconds: less than the day between two nightly syncs. */
const TOGETHER = 12 * 3_600_000;

/**
 * A directory may move, split or empty a class in several syncs. Members that left it in its last hours count as members until it ended
 * (ADR 115). Members that left in the last days, as the guard remembers them, count too if they have the same role in the new class (ADR 76).
 * @param years school years by UAI, of the schools in which the plan moves people
 */
export async function endTiesTogether(
  manager: EntityManager,
  years: ReadonlyMap<string, number>,
  context: ApplyContext,
): Promise<void> {
  for (const [uai, schoolYear] of years) {
    const ended = await readLateTies(manager, { uai, schoolYear }, context);
    for (const [groupId, ties] of ended) await endTogether(manager, groupId, ties);
  }
}

/** Ties that ended in the last days to groups that nobody is a member of, by the id of the group. */
async function readLateTies(
  manager: EntityManager,
  school: Pick<GroupRow, 'uai' | 'schoolYear'>,
  { source, now }: ApplyContext,
): Promise<Map<string, FormerMembershipRow[]>> {
  const present = manager
    .createQueryBuilder(MembershipRow, 'present')
    .select('1')
    .where("present.groupId = class.id AND present.role = 'member'");
  const rows = await formerMemberships(manager)
    .where('class.source = :source AND class.uai = :uai AND class.schoolYear = :schoolYear', { source, ...school })
    .andWhere('former.until > :since', { since: new Date(now.getTime() - FORMER_MEMBERSHIPS_KEPT) })
    .andWhere(`NOT EXISTS (${present.getQuery()})`)
    .getMany();
  const ended = new Map<string, FormerMembershipRow[]>();
  for (const row of rows) ended.set(row.groupId, [...(ended.get(row.groupId) ?? []), row]);
  return ended;
}

async function endTogether(
  manager: EntityManager,
  groupId: string,
  ties: readonly FormerMembershipRow[],
): Promise<void> {
  const members = ties.filter(isMember);
  const end = members.reduce((last, { until }) => (until > last ? until : last), new Date(0));
  const ahead = ties.filter(({ until }) => until < end);
  if (ahead.length === 0) return;
  const there = await readSameClass(manager, groupId, new Set(members.map(({ personId }) => personId)));
  const isWithOthers = ({ personId, role, until, leftAt }: FormerMembershipRow): boolean =>
    end.getTime() - (leftAt ?? until).getTime() <= TOGETHER || there.get(personId) === role;
  for (const batch of batches(ahead.filter(isWithOthers).map(({ id }) => id))) {
    const rows = { id: In([...batch]) };
    await manager.update(FormerMembershipRow, { ...rows, leftAt: IsNull() }, { leftAt: () => 'until' });
    await manager.update(FormerMembershipRow, rows, { until: end });
  }
}

/**
 * The roles, by person, in the group that is the same class: most of the late members are in it, and most of its members are late members.
 * A class that takes in another one is not the same class.
 */
async function readSameClass(
  manager: EntityManager,
  groupId: string,
  late: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const { uai, schoolYear, kind } = await manager.findOneByOrFail(GroupRow, { id: groupId });
  const counts = new Map<string, number>();
  for (const batch of batches([...late])) {
    const rows = await manager
      .createQueryBuilder(MembershipRow, 'present')
      .innerJoin(GroupRow, 'class', 'class.id = present.groupId')
      .where({ personId: In([...batch]), role: 'member' })
      .andWhere('class.uai = :uai AND class.schoolYear = :schoolYear AND class.kind = :kind', { uai, schoolYear, kind })
      .getMany();
    for (const row of rows) counts.set(row.groupId, (counts.get(row.groupId) ?? 0) + 1);
  }
  const most = [...counts].filter(([, count]) => count * 2 > late.size);
  const sizes = await countMembers(
    manager,
    most.map(([id]) => id),
  );
  const same = most.find(([id, count]) => count * 2 > (sizes.get(id) ?? 0));
  if (!same) return new Map();
  const there = await manager.findBy(MembershipRow, { groupId: same[0] });
  return new Map(there.map(({ personId, role }) => [personId, role]));
}
