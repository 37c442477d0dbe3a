// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { byProfile, type ByProfile } from './by-profile.js';
import { REACHES, type Policy, type Reach, type RuleTable } from './policy.js';

const ALWAYS = ['school'] as const;

/**
 * The choices of a school for each pair of profiles, from the narrowest to the widest. The last choice is the guard rail: no policy
 * reaches further. Between minors, and between families and minors, it is the one of docs/explications/regles-mineurs.md.
 */
export const CHOICES: ByProfile<ByProfile<readonly [Reach, ...Reach[]]>> = {
  pupil: {
    pupil: ['no', 'class'],
    guardian: ['no', 'own'],
    teacher: ['reply', 'teaches', 'school'],
    head: ['reply', 'school'],
    staff: ['no', 'reply'],
  },
  guardian: {
    pupil: ['no', 'own'],
    guardian: ['no', 'class'],
    teacher: ['reply', 'teaches', 'school'],
    head: ['reply', 'school'],
    staff: ['no', 'reply', 'school'],
  },
  teacher: {
    pupil: ['teaches', 'school'],
    guardian: ['teaches', 'school'],
    teacher: ALWAYS,
    head: ALWAYS,
    staff: ALWAYS,
  },
  head: { pupil: ALWAYS, guardian: ALWAYS, teacher: ALWAYS, head: ALWAYS, staff: ALWAYS },
  staff: { pupil: ['no', 'school'], guardian: ['no', 'school'], teacher: ALWAYS, head: ALWAYS, staff: ALWAYS },
};

/** A policy within the guard rails. Everything that shows or applies a policy asks this first. */
export function effectivePolicy<Rules extends Pick<Policy, 'school' | 'rules' | 'moderated'>>(policy: Rules): Rules {
  return {
    ...policy,
    rules: byProfile((from) => byProfile((to) => widestChoice(from, to, policy.rules))),
    // Only a collège may let pupils write without an adult: pupils of an école are 6 to 11.
    moderated: policy.school.kind !== 'college' || policy.moderated,
  };
}

/** The widest choice that is no wider than the rule; failing that, the narrowest, since `no` would silence adults of the school. */
function widestChoice(from: Profile, to: Profile, rules: RuleTable): Reach {
  const wanted = REACHES.indexOf(rules[from][to]);
  const choices = CHOICES[from][to];
  return choices.findLast((choice) => REACHES.indexOf(choice) <= wanted) ?? choices[0];
}
