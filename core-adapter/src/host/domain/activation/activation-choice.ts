// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { Activation } from './activation-rule.js';

/** What somebody decides about a brick in a school: for whom, from when, until when. */
export interface ActivationChoice {
  /** Empty: every profile. */
  readonly profiles: readonly Profile[];
  /** Ids of groups of the school and its current school year. Empty: the whole school. */
  readonly groupIds: readonly string[];
  /** Null, or an instant that is over: now. */
  readonly from: Date | null;
  /** Excluded; null: until somebody ends it. */
  readonly until: Date | null;
}

/** Everybody, from now on. */
export const WHOLE_SCHOOL: ActivationChoice = { profiles: [], groupIds: [], from: null, until: null };

/** The rule that a choice makes when it is decided now. */
export function ruleOf({ profiles, groupIds, from, until }: ActivationChoice, now: Date): Activation {
  return {
    profiles: [...new Set(profiles)],
    groupIds: [...new Set(groupIds)],
    from: from === null || from.getTime() <= now.getTime() ? now : from,
    until,
  };
}

/** Whether a rule reaches, all the while, everybody whom another one would. */
export function covers(rule: Activation, other: Activation): boolean {
  return (
    includes(rule.profiles, other.profiles) &&
    includes(rule.groupIds, other.groupIds) &&
    rule.from.getTime() <= other.from.getTime() &&
    (rule.until === null || (other.until !== null && other.until.getTime() <= rule.until.getTime()))
  );
}

/** Whether a rule is what a choice would make now; one that has begun is as good as one that begins now. */
export function isAsChosen(rule: Activation, choice: ActivationChoice, now: Date): boolean {
  const wanted = ruleOf(choice, now);
  const from = wanted.from.getTime() > now.getTime() ? wanted.from : rule.from;
  return covers(rule, wanted) && covers({ ...wanted, from }, rule);
}

/** Empty means all. */
function includes(these: readonly string[], those: readonly string[]): boolean {
  return these.length === 0 || (those.length > 0 && those.every((one) => these.includes(one)));
}
