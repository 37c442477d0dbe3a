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

/** The effect of a choice that cannot be counted yet. */
const NOTHING = { change: [], keeps: [], losing: 0, figures: [] } as const;

interface FormFacts {
  /** « Rallumer comme avant » comes before the form. */
  readonly again: boolean;
  /** The brick's sentences about its data in the school; undefined when it failed to give them. */
  readonly describe: () => Promise<readonly string[] | undefined>;
}

export async function presentForm(
  directory: Directory,
  form: OpenForm,
  facts: SchoolFacts,
  { again, describe }: FormFacts,
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
    start: words.start,
    from: words.from,
    end: words.end,
    until: words.until,
    errors: 'faults' in reading && isWrong ? errorsOf(reading.faults, facts) : {},
    gone: target && rules.length === 1 ? goneGroups(target, facts) : undefined,
    isMoreOpen: isMoreOpen(form),
    effect: await effectOf(directory, form, facts, describe),
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

/** Whether the settings other than classes are shown at once: for a first choice, and where they differ from those of everybody, always. */
function isMoreOpen({ rules, served, words, before, isWrong, target }: OpenForm): boolean {
  const isUsual =
    words.start === 'now' && words.end === 'never' && served.every((profile) => words.profiles.includes(profile));
  return rules.length === 0 || !target || isWrong || !isUsual || words.start !== before.start;
}

async function effectOf(
  directory: Directory,
  form: OpenForm,
  facts: SchoolFacts,
  describe: FormFacts['describe'],
): Promise<ChoiceEffect> {
  const { t, listUrl } = facts;
  const { brickId, words, reading, changed, lacksGroups } = form;
  const shownDigest = digestOf(words);
  const cancelUrl = changed ? `${listUrl}?brick=${brickId}` : undefined;
  if ('choice' in reading) {
    const effect = await choiceEffect(directory, form, reading.choice, facts);
    const stored = effect.losing > 0 ? await describe() : [];
    // The sentences of the brick stay away: they count the data of the whole school, also of people who keep the brick.
    const warning = stored?.length ? t('schoolBricks.losingHidden') : undefined;
    return { ...effect, warning, shownDigest, cancelUrl };
  }
  const common = { title: t('schoolBricks.willHave'), ...NOTHING, shownDigest, cancelUrl };
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
