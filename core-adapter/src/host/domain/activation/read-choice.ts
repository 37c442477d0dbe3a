// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Group, type Profile, type School } from '../../../api/people.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import { dayOf } from '../../../api/day.js';
import { spanOfDay } from '../../infra/i18n/span-of-day.js';
import { nearest } from '../../infra/settings/nearest.js';
import type { ActivationChoice } from './activation-choice.js';
import { refuse, type ChoiceProblem } from './choice-problems.js';

/** A choice as users write it. */
export interface ChoiceWords {
  readonly profiles: readonly string[];
  /** Names, whatever their accents, or ids. */
  readonly groups: readonly string[];
  /** The first day, `YYYY-MM-DD` in the time zone of the school; nothing: now. */
  readonly from?: string | undefined;
  /** The last day, included; nothing: no end. */
  readonly until?: string | undefined;
}

export interface ChoicePlace {
  readonly school: School;
  /** The groups of the school in its current school year. */
  readonly groups: readonly Pick<Group, 'id' | 'name'>[];
  /** The profiles that the brick serves. */
  readonly served: readonly Profile[];
  readonly now: Date;
}

/**
 * Parses a choice from a page or the command line.
 * @throws InputError with every problem at once
 */
export function readChoice(words: ChoiceWords, place: ChoicePlace): ActivationChoice {
  const problems: ChoiceProblem[] = [];
  const choice = {
    profiles: words.profiles.flatMap((word) => readProfile(word, place, problems)),
    groupIds: words.groups.flatMap((word) => readGroup(word, place, problems)),
    from: readFirstDay(words, place, problems),
    until: readLastDay(words, place, problems),
  };
  refuse(problems);
  return choice;
}

function readProfile(word: string, { served }: ChoicePlace, problems: ChoiceProblem[]): Profile[] {
  const profile = PROFILES.find((one) => one === word);
  if (profile && served.includes(profile)) return [profile];
  const known = `It serves: ${served.join(', ') || 'nobody'}.`;
  problems.push(
    profile
      ? { field: 'profiles', fault: 'notServed', sentence: `The brick does not serve the profile "${word}". ${known}` }
      : { field: 'profiles', fault: 'unknown', sentence: `There is no profile "${word}". ${known}` },
  );
  return [];
}

function readGroup(word: string, { school, groups }: ChoicePlace, problems: ChoiceProblem[]): string[] {
  const found = groups.filter(({ id, name }) => id === word || normaliseForSearch(name) === normaliseForSearch(word));
  if (found.length === 1) return found.map(({ id }) => id);
  const ids = found.map(({ id }) => id).join(' or ');
  const sentence = ids
    ? `${school.uai} has several groups called "${word}": write the id, ${ids}.`
    : `${school.uai} has no group "${word}" this school year. ${hint(word, groups)}`;
  problems.push({ field: 'groups', fault: 'unknown', sentence });
  return [];
}

/** The maximum number of names that an error message lists. */
const NAMED = 12;

function hint(word: string, groups: ChoicePlace['groups']): string {
  const names = new Map(groups.map(({ name }) => [normaliseForSearch(name), name]));
  const meant = names.get(nearest(normaliseForSearch(word), [...names.keys()]) ?? '');
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  const rest = names.size > NAMED ? `, and ${names.size - NAMED} more` : '';
  return `It has: ${[...names.values()].slice(0, NAMED).join(', ') || 'none'}${rest}.`;
}

function readFirstDay({ from }: ChoiceWords, { school, now }: ChoicePlace, problems: ChoiceProblem[]): Date | null {
  if (isBlank(from)) return null;
  const start = spanOfDay(from, school.timeZone)?.from;
  const today = dayOf(now, school.timeZone);
  if (!start) problems.push({ field: 'from', fault: 'notADate', sentence: notADay(from) });
  else if (from < today)
    problems.push({ field: 'from', fault: 'past', sentence: `${from} is over: today is ${today}.` });
  return start && from > today ? start : null;
}

function readLastDay(
  { from, until }: ChoiceWords,
  { school, now }: ChoicePlace,
  problems: ChoiceProblem[],
): Date | null {
  if (isBlank(until)) return null;
  const end = spanOfDay(until, school.timeZone)?.until;
  const today = dayOf(now, school.timeZone);
  if (!end) problems.push({ field: 'until', fault: 'notADate', sentence: notADay(until) });
  else if (until < today)
    problems.push({ field: 'until', fault: 'past', sentence: `${until} is over: today is ${today}.` });
  else if (!isBlank(from) && spanOfDay(from, school.timeZone) && until < from) {
    problems.push({
      field: 'until',
      fault: 'crossed',
      sentence: `The last day, ${until}, is before the first, ${from}.`,
    });
  }
  return end ?? null;
}

function isBlank(day: string | undefined): day is undefined | '' {
  return day === undefined || day === '';
}

function notADay(word: string): string {
  return `"${word}" is not a day: write it as 2026-11-30.`;
}
