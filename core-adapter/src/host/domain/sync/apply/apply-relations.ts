// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { KinshipRow } from '../../directory/kinship.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { groupKey } from '../state/person-state.js';
import { requireId } from '../state/require-id.js';
import type { AttachmentPlan, Kinship, SchoolPlan, SyncPlan } from '../plan/sync-plan.js';
import { deleteRows, insertRows } from './write-rows.js';
import type { ApplyContext, PersonIds, GroupIds } from './apply-context.js';

/** Begins and ends attachments of this source. Attachments that an administrator granted have another source and stay. */
export async function applyAttachments(
  manager: EntityManager,
  plans: readonly SchoolPlan[],
  persons: PersonIds,
  { source, now }: ApplyContext,
): Promise<void> {
  for (const { uai, attachments } of plans) {
    for (const [profile, ended] of byProfile(attachments.ended)) {
      for (const batch of batches(ended.map(({ person }) => requireId(persons, person)))) {
        const inForce = { source, uai, profile, personId: In([...batch]), until: IsNull() };
        await manager.update(AttachmentRow, inForce, { until: now });
      }
    }
  }
  const begun = plans.flatMap(({ uai, attachments }) =>
    attachments.begun.map(({ person, profile }) => {
      return { id: newId(), personId: requireId(persons, person), uai, profile, source, from: now, until: null };
    }),
  );
  await insertRows(manager, AttachmentRow, begun);
}

/**
 * Removes memberships before it adds any, so that a role can change. Removed ones are remembered for a while.
 * @param groups the groups to join and the groups to leave: after this plan, a key may name another group than before (ADR 76)
 */
export async function applyMemberships(
  manager: EntityManager,
  plans: readonly SchoolPlan[],
  persons: PersonIds,
  groups: Readonly<Record<'added' | 'removed', GroupIds>>,
  { now }: Pick<ApplyContext, 'now'>,
): Promise<void> {
  const rows = (list: 'added' | 'removed'): Omit<MembershipRow, 'via'>[] =>
    plans.flatMap(({ uai, memberships }) =>
      memberships[list].map(({ group, person, role }) => {
        return { groupId: requireId(groups[list], groupKey(uai, group)), personId: requireId(persons, person), role };
      }),
    );
  const removed = rows('removed');
  await deleteRows(manager, MembershipRow, removed);
  await insertRows(
    manager,
    FormerMembershipRow,
    removed.map((membership) => ({ ...membership, id: newId(), until: now, leftAt: null, via: null })),
  );
  await insertRows(
    manager,
    MembershipRow,
    rows('added').map((membership) => ({ ...membership, via: null })),
  );
}

export async function applyKinships(
  manager: EntityManager,
  { added, removed }: SyncPlan['kinships'],
  persons: PersonIds,
  { source }: ApplyContext,
): Promise<void> {
  const row = ({ guardian, child }: Kinship): KinshipRow => {
    return { source, guardianId: requireId(persons, guardian), childId: requireId(persons, child) };
  };
  await deleteRows(manager, KinshipRow, removed.map(row));
  await insertRows(manager, KinshipRow, added.map(row));
}

function byProfile(attachments: readonly AttachmentPlan[]): Map<AttachmentPlan['profile'], AttachmentPlan[]> {
  const groups = new Map<AttachmentPlan['profile'], AttachmentPlan[]>();
  for (const attachment of attachments) {
    const group = groups.get(attachment.profile);
    if (group) group.push(attachment);
    else groups.set(attachment.profile, [attachment]);
  }
  return groups;
}
