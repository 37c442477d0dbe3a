// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type School } from '../../api/people.js';
import type { ActivationRow } from '../../host/domain/activation/activation.entity.js';
import { inForce, type Activation } from '../../host/domain/activation/activation-rule.js';
import { GROUP_PROFILES } from '../../host/domain/directory/group-profiles.js';
import type { Host } from '../../host/app/boot-host.js';
import { dayOf } from '../../api/day.js';

/** The data for describing a rule: group names by id, the time zone and the current time. */
export interface RuleContext {
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
  readonly now: Date;
}

export async function ruleContext(
  { directory, clock }: Host,
  { uai, timeZone }: Pick<School, 'uai' | 'timeZone'>,
  rules: readonly ActivationRow[],
): Promise<RuleContext> {
  const names = await directory.groupNames(
    uai,
    rules.flatMap(({ groupIds }) => groupIds),
  );
  return { names, timeZone, now: clock.now() };
}

/** A rule as text: "pupil, teacher of CM2 A and head of the school, from 2026-11-25 to 2026-11-30". */
export function ruleWords(rule: Activation, { names, timeZone, now }: RuleContext): string {
  const begins = `${inForce(rule, now) ? 'since' : 'from'} ${dayOf(rule.from, timeZone)}`;
  // The last day that is included: the end instant itself is excluded.
  const ends = rule.until ? ` to ${dayOf(new Date(rule.until.getTime() - 1), timeZone)}` : '';
  return `${whomOf(rule, names)}, ${begins}${ends}`;
}

/** Groups restrict pupils, guardians and teachers; heads and staff of a rule have the brick whatever its groups (ADR 114). */
function whomOf({ profiles, groupIds }: Activation, names: RuleContext['names']): string {
  if (groupIds.length === 0) return profiles.join(', ') || 'everybody';
  const named = profiles.length === 0 ? PROFILES : profiles;
  const ofGroups = named.filter((profile) => GROUP_PROFILES.includes(profile)).join(', ');
  const always = named.filter((profile) => !GROUP_PROFILES.includes(profile)).join(', ');
  const groups = groupIds.map((id) => names.get(id) ?? id).join(', ');
  return [...(ofGroups ? [`${ofGroups} of ${groups}`] : []), ...(always ? [`${always} of the school`] : [])].join(
    ' and ',
  );
}

/** A rule as JSON: instants in ISO 8601, `until` excluded. */
export function ruleData(
  { id, profiles, groupIds, from, until }: ActivationRow,
  { names }: Pick<RuleContext, 'names'>,
): object {
  return {
    id,
    profiles,
    groups: groupIds.map((group) => ({ id: group, name: names.get(group) ?? null })),
    from,
    until,
  };
}
