// SPDX-License-Identifier: EUPL-1.2
import { IsNull, LessThan, MoreThan, Or, type EntityManager } from 'typeorm';
import { ActivationRow } from '../activation/activation.entity.js';
import { endStandIns } from '../directory/end-stand-ins.js';
import { GroupRow } from '../directory/group.entity.js';
import { StandInRow } from '../directory/stand-in.entity.js';
import { lendMembers, takeBackMembers } from '../sync/apply/lend-members.js';

/** A class of another source, and the class of the own source that it is; null: it stands for itself again. */
interface ClassTarget {
  readonly uai: string;
  readonly groupId: string;
  readonly to: string | null;
}

/**
 * Writes the host's own rows of a join: rules of activation and replacements follow, and the class gets its members. Call it after the bricks
 * have moved theirs. Nothing is moved back when a class stands for itself again.
 */
export async function joinClass(manager: EntityManager, { uai, groupId, to }: ClassTarget, now: Date): Promise<void> {
  const before = await takeBackMembers(manager, [uai]);
  if (to !== null) {
    await moveRules(manager, { uai, from: groupId, to }, now);
    await moveReplacements(manager, { from: groupId, to }, now);
  }
  await manager.update(GroupRow, { id: groupId, uai }, { joinedTo: to });
  await lendMembers(manager, [uai], { before, now });
}

/** Rules that have ended keep the group that they named. */
async function moveRules(
  manager: EntityManager,
  { uai, from, to }: { readonly uai: string; readonly from: string; readonly to: string },
  now: Date,
): Promise<void> {
  const rules = await manager.findBy(ActivationRow, { uai, until: Or(IsNull(), MoreThan(now)) });
  for (const { id, groupIds } of rules) {
    if (!groupIds.includes(from)) continue;
    const moved = [...new Set(groupIds.map((group) => (group === from ? to : group)))];
    await manager.update(ActivationRow, { id }, { groupIds: moved });
  }
}

/** A person who replaces in both classes in the same days does so once. */
async function moveReplacements(
  manager: EntityManager,
  { from, to }: { readonly from: string; readonly to: string },
  now: Date,
): Promise<void> {
  for (const { id, personId, from: begin, until } of await manager.findBy(StandInRow, { groupId: from })) {
    const overlapping = { groupId: to, personId, from: LessThan(until), until: MoreThan(begin) };
    if (until > now && (await manager.existsBy(StandInRow, overlapping))) await endStandIns(manager, { id }, now);
    else await manager.update(StandInRow, { id }, { groupId: to });
  }
}
