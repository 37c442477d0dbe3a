// SPDX-License-Identifier: EUPL-1.2
import type { Profile, School } from '../../../api/people.js';
import { ruleOf, type ActivationChoice } from '../../domain/activation/activation-choice.js';
import { inForce, type Activation } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import type { Recipient } from '../../domain/directory/audience.js';
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
  rules: readonly Pick<Activation, 'profiles' | 'groupIds'>[],
): Promise<Recipient[]> {
  const filters = rules.map(({ profiles, groupIds }) => ({
    profiles: profiles.length === 0 ? served : served.filter((profile) => profiles.includes(profile)),
    groupIds,
  }));
  // Skip rules for profiles that the brick does not serve: a filter without profiles would match all of them.
  return directory.audience(
    uai,
    filters.filter(({ profiles }) => profiles.length > 0),
    timeZone,
  );
}

/** People, each counted once. */
export function personsOf(recipients: readonly Recipient[]): number {
  return new Set(recipients.map(({ id }) => id)).size;
}
