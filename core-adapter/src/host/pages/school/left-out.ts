// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { ActivationChoice } from '../../domain/activation/activation-choice.js';
import type { Recipient } from '../../domain/directory/audience.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { OpenForm } from './open-form.js';
import { reachedBy } from './proposed-rules.js';
import type { SchoolFacts } from './school-facts.js';

/** Classes have pupils, parents and teachers: people of these profiles are in none. */
const WITHOUT_CLASS: readonly Profile[] = ['head', 'staff'];

interface Reached {
  /** People who have the brick with the choice. */
  readonly then: readonly Recipient[];
  /** People who have the brick now. */
  readonly today: readonly Recipient[];
}

/** One sentence about heads and staff who are ticked but left out, since the choice is one of classes. */
export async function leftOut(
  directory: Directory,
  { served, rules, brickTitle: brick }: OpenForm,
  { profiles, groupIds }: ActivationChoice,
  { then, today }: Reached,
  { t, school, viewerId }: SchoolFacts,
): Promise<string | undefined> {
  const chosen = WITHOUT_CLASS.filter((profile) => profiles.length === 0 || profiles.includes(profile));
  if (groupIds.length === 0 || chosen.length === 0) return undefined;
  const wanted = await reachedBy(directory, school, served, [{ profiles: chosen, groupIds: [] }]);
  const idsThen = new Set(then.map(({ id }) => id));
  const out = new Set(wanted.map(({ id }) => id).filter((id) => !idsThen.has(id)));
  if (out.size === 0) return undefined;
  const verb = today.some(({ id }) => out.has(id)) ? 'lose' : 'lack';
  // When the brick was switched on for classes, the page showed this sentence before the decision.
  if (verb === 'lack' && rules.length > 0) return undefined;
  if (viewerId === undefined || !out.has(viewerId)) {
    const count = out.size;
    return `${t(`schoolBricks.${verb}Others`, { brick, count })} ${t('schoolBricks.keepOthers', { count })}`;
  }
  const said =
    out.size === 1
      ? t(`schoolBricks.${verb}You`, { brick })
      : t(`schoolBricks.${verb}YouAndOthers`, { brick, count: out.size - 1 });
  return `${said} ${t('schoolBricks.keepYou')}`;
}
