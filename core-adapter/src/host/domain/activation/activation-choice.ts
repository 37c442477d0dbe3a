// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { isRestrictedByGroups, type Activation } from './activation-rule.js';

/** A decision about a brick in a school: the profiles and groups that it reaches, and its span of time. */
export interface ActivationChoice {
  /** Empty: every profile. */
  readonly profiles: readonly Profile[];
  /** Ids of groups of the school and its current school year, and of those that a changed rule keeps. Empty: the whole school. */
  readonly groupIds: readonly string[];
  /** Null, or an instant in the past: now. */
  readonly from: Date | null;
  /** Excluded; null: no end is planned. */
  readonly until: Date | null;
}

/** The whole school, from now on. */
export const WHOLE_SCHOOL: ActivationChoice = { profiles: [], groupIds: [], from: null, until: null };

/** The rule that results from a choice decided at `now`. A rule for heads and staff alone has no groups: none would restrict it. */
export function ruleOf({ profiles, groupIds, from, until }: ActivationChoice, now: Date): Activation {
  return {
    profiles: [...new Set(profiles)],
    groupIds: isRestrictedByGroups({ profiles }) ? [...new Set(groupIds)] : [],
    from: from === null || from.getTime() <= now.getTime() ? now : from,
    until,
  };
}

/**
 * The choice that replaces a rule. A rule for groups keeps its groups that have ended or are of a former year, so that it still reaches the
 * people who were in them (ADR 77). `groupIds`: the groups of this school year.
 */
export function keepingFormer(
  choice: ActivationChoice,
  rule: Pick<Activation, 'groupIds'>,
  groupIds: readonly string[],
): ActivationChoice {
  if (choice.groupIds.length === 0) return choice;
  const former = rule.groupIds.filter((id) => !groupIds.includes(id));
  return { ...choice, groupIds: [...new Set([...choice.groupIds, ...former])] };
}

/** Whether a rule reaches every person that another rule reaches, for the whole span of the other rule. */
export function covers(rule: Activation, other: Activation): boolean {
  return (
    includes(rule.profiles, other.profiles) &&
    (includes(rule.groupIds, other.groupIds) || !isRestrictedByGroups(other)) &&
    rule.from.getTime() <= other.from.getTime() &&
    (rule.until === null || (other.until !== null && other.until.getTime() <= rule.until.getTime()))
  );
}

/** Whether a choice changes nothing about a rule. A rule that has begun stays on until the first day of the choice. */
export function isAsChosen(rule: Activation, choice: ActivationChoice, now: Date): boolean {
  const wanted = ruleOf(choice, now);
  const from = rule.from.getTime() > now.getTime() ? wanted.from : rule.from;
  return covers(rule, wanted) && covers({ ...wanted, from }, rule);
}

/** Writes a choice as a rule has it: a list of every served profile, which the command line may write, means every profile. */
export function inWordsOf(
  { profiles }: Pick<Activation, 'profiles'>,
  choice: ActivationChoice,
  served: readonly Profile[],
): ActivationChoice {
  const isEverybody = choice.profiles.length === 0 && served.every((profile) => profiles.includes(profile));
  return isEverybody ? { ...choice, profiles } : choice;
}

/** Whether the first list contains the second. An empty list means all. */
function includes(these: readonly string[], those: readonly string[]): boolean {
  return these.length === 0 || (those.length > 0 && those.every((one) => these.includes(one)));
}
