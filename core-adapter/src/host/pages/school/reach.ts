// SPDX-License-Identifier: EUPL-1.2
import type { Profile, School } from '../../../api/people.js';
import { ruleOf, type ActivationChoice } from '../../domain/activation/activation-choice.js';
import { inForce, type Activation } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import type { Recipient } from '../../domain/directory/audience.js';
import type { Directory } from '../../domain/directory/directory.js';

/** The rules as they would be, were a choice put in the place of one of them, or beside them. */
export interface Proposal {
  readonly rules: readonly ActivationRow[];
  /** Absent: the choice is one rule more. */
  readonly instead?: ActivationRow | undefined;
  readonly choice: ActivationChoice;
  readonly now: Date;
}

/** What counts on the day on which the choice begins: the other rules, and the choice as the last. */
export function proposedRules({ rules, instead, choice, now }: Proposal): Activation[] {
  const rule = ruleOf(choice, now);
  return [...rules.filter((other) => other !== instead && inForce(other, rule.from)), rule];
}

/** Whom rules reach together, by family name, among those whom the brick serves. Who is two things is there twice. */
export function reachedBy(
  directory: Directory,
  { uai }: Pick<School, 'uai'>,
  served: readonly Profile[],
  rules: readonly Pick<Activation, 'profiles' | 'groupIds'>[],
): Promise<Recipient[]> {
  const filters = rules.map(({ profiles, groupIds }) => ({
    profiles: profiles.length === 0 ? served : served.filter((profile) => profiles.includes(profile)),
    groupIds,
  }));
  // A rule for none of those whom the brick serves: without profiles, the filter would be for all of them.
  return directory.audience(
    uai,
    filters.filter(({ profiles }) => profiles.length > 0),
  );
}

/** Persons, each counted once. */
export function personsOf(recipients: readonly Recipient[]): number {
  return new Set(recipients.map(({ id }) => id)).size;
}
