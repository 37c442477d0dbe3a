// SPDX-License-Identifier: EUPL-1.2
import type { Day } from './day.js';

/**
 * A text, or its singular and plural forms, chosen by the value `count`. `{name}` is replaced by the value `name`, and French joins the word
 * before it: « de {name} » becomes « d’Inès » ({@link fillText}).
 * @stable
 */
export type Message = string | { readonly one: string; readonly other: string };
/** Texts by key. @stable */
export type Messages = Readonly<Record<string, Message>>;

/** The languages of the pages. @stable */
export type Language = 'fr' | 'en';

/**
 * A brick's texts. French is the reference; English has the same keys; `fr-child` replaces texts for pupils, addressed as *tu*.
 * @stable
 */
export interface Locales {
  readonly fr: Messages;
  readonly en: Messages;
  readonly 'fr-child'?: Messages;
}

/** The values for each `{name}` of a text; `count` chooses between the singular and the plural. @stable */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Returns the text for a key in the user's language.
 * @example
 * `t('files.count', { count: 3 })`
 * @stable
 */
export type Translate<K extends string> = (key: K, values?: MessageValues) => string;

/**
 * Days, hours, sizes and lists in the user's language and the school's time zone. Functions throw an {@link InputError} for a day that does not exist.
 * @stable
 */
export interface Format {
  readonly language: Language;
  /** A past instant: « aujourd’hui à 14 h 02 », « hier à 17 h 10 », « lundi à 9 h », « 16 novembre », « 12 octobre 2025 ». */
  moment(instant: Date): string;
  /** A past instant, within a sentence: « aujourd’hui à 14 h 02 », « hier à 17 h 10 », « lundi à 9 h », « le 16 novembre ». */
  past(instant: Date): string;
  /** A date, with the year when it is not the current one: « 1er décembre », « 4 janvier 2027 ». */
  day(when: Day | Date): string;
  /** « vendredi » */
  weekday(when: Day | Date): string;
  /** « vendredi 4 décembre », with the year as in `day`. */
  weekdayAndDay(when: Day | Date): string;
  /** A date with the time: « 1er décembre à 14 h 02 ». */
  dayAndTime(instant: Date): string;
  /** The time of an instant, or of a day as a setting writes it (`16:00`): « 16 h », « 14 h 02 ». */
  hour(when: Date | string): string;
  /** An instant to come, within a sentence: « ce soir à 21 h », « demain à 7 h », « lundi à 7 h », « le 4 janvier à 7 h ». */
  when(instant: Date): string;
  /** A past instant in a word or two, for lists: « 18 h 47 », « hier », « lundi », « 24 nov. », « 24/11/2025 ». */
  short(instant: Date): string;
  /** A list: « CM1, CM2 et 6e A ». An empty array gives an empty string. */
  list(words: readonly string[]): string;
  /** A size in bytes, in powers of 1,000: « 640 ko », « 1,2 Mo ». */
  bytes(count: number): string;
}
