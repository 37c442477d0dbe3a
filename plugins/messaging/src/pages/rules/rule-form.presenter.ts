// SPDX-License-Identifier: EUPL-1.2

import { changesBetween, type Change } from '../../domain/policy/changes.js';
import { KEPT_FOR } from '../../domain/policy/decisions.js';
import { hoursFields, readHours } from '../../domain/policy/hours.input.js';
import type { Proposal } from '../../domain/policy/propose.js';
import type { SchoolRules } from './read-rules.js';
import { pairsOf, type RuleLine } from '../../domain/policy/rule-lines.js';
import type { TypedValues } from '../../domain/policy/typed-values.js';
import { presentExamples } from './examples.presenter.js';
import { changeSentence, reachWords, type RuleWords } from '../shared/rule-words.js';
import type { FormEffect, RuleChoice, RuleForm } from './rules.model.js';
import type { HoursForm } from '../shared/hours-fields.view.js';

/** A form that the address opens, or that is shown again. */
export interface OpenForm {
  readonly line: RuleLine;
  readonly typed: TypedValues;
  readonly proposal: Proposal;
  /** Whether the reader has asked what it changes. */
  readonly isPreview: boolean;
  readonly notice?: string | undefined;
}

type FormWords = RuleWords & { readonly now: Date; readonly postUrl: string; readonly pageUrl: string };

export function presentForm(open: OpenForm, rules: SchoolRules, words: FormWords): RuleForm {
  const { t, postUrl, pageUrl } = words;
  const { line, proposal, isPreview, notice } = open;
  const hasProblem = proposal.problems.length > 0;
  return {
    line,
    title: t(`form.${line}`),
    number: String(rules.inForce.number),
    selects: presentSelects(open, rules, words),
    choice: presentChoice(open, rules, words),
    hours: presentHoursForm(open, rules, words),
    effect: isPreview && !hasProblem ? presentEffect(open, rules, words) : undefined,
    postUrl,
    pageUrl,
    notice: notice ?? (hasProblem ? t('rules.problem') : undefined),
  };
}

/** The changes that the reader saw before they confirm, as text. */
export function sureOf(changes: readonly Change[]): string {
  return JSON.stringify(changes.filter(({ isWider }) => isWider));
}

function errorOf(field: string, { proposal }: OpenForm, { t }: RuleWords): string | undefined {
  const problem = proposal.problems.find((one) => one.field === field);
  return problem && t(problem.text);
}

function presentSelects(open: OpenForm, { inForce }: SchoolRules, words: RuleWords): RuleChoice[] {
  const { t } = words;
  const { line, proposal } = open;
  return pairsOf(line).map(({ from, to, name, choices }) => {
    const towards = t(`rules.to.${to}`);
    const isHeld = from === 'pupil' && to === 'pupil' && inForce.moderated;
    return {
      name,
      label: line === 'adults' ? t('rules.pair', { from: t(`rules.from.${from}`), to: towards }) : towards,
      choices: choices.map((reach) => ({
        value: reach,
        label: reach === 'no' ? t('form.toNobody') : isHeld ? t('reach.classHeld') : reachWords({ from, to, reach }, t),
      })),
      value: proposal.decisions.rules[from][to],
      error: errorOf(name, open, words),
    };
  });
}

function presentChoice(open: OpenForm, _rules: SchoolRules, words: RuleWords): RuleChoice | undefined {
  const { t } = words;
  const { decisions } = open.proposal;
  if (open.line === 'moderation') {
    const choices = [
      { value: 'true', label: t('rules.moderatedTrue') },
      { value: 'false', label: t('rules.moderatedFalse') },
    ];
    const value = String(decisions.moderated);
    return { name: 'moderated', label: t('form.moderation'), choices, value, error: errorOf('moderated', open, words) };
  }
  if (open.line !== 'kept') return undefined;
  const choices = KEPT_FOR.map((kept) => ({ value: kept, label: t(`kept.${kept}`) }));
  return {
    name: 'kept',
    label: t('form.kept'),
    choices,
    value: decisions.keptFor,
    error: errorOf('kept', open, words),
  };
}

function presentHoursForm(open: OpenForm, { inForce }: SchoolRules, words: RuleWords): HoursForm | undefined {
  const { line, typed } = open;
  if (line !== 'hours-pupils' && line !== 'hours-families') return undefined;
  const audience = line === 'hours-pupils' ? 'pupils' : 'families';
  const [from, to, dates] = (['from', 'to', 'dates'] as const).map((field) => errorOf(field, open, words));
  const areAlike =
    changesBetween(
      { ...inForce, quietHours: { pupils: inForce.quietHours.pupils, families: inForce.quietHours.pupils } },
      inForce,
    ).length === 0;
  return {
    fields: hoursFields(typed, inForce.quietHours[audience]),
    both: {
      label: words.t(audience === 'pupils' ? 'hours.bothPupils' : 'hours.bothFamilies'),
      checked: typed.text('from') === undefined ? areAlike : typed.text('both') === 'true',
    },
    errors: { ...(from && { from }), ...(to && { to }), ...(dates && { dates }) },
  };
}

function presentEffect(open: OpenForm, rules: SchoolRules, words: FormWords): FormEffect {
  const { t } = words;
  const { changes } = open.proposal;
  if (changes.length === 0) {
    return {
      points: [{ icon: 'dash-lg', text: t('effect.none') }],
      warning: undefined,
      sure: '',
      applyLabel: undefined,
    };
  }
  const isWider = changes.some((change) => change.isWider);
  const isShorter = changes.some(({ what }) => what === 'kept') && isWider;
  return {
    points: [
      ...changes.map((change) => ({
        icon: change.isWider ? 'unlock-fill' : 'lock-fill',
        text: changeSentence(change, words),
      })),
      ...effectsOf(open, rules, words),
    ],
    warning: isShorter ? t('effect.shorter') : isWider ? t('effect.wider') : undefined,
    sure: sureOf(changes),
    applyLabel: t(isWider ? 'form.applyWider' : 'form.apply'),
  };
}

/** The people who are concerned, the messages that wait, and what stays. */
function effectsOf(
  { line, typed, proposal }: OpenForm,
  { counts, waiting, inForce }: SchoolRules,
  words: FormWords,
): { icon: string; text: string }[] {
  const { t, now } = words;
  if (line === 'kept')
    return proposal.changes.some((one) => one.isWider) ? [{ icon: 'trash-fill', text: t('effect.deleted') }] : [];
  const waits = [...waiting.values()].reduce((sum, count) => sum + count, 0);
  const again = waits === 0 ? [] : [{ icon: 'hourglass-split', text: t('effect.waiting', { count: waits }) }];
  if (line === 'hours-pupils' || line === 'hours-families') {
    const audience = line === 'hours-pupils' ? 'pupils' : 'families';
    const { hours } = readHours(hoursFields(typed, inForce.quietHours[audience]));
    const examples = presentExamples(hours, audience, now, words).map((text) => ({ icon: 'moon-stars-fill', text }));
    return [...examples, ...again];
  }
  const persons = line === 'pupil' || line === 'moderation' ? 'pupil' : line === 'guardian' ? 'guardian' : undefined;
  return [
    ...(persons
      ? [{ icon: 'people-fill', text: t(`effect.persons.${persons}`, { count: counts.get(persons) ?? 0 }) }]
      : []),
    ...again,
    { icon: 'archive-fill', text: t('effect.read') },
  ];
}
