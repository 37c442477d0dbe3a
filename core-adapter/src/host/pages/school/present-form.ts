// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '../../../ui/ticks-field.js';
import type { GroupWithCounts } from '../../domain/directory/group-list.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { ChoiceEffect, ChoiceErrors, ChoiceForm } from './school-bricks.model.js';
import { waitingWords } from './action-words.js';
import { choiceEffect } from './choice-effect.js';
import { digestOf } from './form-words.js';
import type { OpenForm } from './open-form.js';
import type { Faults } from './read-form.js';
import { goneGroups, ruleLine } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

export async function presentForm(
  directory: Directory,
  form: OpenForm,
  facts: SchoolFacts,
  again: boolean,
): Promise<ChoiceForm> {
  const { t, groups } = facts;
  const { served, rules, target, words, reading, isWrong } = form;
  const ticks = (kind: 'class' | 'other'): Tick[] =>
    groups
      .filter((group) => (group.kind === 'class') === (kind === 'class'))
      .map((group) => groupTick(group, form, facts));
  return {
    title: again ? t('schoolBricks.otherwise') : titleOf(form, facts),
    rule: words.rule,
    profiles: served.map((profile) => ({
      value: profile,
      label: t(`schoolBricks.${profile}`),
      checked: words.profiles.includes(profile),
    })),
    where: words.where,
    classes: ticks('class'),
    otherGroups: ticks('other'),
    from: words.from,
    until: words.until,
    errors: 'faults' in reading && isWrong ? errorsOf(reading.faults, facts) : {},
    gone: target && rules.length === 1 ? goneGroups(target, facts) : undefined,
    effect: await effectOf(directory, form, facts),
  };
}

function titleOf({ served, rules, target }: OpenForm, facts: SchoolFacts): string | undefined {
  if (rules.length === 0 || (target && rules.length === 1)) return undefined;
  if (!target) return facts.t('schoolBricks.add');
  return facts.t('schoolBricks.changing', { rule: ruleLine(target, served, facts) });
}

function groupTick({ id, name, pupils }: GroupWithCounts, { words }: OpenForm, { t }: SchoolFacts): Tick {
  const detail = pupils === 0 ? t('schoolBricks.noPupil') : t('schoolBricks.pupils', { count: pupils });
  return { value: id, label: name, detail, checked: words.groups.includes(id) };
}

async function effectOf(directory: Directory, form: OpenForm, facts: SchoolFacts): Promise<ChoiceEffect> {
  const { t, listUrl } = facts;
  const { brickId, words, reading, changed, lacksGroups } = form;
  const shownDigest = digestOf(words);
  const cancelUrl = changed ? `${listUrl}?brick=${brickId}` : undefined;
  if ('choice' in reading)
    return { ...(await choiceEffect(directory, form, reading.choice, facts)), shownDigest, cancelUrl };
  const common = { title: t('schoolBricks.willHave'), figures: [], shownDigest, cancelUrl };
  if (lacksGroups) {
    const why = t('schoolBricks.wrong.noGroup');
    return { ...common, action: waitingWords(form, facts), why, said: why };
  }
  const sentence = t('schoolBricks.mend', { faults: Object.values(errorsOf(reading.faults, facts)).join(' ') });
  return { ...common, sentence, said: sentence };
}

function errorsOf(faults: Faults, { t }: SchoolFacts): ChoiceErrors {
  return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, t(key)]));
}
