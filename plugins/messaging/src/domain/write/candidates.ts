// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type CurrentUser, type Profile, type SchoolDirectory } from '@volee/core-adapter';
import { isAdultOfSchool } from '../rules/is-adult-of-school.js';
import { colleaguesOf, type JudgingTools } from '../message/judge-message.js';
import { relationsFor } from '../message/relations-for.js';
import { wroteOftenTo } from '../message/wrote-often-to.js';
import { readPolicy, withChosenHours } from '../policy/read-policy.js';
import { judgeCandidates, type Answer } from '../rules/can-write.js';
import { effectivePolicy } from '../rules/guard-rails.js';
import type { Policy, RuleTable } from '../rules/policy.js';
import type { Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import { askedStaff, findRelated } from './find-related.js';
import { NOTHING_ASKED, type Asked } from './understand.js';
import { offeredGroups, offeredParts, type OfferedGroup } from './offered-groups.js';

/** The maximum number of people and groups that a search shows. */
export const SHOWN = 12;

/** The people and groups that a user may write to at this instant. */
export interface Candidates {
  /** For an adult of the school: the first people with the typed name, and those around the user. */
  readonly persons: ReadonlySet<string>;
  readonly groups: readonly OfferedGroup[];
  /** For an adult of the school: the heads and teachers that the user may write to. */
  readonly staff: ReadonlySet<string>;
  /** The people that the search names by a relation, as « maman de Tom » does. */
  readonly related: ReadonlySet<string>;
  /** The groups of pupils with the name that is searched. */
  readonly groupsNear: ReadonlySet<string>;
  /** Of the user, of these people and of the recipients; and the groups that are offered. */
  readonly relations: Relations;
  /** The fate of a message to each person that the rules were asked about. */
  readonly judgements: Answer['judgements'];
  readonly policy: Policy;
  /** The rules in force, within the guard rails: why others are missing. */
  readonly rules: RuleTable;
}

interface Choosing {
  readonly recipients: readonly Recipient[];
  /** The typed name; empty before one is typed. */
  readonly search: string;
  /** The meaning of the typed words. Default: they are a name. */
  readonly asked?: Asked;
  /** The ids of the groups that an adult of the school is offered if they have people. */
  readonly groups: readonly string[];
}

type Tools = Omit<JudgingTools, 'directory'> & {
  readonly user: Pick<CurrentUser, 'id' | 'profiles'>;
  readonly directory: Pick<SchoolDirectory, 'people' | 'relations' | 'countPeople' | 'countByGroup' | 'guardiansOf'>;
};

/** The people and groups that a user may write to. The rules judge each person that is offered, so that nobody is offered and then refused. */
export async function findCandidates(
  { recipients, search, asked = NOTHING_ASKED, groups: ids }: Choosing,
  tools: Tools,
): Promise<Candidates> {
  const { user, directory, clock } = tools;
  const decided = await readPolicy(tools, []);
  const { rules } = effectivePolicy(decided);
  /** The profiles of which the user may write to everybody in the school. */
  const open = PROFILES.filter((to) => user.profiles.some((as) => rules[as][to] === 'school'));
  // They find people by their names; others are shown all the people that they may write to.
  const isSearching = isAdultOfSchool(user);
  const parts = isSearching ? await offeredParts(open, ids, directory) : undefined;
  const near = isSearching && parts?.areAllOpen ? [] : await directory.people({ around: user.id });
  const others = isSearching
    ? await findNamed(search, { open, recipients }, directory)
    : await directory.people({ profiles: [...new Set([...open, 'head' as const])] });
  const found = await findRelated(isSearching ? asked : NOTHING_ASKED, { open, most: SHOWN + 1 }, directory);
  const staff = isSearching ? await directory.people({ profiles: ['head', 'teacher'] }) : [];
  const among = [...near, ...others, ...found.persons, ...found.pupils, ...staff];
  const relations = await relationsFor(user.id, recipients, directory, among);
  const related = [...found.persons, ...askedStaff(asked, found, { staff, relations })];
  const offered = new Set([...near, ...others, ...related]);
  // Chosen hours say when a message arrives, not whether: before anybody is found or chosen, none are read.
  const colleagues = offered.size + recipients.length > 0 ? colleaguesOf(user.id, relations) : [];
  const policy = await withChosenHours(decided, colleagues, tools);
  const judged = new Set([...offered, ...staff]);
  judged.delete(user.id);
  const often = await wroteOftenTo({ authorId: user.id, personIds: judged, relations, policy }, tools);
  const judgements = judgeCandidates(
    { personId: user.id, relations, wroteOftenTo: often },
    judged,
    policy,
    clock.now(),
  );
  const allowed = new Set([...judgements].flatMap(([id, { outcome }]) => (outcome === 'refused' ? [] : [id])));
  const allowedOf = (ids: Iterable<string>): ReadonlySet<string> => new Set([...ids].filter((id) => allowed.has(id)));
  const persons = allowedOf(offered);
  const reached = allowedOf(near);
  const groups = offeredGroups({ user, reached: parts ? reached : persons, relations }, parts);
  const known = new Map([...(parts?.groups ?? []), ...relations.groups]);
  return {
    persons,
    groups,
    staff: allowedOf(staff),
    related: allowedOf(related),
    groupsNear: new Set(found.pupils.flatMap((id) => [...(relations.memberOf.get(id) ?? [])])),
    relations: { ...relations, groups: known },
    judgements,
    policy,
    rules,
  };
}

/** One more than is shown, besides the recipients, tells that there are others. */
async function findNamed(
  search: string,
  { open, recipients }: { readonly open: readonly Profile[]; readonly recipients: readonly Recipient[] },
  directory: Pick<SchoolDirectory, 'people'>,
): Promise<readonly string[]> {
  if (search.trim() === '') return [];
  return directory.people({ name: search, profiles: open, most: SHOWN + 1 + recipients.length });
}
