// SPDX-License-Identifier: EUPL-1.2
import { fillText } from '@volee/core-adapter';

const FIRST_NAME = /\{prénom\}/giu;

/** A phrase about one pupil: `{prénom}` becomes the first name, and « que {prénom} » « qu’Inès ». A bilan is French in every language of the pages. */
export function phraseFor(phrase: string, givenName: string): string {
  const text = phrase.normalize('NFC').replace(FIRST_NAME, '{prénom}');
  return fillText(text, { prénom: givenName }, 'fr');
}

/** A text followed by a space and a phrase. */
export function withPhrase(text: string, phrase: string): string {
  return text.trim() === '' ? phrase : `${text.trimEnd()} ${phrase}`;
}
