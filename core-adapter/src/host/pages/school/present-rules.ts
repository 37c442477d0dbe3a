// SPDX-License-Identifier: EUPL-1.2
import { inForce } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { servedProfiles } from '../../domain/activation/served-profiles.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import type { RuleLine } from './school-bricks.model.js';
import type { OpenForm } from './open-form.js';
import { reachedBy } from './proposed-rules.js';
import { goneGroups, ruleLine } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

/** Each rule of a brick in words, with the people who lose the brick when that rule alone is stopped. */
export async function presentRules(
  directory: Directory,
  brick: LoadedBrick,
  form: OpenForm | undefined,
  facts: SchoolFacts,
): Promise<RuleLine[]> {
  const { rules: all, now, school, listUrl, viewerId, t } = facts;
  const rules = all.get(brick.id) ?? [];
  const served = servedProfiles(brick);
  const reached = new Map<ActivationRow, ReadonlySet<string>>();
  for (const rule of rules.filter((one) => inForce(one, now))) {
    reached.set(rule, new Set((await reachedBy(directory, school, served, [rule])).map(({ id }) => id)));
  }
  const takesFrom = (rule: ActivationRow): string => {
    if (!inForce(rule, now)) {
      const isReplacing = rules.some(({ id }) => id === rule.replaces);
      return t(isReplacing ? 'schoolBricks.stopReplacing' : 'schoolBricks.stopComing');
    }
    const others = [...reached].filter(([other]) => other !== rule).map(([, ids]) => ids);
    const alone = [...(reached.get(rule) ?? [])].filter((id) => !others.some((ids) => ids.has(id)));
    if (alone.length === 0) return t('schoolBricks.stopNobody');
    const taken = t('schoolBricks.stopTakes', { count: alone.length });
    return viewerId !== undefined && alone.includes(viewerId) ? `${taken} ${t('schoolBricks.stopYou')}` : taken;
  };
  return rules.map((rule) => ({
    id: rule.id,
    words: ruleLine(rule, served, facts),
    gone: goneGroups(rule, facts),
    changeUrl: `${listUrl}?brick=${brick.id}&rule=${rule.id}`,
    current: form?.target === rule,
    ifStopped: takesFrom(rule),
  }));
}
