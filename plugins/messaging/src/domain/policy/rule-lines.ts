// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '@volee/core-adapter';
import { CHOICES } from '../rules/guard-rails.js';
import type { Reach } from '../rules/policy.js';

/** The lines of the page that open as a form under themselves, each at an address: `?line=pupil`. */
export const RULE_LINES = [
  'pupil',
  'guardian',
  'adults',
  'moderation',
  'hours-pupils',
  'hours-families',
  'kept',
] as const;
export type RuleLine = (typeof RULE_LINES)[number];

/** The line that an address names; undefined when it names none, or an unknown one. */
export function ruleLineOf(text: string | undefined): RuleLine | undefined {
  return RULE_LINES.find((one) => one === text);
}

/** A pair of profiles for which a school has a choice. */
export interface RulePair {
  readonly from: Profile;
  readonly to: Profile;
  readonly name: string;
  readonly choices: readonly Reach[];
}

const FROM: Readonly<Partial<Record<RuleLine, readonly Profile[]>>> = {
  pupil: ['pupil'],
  guardian: ['guardian'],
  adults: ['teacher', 'staff'],
};

/** The pairs that the form of a line changes, within the guard rails. */
export function pairsOf(line: RuleLine): RulePair[] {
  return (FROM[line] ?? []).flatMap((from) =>
    PROFILES.map((to) => ({ from, to, name: `${from}-${to}`, choices: CHOICES[from][to] })).filter(
      ({ choices }) => choices.length > 1,
    ),
  );
}
