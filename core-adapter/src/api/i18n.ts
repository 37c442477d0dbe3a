// SPDX-License-Identifier: EUPL-1.2

/** A text, or its two forms chosen by the `count` among its values. `{name}` stands for a value. */
export type Message = string | { readonly one: string; readonly other: string };
/** Texts by key. */
export type Messages = Readonly<Record<string, Message>>;

/** The languages of the pages. */
export type Language = 'fr' | 'en';

/** A brick's texts. French is the reference; English has the same keys; `fr-child` says *tu* where it differs. */
export interface Locales {
  readonly fr: Messages;
  readonly en: Messages;
  readonly 'fr-child'?: Messages;
}

/** What stands in the place of each `{name}`; `count` chooses between two forms. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The text for a key in the person's language. */
export type Translate<K extends string> = (key: K, values?: MessageValues) => string;

/** Dates, sizes and lists as the person reads them, in the school's time zone. */
export interface Format {
  readonly language: Language;
  /** When something happened: « aujourd’hui à 14 h 02 », « hier à 17 h 10 », « 16 novembre », « 12 octobre 2025 ». */
  moment(instant: Date): string;
  /** « 1er décembre », « 4 janvier 2027 »: the year when it is not this one. */
  day(instant: Date): string;
  /** « 1er décembre à 14 h 02 ». */
  dayAndTime(instant: Date): string;
  /** « CM1, CM2 et 6e A ». Empty without words. */
  list(words: readonly string[]): string;
  /** « 640 ko », « 1,2 Mo »: powers of 1,000. */
  bytes(count: number): string;
}
