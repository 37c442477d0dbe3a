// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { plainTextOf } from '../text/plain-text.js';
import { LONGEST_BODY } from '../text/parse-text.js';
import { searchWords } from '../text/search-words.js';

export { LONGEST_BODY };
export const LONGEST_SUBJECT = 120;
/** The maximum length of the folded text: some alphabets become longer when they are folded. */
const LONGEST_FOLDED = 15_000;

/** Control characters, and marks that turn the direction of the text around them: they show another text than was written. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it is stored. That of a draft may be empty, or longer than a message may be. */
export const visible = z.string().transform((text) => text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim());

export const bodyField = visible.pipe(z.string().min(1).max(LONGEST_BODY));

/** The text that the search reads: a space before each word of the subject and the body, and never a name. */
export function foldedText(subject: string, body: string): string {
  const words = searchWords(`${subject}\n${plainTextOf(body)}`);
  return words
    .map((word) => ` ${word}`)
    .join('')
    .slice(0, LONGEST_FOLDED);
}
