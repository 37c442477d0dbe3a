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
import type { Recipient } from '../../domain/directory/audience.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { ChoiceEffect } from './school-bricks.model.js';
import type { OpenForm } from './open-form.js';
import { actionWords, sentenceWords } from './action-words.js';
import { fieldsOf } from './form-words.js';
import { personsOf, proposedRules, rosterOf } from './proposed-rules.js';
import { rollWords } from './roll-words.js';
import { alwaysOf } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

type Figures = ChoiceEffect['figures'];

/** The people who keep, lose and get the brick by a choice, together with the other rules, and the label of the button. */
export async function choiceEffect(
  directory: Directory,
  form: OpenForm,
  chosen: ActivationChoice,
  facts: SchoolFacts,
): Promise<Omit<ChoiceEffect, 'shownDigest' | 'cancelUrl' | 'warning'>> {
  const { t, now, listUrl } = facts;
  const { brickId, rules, target } = form;
  const unchanged = form.changed ? undefined : target;
  const choice = unchanged ? { ...chosen, from: unchanged.from } : chosen;
  const later = choice.from !== null && choice.from.getTime() > now.getTime() ? choice.from : undefined;
  const current = rules.filter((rule) => inForce(rule, now));
  const proposed = proposedRules({ rules, instead: target, choice, now });
  const { then, today, byOthers } = await peopleReached(directory, form, { proposed, current }, facts);
  const count = personsOf(then);
  const added = count - personsOf(byOthers);
  const lastDay = unchanged ? undefined : lastDayOf(form, choice, facts);
  const change = unchanged
    ? [{ label: t('schoolBricks.haveIt'), people: rollWords(then, facts) }]
    : changeOf(then, today, lastDay, facts);
  const title = titleOf(form, later, facts);
  const isAgain = isAsBefore(form, choice, facts);
  const isKept = unchanged !== undefined && !form.untouched;
  const wordsKey = isAgain ? 'schoolBricks.sameAsBefore' : isKept ? 'schoolBricks.unchanged' : undefined;
  const query = new URLSearchParams(fieldsOf(form.words)).toString();
  const lost = without(today, then);
  const losing = personsOf(lost);
  const gaining = personsOf(without(then, today));
  const isLostByReader = lost.some(({ id }) => id === facts.viewerId);
  return {
    title,
    change: count === 0 && lost.length === 0 ? [] : change,
    keeps: keepsOf(choice, then, form, facts),
    figures: figuresOf(then, unchanged ? then : today, facts),
    countedOnce: then.length > count ? t('schoolBricks.countedOnce') : undefined,
    forYou: isLostByReader ? t('schoolBricks.loseYou', { brick: form.brickTitle }) : undefined,
    losing,
    sentence: wordsKey ? t(wordsKey) : effectWords(form, count, facts),
    people:
      count === 0
        ? undefined
        : { label: t('schoolBricks.seePeople', { count }), url: `${listUrl}/${brickId}/people?${query}` },
    action: isAgain ? undefined : actionWords(form, { count, added, gaining, losing }, { later, lastDay }, facts),
    said: [
      today.length === 0 ? t('schoolBricks.effectSaid', { title, count }) : `${title}.`,
      ...(today.length === 0 ? [] : change.map(({ label, people }) => `${label}\u00a0: ${people}.`)),
    ].join(' '),
  };
}

interface Reaching {
  /** The rules with the choice as the last. */
  readonly proposed: readonly Activation[];
  /** The rules that are in force now. */
  readonly current: readonly Activation[];
}

/** The recipients of a choice, of the rules of today, and of the rules beside the choice; rules that are the same are asked for once. */
async function peopleReached(
  directory: Directory,
  { served }: OpenForm,
  { proposed, current }: Reaching,
  { school }: SchoolFacts,
): Promise<Record<'then' | 'today' | 'byOthers', Recipient[]>> {
  const reached = rosterOf(directory, school, served);
  return {
    then: await reached(proposed),
    today: await reached(current),
    byOthers: await reached(proposed.slice(0, -1)),
  };
}

/** The recipients of the first list that the second one lacks. */
function without(people: readonly Recipient[], others: readonly Recipient[]): Recipient[] {
  const ids = new Set(others.map(({ id }) => id));
  return people.filter(({ id }) => !ids.has(id));
}

/** « Garderont », « Auront en plus », « N'auront plus »; where nobody has it, « L'auront ». Parts without people are left out. */
function changeOf(
  then: readonly Recipient[],
  today: readonly Recipient[],
  lastDay: string | undefined,
  facts: SchoolFacts,
): ChoiceEffect['change'] {
  const { t } = facts;
  const keep = lastDay === undefined ? t('schoolBricks.willKeep') : t('schoolBricks.willKeepUntil', { day: lastDay });
  const [gained, lost] = [without(then, today), without(today, then)];
  const parts = [
    [keep, without(then, gained)],
    [t(today.length === 0 ? 'schoolBricks.willHaveIt' : 'schoolBricks.willGain'), gained],
    [t('schoolBricks.willLose'), lost],
  ] as const;
  return parts
    .filter(([, people]) => people.length > 0)
    .map(([label, people]) => ({ label, people: rollWords(people, facts) }));
}

/** « 6 décembre », the last day of the brick by the choice; undefined without an end, and where other rules may keep it on. */
function lastDayOf({ rules, target }: OpenForm, { until }: ActivationChoice, { day }: SchoolFacts): string | undefined {
  const isAlone = rules.every((rule) => rule === target);
  return until === null || !isAlone ? undefined : day(new Date(until.getTime() - 1));
}

/** Heads and staff of a choice for groups: they have the brick whatever the groups. */
function keepsOf(
  choice: ActivationChoice,
  then: readonly Recipient[],
  { served }: OpenForm,
  facts: SchoolFacts,
): ChoiceEffect['keeps'] {
  return alwaysOf(choice, served).flatMap((profile) => {
    const people = then.filter((one) => one.profile === profile);
    return people.length === 0 ? [] : [{ who: facts.t(`schoolBricks.${profile}`), people: rollWords(people, facts) }];
  });
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

function titleOf({ changed, target, rules }: OpenForm, later: Date | undefined, { t, day }: SchoolFacts): string {
  const isNew = rules.length === 0;
  if (later) return t(isNew ? 'schoolBricks.willHaveOn' : 'schoolBricks.changesOn', { day: day(later) });
  if (target && !changed) return t('schoolBricks.have');
  return t(isNew ? 'schoolBricks.willHave' : 'schoolBricks.whatChanges');
}

function figuresOf(then: readonly Recipient[], today: readonly Recipient[], { t, number }: SchoolFacts): Figures {
  const of = (people: readonly Recipient[], profile: Profile): number =>
    people.filter((one) => one.profile === profile).length;
  return PROFILES.map((profile) => {
    const value = of(then, profile);
    const difference = today.length > 0 ? value - of(today, profile) : 0;
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
