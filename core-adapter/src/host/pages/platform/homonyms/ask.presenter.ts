// SPDX-License-Identifier: EUPL-1.2
import type { FoundPerson } from '../../../domain/directory/find-persons.js';
import type { ComparedPersons } from '../../../domain/homonyms/homonym-list.js';
import { ASK_PAIR_URL, ASK_URL } from '../../../http/platform-urls.js';
import { withQuery } from '../../../http/read-query.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { birthDaysOf, columnsOf, factsOf, placesOf } from './homonyms.presenter.js';
import type { PlatformAskPairModel } from './platform-ask-pair.view.js';
import type { AskField, PlatformAskModel } from './platform-ask.view.js';

/** The people that one field of the form finds. */
export interface Searched {
  /** As typed. */
  readonly text: string;
  readonly persons: readonly FoundPerson[];
  readonly total: number;
  /** The text has too few letters to look for. */
  readonly isShort: boolean;
  /** The id that was chosen. */
  readonly chosen: string;
}

export interface AskSearch {
  readonly one: Searched;
  readonly other: Searched;
  /** Something was looked for. */
  readonly isAsked: boolean;
  /** The button to compare two of those found was pressed. */
  readonly isCompared: boolean;
}

/** The two ids that are chosen among the people found, once they differ. */
export function chosenPair({ one, other }: AskSearch): readonly [string, string] | undefined {
  const [first, second] = [chosenOf(one), chosenOf(other)];
  return first === undefined || second === undefined || first === second ? undefined : [first, second];
}

/** Only a person of this search counts: a choice from before the text was changed does not. */
function chosenOf({ persons, chosen }: Searched): string | undefined {
  return persons.find(({ id }) => id === chosen)?.id;
}

export function presentAsk({ one, other, isAsked, isCompared }: AskSearch, formatter: PageFormatter): PlatformAskModel {
  const { t } = formatter;
  const fieldOf = (searched: Searched, preset: FoundPerson | undefined): AskField => ({
    text: searched.text,
    error: isAsked ? missing(searched, t) : undefined,
    choices: searched.persons.map((person) => ({
      ...{ value: person.id, label: person.displayName },
      detail: detailOf(person, formatter),
    })),
    chosen: chosenOf(searched) ?? preset?.id,
    choiceError: isCompared && chosenOf(searched) === undefined ? t('platform.askChoose') : undefined,
    more: moreOf(searched, formatter),
  });
  const isTwice = chosenOf(one) !== undefined && chosenOf(one) === chosenOf(other);
  const [first, second] = presets({ one, other });
  const otherField = fieldOf(other, second);
  return {
    action: ASK_URL,
    one: fieldOf(one, first),
    other: isTwice ? { ...otherField, choiceError: t('platform.askTwice') } : otherField,
    canCompare: one.persons.length > 0 && other.persons.length > 0,
  };
}

/** The people of each field that need no choice: the only one that was found, or the two with one name. */
function presets({ one, other }: Pick<AskSearch, 'one' | 'other'>): (FoundPerson | undefined)[] {
  if (other.text === '') return one.persons.length <= 2 ? [...one.persons] : [];
  return [one, other].map(({ persons }) => (persons.length === 1 ? persons[0] : undefined));
}

function missing({ text, persons, isShort }: Searched, t: PageFormatter['t']): string | undefined {
  if (persons.length > 0) return undefined;
  if (text === '') return t('platform.askNothing');
  return t(isShort ? 'platform.askShort' : 'platform.askNone');
}

function moreOf({ persons, total }: Searched, { t, number }: PageFormatter): string | undefined {
  if (total <= persons.length) return undefined;
  return t('platform.askMore', { shown: number(persons.length), number: number(total) });
}

/** « naissance : 9 février 2014 · École des Lilas (CM1) · zoe.vernier » */
function detailOf({ birthDates, disabledAt, logins, schools }: FoundPerson, formatter: PageFormatter): string {
  const { t, day } = formatter;
  return [
    ...birthDaysOf({ birthDates }, formatter).map((born) => t('platform.askBorn', { day: born })),
    ...placesOf({ schools }),
    ...(disabledAt ? [t('platform.askLeft', { day: day(disabledAt) })] : []),
    ...logins,
  ].join(' · ');
}

interface PairContext {
  /** The two as they were chosen. */
  readonly ids: readonly [string, string];
  /** Somebody found that they are two people. */
  readonly isAgain: boolean;
  /** Why the question cannot be asked. */
  readonly problem?: string | undefined;
  /** The problem may pass: the button stays. */
  readonly canRetry: boolean;
}

export function presentAskPair(
  compared: ComparedPersons,
  { ids: [person, other], isAgain, problem, canRetry }: PairContext,
  formatter: PageFormatter,
): PlatformAskPairModel {
  const { t } = formatter;
  return {
    action: ASK_PAIR_URL,
    why: t(isAgain ? 'platform.askAgain' : 'platform.askPair'),
    columns: columnsOf(compared, compared.other.hasLeft, formatter),
    facts: factsOf(compared, formatter),
    decided: [],
    problem,
    canAsk: problem === undefined || canRetry,
    ids: [person, other],
    backUrl: withQuery(ASK_URL, { one: compared.person.displayName, other: compared.other.displayName }),
  };
}
