// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolDirectory } from '@volee/core-adapter';
import { readPolicy } from '../policy/read-policy.js';
import { judgeCandidates, type Answer } from '../rules/can-write.js';
import { groupsOf } from '../rules/groups-of.js';
import { effectivePolicy } from '../rules/guard-rails.js';
import { namingLimit } from '../rules/naming-limit.js';
import type { Policy, RuleTable } from '../rules/policy.js';
import type { AddressedProfile, Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import { colleaguesOf, type JudgingTools } from '../message/judge-message.js';
import { wroteOftenTo } from '../message/wrote-often-to.js';

const PARTS: readonly AddressedProfile[] = ['pupil', 'guardian', 'teacher'];
/** Profiles that may write to all of a part of the school. */
const WRITES_TO_ALL: readonly Profile[] = ['teacher', 'head', 'staff'];

/** Everybody that a user may write to at this instant. */
export interface Candidates {
  readonly persons: ReadonlySet<string>;
  readonly groups: readonly OfferedGroup[];
  readonly relations: Relations;
  /** The fate of a message to each person of the school. */
  readonly judgements: Answer['judgements'];
  /** The rules in force, within the guard rails: why others are missing. */
  readonly rules: RuleTable;
  readonly policy: Policy;
}

export interface OfferedGroup {
  readonly recipient: Exclude<Recipient, { person: string }>;
  /** The number of its people who receive a message, without the user. */
  readonly count: number;
}

/** The people and groups that a user may write to. The rules judge everybody of the school, so that nobody is offered and then refused. */
export async function findCandidates(
  userId: string,
  tools: Omit<JudgingTools, 'directory'> & { readonly directory: Pick<SchoolDirectory, 'relations'> },
): Promise<Candidates> {
  const relations = await tools.directory.relations();
  const everybody = new Set(relations.profiles.keys());
  everybody.delete(userId);
  const policy = await readPolicy(tools, colleaguesOf(userId, relations));
  const often = await wroteOftenTo({ authorId: userId, personIds: everybody, relations, policy }, tools);
  const sender = { personId: userId, relations, wroteOftenTo: often };
  const judgements = judgeCandidates(sender, everybody, policy, tools.clock.now());
  const persons = new Set([...judgements].flatMap(([id, { outcome }]) => (outcome === 'refused' ? [] : [id])));
  const groups = offeredGroups(userId, persons, relations);
  return { persons, groups, relations, judgements, rules: effectivePolicy(policy).rules, policy };
}

function offeredGroups(userId: string, persons: ReadonlySet<string>, relations: Relations): OfferedGroup[] {
  const profiles = relations.profiles.get(userId) ?? [];
  const limit = namingLimit(profiles);
  const ofGroups = PARTS.flatMap((profile) =>
    [...countByGroup(profile, persons, relations)].map(([group, count]) => ({ recipient: { group, profile }, count })),
  );
  // A team counts as one recipient, other groups as their people.
  const fitting = ofGroups.filter(({ recipient, count }) => recipient.profile === 'teacher' || count <= limit);
  if (!profiles.some((profile) => WRITES_TO_ALL.includes(profile))) return fitting;
  const ofSchool = PARTS.map((everyone) => ({
    recipient: { everyone },
    count: [...persons].filter((id) => relations.profiles.get(id)?.includes(everyone)).length,
  }));
  return [...fitting, ...ofSchool.filter(({ count }) => count > 0)];
}

function countByGroup(
  profile: AddressedProfile,
  persons: ReadonlySet<string>,
  relations: Relations,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const personId of persons) {
    if (!relations.profiles.get(personId)?.includes(profile)) continue;
    for (const groupId of new Set(groupsOf(personId, profile, relations))) {
      counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
    }
  }
  return counts;
}
