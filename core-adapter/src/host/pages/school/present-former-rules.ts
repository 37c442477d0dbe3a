// SPDX-License-Identifier: EUPL-1.2
import { inForce } from '../../domain/activation/activation-rule.js';
import { endOfRule } from '../../domain/activation/end-of-rule.js';
import { lastRules } from '../../domain/activation/last-rules.js';
import { servedProfiles } from '../../domain/activation/served-profiles.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import type { SwitchOnAgain } from './school-bricks.model.js';
import { personsOf, reachedBy } from './proposed-rules.js';
import { decidedRule } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

/** The rules that were on before the brick was switched off, and how many people they reach; undefined without any. */
export async function presentFormerRules(
  directory: Directory,
  brick: LoadedBrick,
  facts: SchoolFacts,
): Promise<SwitchOnAgain | undefined> {
  const { t, number, school, groups, history, now } = facts;
  const groupIds = groups.map(({ id }) => id);
  const rules = lastRules(history, groupIds, now);
  if (rules.length === 0) return undefined;
  const served = servedProfiles(brick);
  const current = rules.filter((rule) => inForce(rule, now));
  const count = personsOf(await reachedBy(directory, school, served, current.length > 0 ? current : rules));
  return {
    rules: rules.map((rule) => {
      const successors = rules.filter(({ replaces }) => replaces === rule.id);
      const until = endOfRule(rule.until, successors);
      return capitalised(decidedRule({ ...rule, decidedAt: now }, until, served, facts));
    }),
    figure: { value: number(count), label: t('schoolBricks.persons', { count }) },
    action: t('schoolBricks.turnOnAgain', { count }),
  };
}
