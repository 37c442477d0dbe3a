// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile, type School } from '../../api/people.js';
import { covers, ruleOf, type ActivationChoice } from '../../host/domain/activation/activation-choice.js';
import { inForce, type Activation } from '../../host/domain/activation/activation-rule.js';
import type { ActivationRow } from '../../host/domain/activation/activation.entity.js';
import { rulesVersion } from '../../host/domain/activation/rules-version.js';
import { servedProfiles } from '../../host/domain/activation/served-profiles.js';
import type { Host } from '../../host/app/boot-host.js';
import { personsOf, proposedRules, reachedBy } from '../../host/pages/school/proposed-rules.js';
import type { Recipient } from '../../host/domain/directory/audience.js';
import { byProfile } from '../../host/domain/directory/by-profile.js';
import type { LoadedBrick } from '../../host/domain/bricks/loaded-brick.js';
import { countOf, countPersons } from '../../host/domain/sync/state/count-nouns.js';

/** The effects of a change in one school. */
export interface Preview {
  readonly school: School;
  /** The `rulesVersion` of the rules that the preview is based on. */
  readonly seen: string;
  /** The number of people who gain or lose the brick, each counted once. */
  readonly persons: number;
  /** The ids of these people, so that a person in two schools counts once in the total. */
  readonly personIds: ReadonlySet<string>;
  /** The same number by profile; a person with two profiles counts in both. */
  readonly profiles: Readonly<Record<Profile, number>>;
  /** The number of future rules that the change cancels. */
  readonly calledOff: number;
  /** Whether the brick is already off. */
  readonly isOff: boolean;
  /** Whether the brick is already on for all people that the choice names. */
  readonly isOn: boolean;
}

/** Previews a rule: the people who gain the brick and do not have it through other rules. */
export async function previewOfEnabling(
  host: Host,
  brick: LoadedBrick,
  school: School,
  choice: ActivationChoice,
): Promise<Preview> {
  const rules = await host.activations.rules(school.uai, brick.id);
  const proposed = proposedRules({ rules, choice, now: host.clock.now() });
  const gained = await difference(host, brick, school, proposed, proposed.slice(0, -1));
  const rule = ruleOf(choice, host.clock.now());
  return { ...previewOf(host, school, rules, gained), isOn: rules.some((other) => covers(other, rule)) };
}

/** Previews switching off: the people who have the brick now and would lose it. */
export async function previewOfDisabling(
  host: Host,
  brick: LoadedBrick | undefined,
  id: string,
  school: School,
): Promise<Preview> {
  const rules = await host.activations.rules(school.uai, id);
  const current = rules.filter((rule) => inForce(rule, host.clock.now()));
  // A brick that is no longer in the settings is on for nobody.
  const lost = brick ? await difference(host, brick, school, current, []) : [];
  return previewOf(host, school, rules, lost);
}

/** The people that the first rules reach and the second do not. */
async function difference(
  { directory }: Host,
  brick: LoadedBrick,
  school: School,
  these: readonly Activation[],
  those: readonly Activation[],
): Promise<Recipient[]> {
  const served = servedProfiles(brick);
  const [some, others] = await Promise.all([
    reachedBy(directory, school, served, these),
    reachedBy(directory, school, served, those),
  ]);
  const known = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !known.has(id));
}

function previewOf(
  { clock }: Host,
  school: School,
  rules: readonly ActivationRow[],
  recipients: readonly Recipient[],
): Preview {
  return {
    school,
    seen: rulesVersion(rules),
    persons: personsOf(recipients),
    personIds: new Set(recipients.map(({ id }) => id)),
    profiles: byProfile((profile) => recipients.filter((one) => one.profile === profile).length),
    calledOff: rules.filter((rule) => !inForce(rule, clock.now())).length,
    isOff: rules.length === 0,
    isOn: false,
  };
}

/** `0390001X École des Lilas: 12 persons get it (2 pupils, 10 teachers)` */
export function previewLine(preview: Preview, verb: 'get' | 'lose'): string {
  const { school, persons, profiles, calledOff, isOff, isOn } = preview;
  const place = `${school.uai} ${school.name}`;
  if (verb === 'lose' && isOff) return `${place}: already off`;
  if (verb === 'get' && isOn) return `${place}: already on; nothing changes`;
  const counts = PROFILES.filter((profile) => profiles[profile] > 0).map((profile) =>
    countPersons(profiles[profile], profile),
  );
  const verbs = persons === 1 ? `${verb}s` : verb;
  const who = persons === 0 ? `nobody ${verb}s it` : `${countPersons(persons)} ${verbs} it (${counts.join(', ')})`;
  const called =
    calledOff > 0 && verb === 'lose' ? `; ${countOf(calledOff, 'rule', 'rules')} that had not begun cancelled` : '';
  return `${place}: ${who}${called}`;
}

/** The preview as JSON. */
export function previewData({ school, persons, profiles }: Preview): object {
  return { school: school.uai, name: school.name, persons, profiles };
}
