// SPDX-License-Identifier: EUPL-1.2

/** A text, or its singular and plural forms, chosen by the value `count`. `{name}` is replaced by the value `name`. */
export type Message = string | { readonly one: string; readonly other: string };
/** Texts by key. */
export type Messages = Readonly<Record<string, Message>>;

/** The languages of the pages. */
export type Language = 'fr' | 'en';

/** A brick's texts. French is the reference; English has the same keys; `fr-child` replaces texts for pupils, addressed as *tu*. */
export interface Locales {
  readonly fr: Messages;
  readonly en: Messages;
  readonly 'fr-child'?: Messages;
}

/** The values for each `{name}` of a text; `count` chooses between the singular and the plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Returns the text for a key in the user's language.
 * @example
 * `t('files.count', { count: 3 })`
 */
export type Translate<K extends string> = (key: K, values?: MessageValues) => string;

/** Formats dates, sizes and lists in the user's language and the school's time zone. */
export interface Format {
  readonly language: Language;
  /** A past instant: « aujourd’hui à 14 h 02 », « hier à 17 h 10 », « 16 novembre », « 12 octobre 2025 ». */
  moment(instant: Date): string;
  /** A date, with the year when it is not the current one: « 1er décembre », « 4 janvier 2027 ». */
  day(instant: Date): string;
  /** A date with the time: « 1er décembre à 14 h 02 ». */
  dayAndTime(instant: Date): string;
  /** A list: « CM1, CM2 et 6e A ». An empty array gives an empty string. */
  list(words: readonly string[]): string;
  /** A size in bytes, in powers of 1,000: « 640 ko », « 1,2 Mo ». */
  bytes(count: number): string;
}
