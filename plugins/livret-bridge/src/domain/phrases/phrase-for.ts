// SPDX-License-Identifier: EUPL-1.2

const FIRST_NAME = /\{prénom\}/giu;

/** A phrase about one pupil: `{prénom}` becomes the first name. */
export function phraseFor(phrase: string, givenName: string): string {
  return phrase.normalize('NFC').replace(FIRST_NAME, () => givenName);
}

/** A text followed by a space and a phrase. */
export function withPhrase(text: string, phrase: string): string {
  return text.trim() === '' ? phrase : `${text.trimEnd()} ${phrase}`;
}
