// SPDX-License-Identifier: EUPL-1.2
import { And, In, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import type { GroupKind, Profile } from '../../../../api/people.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { FormerMembershipRow, LEFT_AT } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { capacitiesIn, capacitiesInGroup, capacityKey, type Capacity } from '../guard/capacity.js';
import { groupKey } from '../state/person-state.js';
import { instantOf } from './instant-of.js';

/** A capacity of a person that ended, with the time of its end. */
export interface Loss {
  readonly personId: string;
  readonly key: string;
  readonly uai: string;
  readonly capacity: Capacity;
  /** `groupKey` of the group that gave the capacity. */
  readonly group?: string;
  readonly until: Date;
}

interface During {
  readonly source: string;
  readonly from: Date;
  readonly until: Date;
  /** The current school year of a school: groups of past years end with their year. */
  readonly yearOf: (uai: string) => number;
}

/** A capacity of one person, to compare. */
export function keyOfLoss(personId: string, capacity: Capacity): string {
  return `${personId} ${capacityKey(capacity)}`;
}

/** Attachments that ended during a time, and ended memberships of people that the source still names. */
export async function readLosses(unitOfWork: UnitOfWork, during: During): Promise<Loss[]> {
  return [
    ...(await unitOfWork.run((manager) => endedAttachments(manager, during))),
    ...(await unitOfWork.run((manager) => endedMemberships(manager, during))),
  ];
}

async function endedAttachments(manager: EntityManager, { source, from, until: end }: During): Promise<Loss[]> {
  const rows = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source', {
      source,
    })
    .select('attachment.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect('attachment.uai', 'uai')
    .addSelect('attachment.profile', 'profile')
    .addSelect('attachment.until', 'until')
    .where({ source, until: And(MoreThan(from), LessThanOrEqual(end)) })
    .getRawMany<{ personId: string; key: string; uai: string; profile: Profile; until: unknown }>();
  return rows.map(({ profile, until, ...row }) => {
    return { ...row, capacity: { kind: 'profile', uai: row.uai, profile }, until: instantOf(until) };
  });
}

interface EndedMembership {
  readonly personId: string;
  readonly key: string;
  readonly uai: string;
  readonly schoolYear: number;
  readonly groupKey: string;
  readonly group: GroupKind;
  readonly role: MembershipRole;
  /** A profile in the school at that time, one a row; null without one. */
  readonly profile: Profile | null;
  readonly until: unknown;
}

async function endedMemberships(manager: EntityManager, { source, from, until: end, yearOf }: During): Promise<Loss[]> {
  const rows = await manager
    .createQueryBuilder(FormerMembershipRow, 'former')
    .innerJoin(GroupRow, 'grp', 'grp.id = former.groupId AND grp.source = :source', { source })
    .innerJoin(ExternalIdRow, 'external', 'external.personId = former.personId AND external.source = :source')
    .leftJoin(
      AttachmentRow,
      'place',
      'place.personId = former.personId AND place.uai = grp.uai AND place.source = :source ' +
        `AND place.from < ${LEFT_AT} AND (place.until IS NULL OR place.until >= ${LEFT_AT})`,
    )
    .select('former.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect('grp.uai', 'uai')
    .addSelect('grp.schoolYear', 'schoolYear')
    .addSelect('grp.key', 'groupKey')
    .addSelect('grp.kind', 'group')
    .addSelect('former.role', 'role')
    .addSelect('place.profile', 'profile')
    .addSelect('former.until', 'until')
    // A member that a joined class lent is a loss of the source of that class.
    .where({ until: And(MoreThan(from), LessThanOrEqual(end)), via: IsNull() })
    .andWhere('external.leftAt IS NULL')
    .getRawMany<EndedMembership>();
  return rows
    .filter(({ uai, schoolYear }) => schoolYear === yearOf(uai))
    .flatMap(({ personId, key, uai, groupKey: inSchool, group, role, profile, until }) =>
      capacitiesInGroup({ uai, role, group }, profile === null ? [] : [profile]).map((capacity): Loss => {
        return { personId, key, uai, capacity, group: groupKey(uai, inSchool), until: instantOf(until) };
      }),
    );
}

interface HeldMembership extends Pick<EndedMembership, 'personId' | 'uai' | 'schoolYear' | 'group' | 'role'> {
  /** A profile in the school, one a row. */
  readonly profile: Profile | null;
}

/** Current capacities of these people, as `keyOfLoss`: regained ones are not losses. */
export async function readHeld(
  unitOfWork: UnitOfWork,
  personIds: readonly string[],
  yearOf: (uai: string) => number,
): Promise<Set<string>> {
  const held = new Set<string>();
  const add = (personId: string, capacities: readonly Capacity[]): void => {
    for (const capacity of capacities) held.add(keyOfLoss(personId, capacity));
  };
  for (const ids of batches([...new Set(personIds)])) {
    const attachments = await unitOfWork.run((manager) =>
      manager.findBy(AttachmentRow, { personId: In([...ids]), until: IsNull() }),
    );
    for (const { personId, uai, profile } of attachments) add(personId, capacitiesIn(uai, profile));
    for (const { personId, profile, schoolYear, ...group } of await unitOfWork.run((manager) =>
      heldMemberships(manager, ids),
    )) {
      if (schoolYear === yearOf(group.uai)) add(personId, capacitiesInGroup(group, profile === null ? [] : [profile]));
    }
  }
  return held;
}

function heldMemberships(manager: EntityManager, ids: readonly string[]): Promise<HeldMembership[]> {
  return manager
    .createQueryBuilder(MembershipRow, 'membership')
    .innerJoin(GroupRow, 'grp', 'grp.id = membership.groupId AND grp.endedAt IS NULL')
    .leftJoin(
      AttachmentRow,
      'place',
      'place.personId = membership.personId AND place.uai = grp.uai AND place.source = grp.source AND place.until IS NULL',
    )
    .select('membership.personId', 'personId')
    .addSelect('membership.role', 'role')
    .addSelect('grp.uai', 'uai')
    .addSelect('grp.schoolYear', 'schoolYear')
    .addSelect('grp.kind', 'group')
    .addSelect('place.profile', 'profile')
    .where({ personId: In([...ids]) })
    .getRawMany<HeldMembership>();
}
