// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { inWordsOf, isAsChosen } from '../../domain/activation/activation-choice.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { servedProfiles } from '../../domain/activation/served-profiles.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { brickText } from '../../http/send-page.js';
import { digestOf, formWordsOf, NEW_RULE, type FormWords } from './form-words.js';
import { readForm, type Faults, type FormReading } from './read-form.js';
import type { SchoolFacts } from './school-facts.js';

/** The request of the address or the form. */
export interface Asked {
  /** The id of a rule, `new`, or nothing. */
  readonly rule: string;
  /** The choice, when there is one. */
  readonly words?: FormWords | undefined;
  /** Whether the form was sent to be applied, and not only to be counted. */
  readonly sent?: boolean | undefined;
  /** The errors that the service found when the choice was to be applied. */
  readonly faults?: Faults | undefined;
  /** Only the effect of the choice, for the script of the page; or the page with the whole history. */
  readonly part?: 'effect' | 'history' | undefined;
}

/** The form of a brick with its current values. */
export interface OpenForm {
  readonly brickId: string;
  readonly brickTitle: string;
  readonly served: readonly Profile[];
  readonly rules: readonly ActivationRow[];
  /** The rule that is changed; absent: a new one. */
  readonly target?: ActivationRow | undefined;
  readonly words: FormWords;
  /** The values before any choice. */
  readonly before: FormWords;
  readonly changed: boolean;
  readonly reading: FormReading;
  /** No choice was made yet, so there is no error yet. */
  readonly untouched: boolean;
  /** Only the classes are still to be ticked. */
  readonly lacksGroups: boolean;
  /** Show the error of every field; an unfinished choice is no error. */
  readonly isWrong: boolean;
}

/** Undefined when there are several rules and none was chosen, and for a brick without a manifest. */
export function openForm(brick: LoadedBrick, asked: Asked, facts: SchoolFacts): OpenForm | undefined {
  if (!brick.manifest) return undefined;
  const { groups, school, now, language } = facts;
  const rules = facts.rules.get(brick.id) ?? [];
  const target = targetOf(rules, asked, facts.history);
  if (target === 'none') return undefined;
  const served = servedProfiles(brick);
  const row = target === 'new' ? undefined : target;
  const place = { served, groupIds: groups.map(({ id }) => id), timeZone: school.timeZone, now };
  const before = formWordsOf(row, rules.length === 0, place);
  const words = { ...(asked.words ?? before), rule: before.rule };
  const reading = asked.faults ? { faults: asked.faults } : readForm(words, { school, groups, served, now }, row);
  const faults = 'faults' in reading ? Object.values(reading.faults) : [];
  const untouched = asked.words === undefined;
  const isRow = row && 'choice' in reading && isAsChosen(row, inWordsOf(row, reading.choice, served), now);
  const lacksGroups = faults.length > 0 && faults.every((fault) => fault === 'schoolBricks.wrong.noGroup');
  return {
    brickId: brick.id,
    brickTitle: brickText(brick, 'title', language, false),
    served,
    rules,
    target: row,
    words,
    before,
    changed: digestOf(words) !== digestOf(before) && !isRow,
    reading,
    untouched,
    lacksGroups,
    isWrong: faults.length > 0 && !untouched && (!lacksGroups || asked.sent === true),
  };
}

/**
 * The rule that the form changes; for a rule that ended since, the one that replaced it. If that rule was stopped, the choice becomes a
 * new rule: it must not end a rule that this form did not show.
 */
function targetOf(
  rules: readonly ActivationRow[],
  { rule, words }: Asked,
  history: readonly ActivationRow[],
): ActivationRow | 'new' | 'none' {
  const [first, ...others] = rules;
  if (!first || rule === NEW_RULE) return 'new';
  const asked = rules.find(({ id }) => id === rule);
  if (asked) return asked;
  if (!words) return others.length === 0 ? first : 'none';
  const over = history.find(({ id }) => id === rule);
  const successor = rules.find(
    ({ decidedAt, enabledBy }) =>
      over?.endedAt && decidedAt?.getTime() === over.endedAt.getTime() && enabledBy === over.disabledBy,
  );
  return successor ?? 'new';
}
