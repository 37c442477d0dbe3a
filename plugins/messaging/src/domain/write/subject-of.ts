// SPDX-License-Identifier: EUPL-1.2
import { plainTextOf } from '../text/plain-text.js';

const MOST_WORDS = 8;
const LONGEST = 60;

/** The subject to show above the text: empty for one that was made of its first words, which would stand twice. */
export function subjectAbove(subject: string, body: string): string {
  const made = [subjectOf(body), subjectOf(body, { isFormatted: true })];
  return made.includes(subject) ? '' : subject;
}

/** A subject for a message without one: its first eight words, fewer where they are long. A text of a pupil has no formatting. */
export function subjectOf(body: string, { isFormatted = false }: { readonly isFormatted?: boolean } = {}): string {
  const text = isFormatted ? plainTextOf(body) : body;
  const all = text.split(/\s+/).filter(Boolean);
  const words = all.slice(0, MOST_WORDS);
  while (words.length > 1 && [...words.join(' ')].length >= LONGEST) words.pop();
  const subject = words.join(' ');
  const characters = [...subject];
  if (characters.length > LONGEST) return `${characters.slice(0, LONGEST - 1).join('')}…`;
  return words.length < all.length ? `${subject}…` : subject;
}
