// SPDX-License-Identifier: EUPL-1.2
import type { Profile, School } from '../../../api/people.js';
import { ruleOf, type ActivationChoice } from '../../domain/activation/activation-choice.js';
import { inForce, type Activation } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import type { AudienceCounts, AudienceFilter, Recipient } from '../../domain/directory/audience.js';
import type { Directory } from '../../domain/directory/directory.js';

/** A choice, to be added to the rules or to replace one of them. */
export interface Proposal {
  readonly rules: readonly ActivationRow[];
  /** Absent: the choice adds a rule. */
  readonly instead?: ActivationRow | undefined;
  readonly choice: ActivationChoice;
  readonly now: Date;
}

/** The rules in force on the day on which the choice begins: the other rules, and the choice as the last. */
export function proposedRules({ rules, instead, choice, now }: Proposal): Activation[] {
  const rule = ruleOf(choice, now);
  return [...rules.filter((other) => other !== instead && inForce(other, rule.from)), rule];
}

/** The recipients of rules together, by family name, limited to the profiles that the brick serves. One for each profile of a person. */
export function reachedBy(
  directory: Directory,
  { uai, timeZone }: Pick<School, 'uai' | 'timeZone'>,
  served: readonly Profile[],
  rules: readonly Reaching[],
): Promise<Recipient[]> {
  return directory.audience(uai, filtersOf(served, rules), timeZone);
}

/** Reads the recipients of `reachedBy`, for equal rules once. */
export function rosterOf(
  directory: Directory,
  school: Pick<School, 'uai' | 'timeZone'>,
  served: readonly Profile[],
): (rules: readonly Reaching[]) => Promise<Recipient[]> {
  const read = new Map<string, Promise<Recipient[]>>();
  return (rules) => {
    const key = JSON.stringify(filtersOf(served, rules));
    const people = read.get(key) ?? reachedBy(directory, school, served, rules);
    read.set(key, people);
    return people;
  };
}

/** Counts the recipients of `reachedBy`, for equal rules once. */
export function reachCounter(
  directory: Directory,
  { uai, timeZone }: Pick<School, 'uai' | 'timeZone'>,
  served: readonly Profile[],
): (rules: readonly Reaching[]) => Promise<AudienceCounts> {
  const counted = new Map<string, Promise<AudienceCounts>>();
  return (rules) => {
    const filters = filtersOf(served, rules);
    const key = JSON.stringify(filters);
    const counts = counted.get(key) ?? directory.audienceCounts(uai, filters, timeZone);
    counted.set(key, counts);
    return counts;
  };
}

type Reaching = Pick<Activation, 'profiles' | 'groupIds'>;

/** Without the rules for profiles that the brick does not serve: a filter without profiles would match all of them. */
function filtersOf(served: readonly Profile[], rules: readonly Reaching[]): AudienceFilter[] {
  const filters = rules.map(({ profiles, groupIds }) => ({
    profiles: profiles.length === 0 ? served : served.filter((profile) => profiles.includes(profile)),
    groupIds,
  }));
  return filters.filter(({ profiles }) => profiles.length > 0);
}

/** People, each counted once. */
export function personsOf(recipients: readonly Recipient[]): number {
  return new Set(recipients.map(({ id }) => id)).size;
}
