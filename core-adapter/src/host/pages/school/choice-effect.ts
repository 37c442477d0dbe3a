// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';
import {
  inWordsOf,
  isAsChosen,
  keepingFormer,
  type ActivationChoice,
} from '../../domain/activation/activation-choice.js';
import { inForce, type Activation } from '../../domain/activation/activation-rule.js';
import { lastRules } from '../../domain/activation/last-rules.js';
import type { AudienceCounts } from '../../domain/directory/audience.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { ChoiceEffect } from './school-bricks.model.js';
import type { OpenForm } from './open-form.js';
import { actionWords, sentenceWords } from './action-words.js';
import { fieldsOf } from './form-words.js';
import { proposedRules, reachCounter, reachedBy } from './proposed-rules.js';
import type { SchoolFacts } from './school-facts.js';

/** Classes have pupils, parents and teachers: people of these profiles are in none. */
const WITHOUT_CLASS: readonly Profile[] = ['head', 'staff'];

type Figures = ChoiceEffect['figures'];

/** The people that a choice reaches together with the other rules, the difference to today, and the label of the button. */
export async function choiceEffect(
  directory: Directory,
  form: OpenForm,
  chosen: ActivationChoice,
  facts: SchoolFacts,
): Promise<Omit<ChoiceEffect, 'shownDigest' | 'cancelUrl'>> {
  const { t, school, now, listUrl } = facts;
  const { brickId, served, rules, target } = form;
  const unchanged = form.changed ? undefined : target;
  const choice = unchanged ? { ...chosen, from: unchanged.from } : chosen;
  const later = choice.from !== null && choice.from.getTime() > now.getTime() ? choice.from : undefined;
  const current = rules.filter((rule) => inForce(rule, now));
  const proposed = proposedRules({ rules, instead: target, choice, now });
  const countReached = reachCounter(directory, school, served);
  const then = await countReached(proposed);
  const today = current.length > 0 && form.changed ? await countReached(current) : undefined;
  const byOthers = await countReached(proposed.slice(0, -1));
  const count = then.persons;
  const added = count - byOthers.persons;
  const title = titleOf(form, later, facts);
  const isAgain = isAsBefore(form, choice, facts);
  const isKept = unchanged !== undefined && !form.untouched;
  const wordsKey = isAgain ? 'schoolBricks.sameAsBefore' : isKept ? 'schoolBricks.unchanged' : undefined;
  const query = new URLSearchParams(fieldsOf(form.words)).toString();
  return {
    title,
    figures: figuresOf(then, today, facts),
    countedOnce:
      PROFILES.reduce((sum, profile) => sum + then.profiles[profile], 0) > count
        ? t('schoolBricks.countedOnce')
        : undefined,
    leftOut: await leftOut(directory, form, choice, { proposed, current }, facts),
    sentence: wordsKey ? t(wordsKey) : effectWords(form, count, facts),
    people:
      count === 0
        ? undefined
        : { label: t('schoolBricks.seePeople', { count }), url: `${listUrl}/${brickId}/people?${query}` },
    action: isAgain ? undefined : actionWords(form, { count, added }, facts),
    said: t('schoolBricks.effectSaid', { title, count }),
  };
}

/** Whether the choice is the one rule that « Rallumer comme avant » brings back: two buttons would do the same. */
function isAsBefore(
  { rules, served }: OpenForm,
  choice: ActivationChoice,
  { history, groups, now }: SchoolFacts,
): boolean {
  if (rules.length > 0) return false;
  const groupIds = groups.map(({ id }) => id);
  const [only, ...others] = lastRules(history, groupIds, now);
  if (only === undefined || others.length > 0) return false;
  return isAsChosen(only, keepingFormer(inWordsOf(only, choice, served), only, groupIds), now);
}

function effectWords(form: OpenForm, count: number, facts: SchoolFacts): string | undefined {
  return count === 0 ? facts.t('schoolBricks.nobody') : sentenceWords(form, facts);
}

function titleOf({ changed, target }: OpenForm, later: Date | undefined, { t, day }: SchoolFacts): string {
  if (later) return t('schoolBricks.willHaveOn', { day: day(later) });
  return t(target && !changed ? 'schoolBricks.have' : 'schoolBricks.willHave');
}

function figuresOf(then: AudienceCounts, today: AudienceCounts | undefined, { t, number }: SchoolFacts): Figures {
  return PROFILES.map((profile) => {
    const value = then.profiles[profile];
    const difference = today ? value - today.profiles[profile] : 0;
    return { value, difference, label: t(`audience.${profile}`, { count: value }) };
  })
    .filter(({ value, difference }) => value > 0 || difference !== 0)
    .map(({ value, difference, label }) => ({
      value: number(value),
      label,
      ...(difference !== 0 && {
        change: t(difference > 0 ? 'schoolBricks.more' : 'schoolBricks.fewer', { count: Math.abs(difference) }),
      }),
    }));
}

interface Reaching {
  /** The rules with the choice. */
  readonly proposed: readonly Activation[];
  /** The rules that are in force now. */
  readonly current: readonly Activation[];
}

/** One sentence about heads and staff who are ticked but left out, since the choice is one of classes. */
async function leftOut(
  directory: Directory,
  { served, rules, brickTitle: brick }: OpenForm,
  { profiles, groupIds }: ActivationChoice,
  { proposed, current }: Reaching,
  { t, school, viewerId }: SchoolFacts,
): Promise<string | undefined> {
  const chosen = WITHOUT_CLASS.filter((profile) => profiles.length === 0 || profiles.includes(profile));
  if (groupIds.length === 0 || chosen.length === 0) return undefined;
  const wanted = await reachedBy(directory, school, served, [{ profiles: chosen, groupIds: [] }]);
  const idsThen = new Set((await reachedBy(directory, school, served, proposed)).map(({ id }) => id));
  const out = new Set(wanted.map(({ id }) => id).filter((id) => !idsThen.has(id)));
  if (out.size === 0) return undefined;
  const today = await reachedBy(directory, school, served, current);
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
