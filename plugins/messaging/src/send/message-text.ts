// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import { z } from 'zod';

/** In characters. A text column of MariaDB holds 65,535 bytes, and a character takes up to 4. */
export const LONGEST_BODY = 10_000;
export const LONGEST_SUBJECT = 120;
/** Some alphabets become longer when they are folded. */
const LONGEST_FOLDED = 15_000;

/** Control characters, and marks that turn the direction of the text around them: they show another text than was written. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

const visible = z.string().transform((text) => text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim());

export const bodyField = visible.pipe(z.string().min(1).max(LONGEST_BODY));
export const subjectField = visible.pipe(z.string().min(1).max(LONGEST_SUBJECT));

/** What the search reads: subject and body, and never a name. */
export function foldedText(subject: string, body: string): string {
  return normaliseForSearch(`${subject}\n${body}`).slice(0, LONGEST_FOLDED);
}
