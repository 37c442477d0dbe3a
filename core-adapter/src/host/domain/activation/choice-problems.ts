// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';
import { PROFILES } from '../../../api/people.js';
import type { ActivationChoice } from './activation-choice.js';

export type ChoiceField = 'from' | 'until' | 'profiles' | 'groups';

/** The fault of a field; a page has a text for each. */
export type ChoiceFault = 'past' | 'crossed' | 'unknown' | 'notServed' | 'notADate';

/** One fault of a choice, with one sentence for operators. */
export interface ChoiceProblem {
  readonly field: ChoiceField;
  readonly fault: ChoiceFault;
  readonly sentence: string;
}

/** @throws InputError with every sentence, and the first fault of each field, when there are problems */
export function refuse(problems: readonly ChoiceProblem[]): void {
  if (problems.length === 0) return;
  const fields = Object.fromEntries([...problems].reverse().map(({ field, fault }) => [field, fault]));
  throw new InputError(problems.map(({ sentence }) => sentence).join(' '), { fields });
}

/** The problems of a choice, independent of its author. `groupIds`: the groups of the school in its current school year. */
export function problemsOf(choice: ActivationChoice, groupIds: readonly string[], now: Date): ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  const add = (field: ChoiceField, fault: ChoiceFault, sentence: string): void => {
    problems.push({ field, fault, sentence });
  };
  for (const profile of choice.profiles) {
    if (!PROFILES.includes(profile)) add('profiles', 'unknown', `There is no profile "${profile}".`);
  }
  for (const id of choice.groupIds) {
    if (!groupIds.includes(id)) add('groups', 'unknown', `The school has no group ${id} this school year.`);
  }
  const { from, until } = choice;
  if (from !== null && !isStorable(from)) add('from', 'notADate', 'The beginning is not a date.');
  if (until === null) return problems;
  if (!isStorable(until)) add('until', 'notADate', 'The end is not a date.');
  else if (until.getTime() <= now.getTime()) add('until', 'past', 'The end is in the past.');
  else if (from !== null && until.getTime() <= from.getTime())
    add('until', 'crossed', 'The end is not after the beginning.');
  return problems;
}

/** SQLite compares instants as text: a year must have four digits. */
function isStorable(instant: Date): boolean {
  const year = instant.getUTCFullYear();
  return year >= 1000 && year <= 9999;
}
