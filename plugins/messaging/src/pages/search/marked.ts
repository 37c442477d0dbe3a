// SPDX-License-Identifier: EUPL-1.2
import { searchWords } from '../../domain/text/search-words.js';

/** A part of a text, and whether the search found it. */
export interface MarkedPart {
  readonly text: string;
  readonly isFound: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** The number of characters of a line, and of those before the first word that was found. */
const LONGEST = 160;
const BEFORE = 40;

/** A text with the words that begin with one of these. */
export function markWords(text: string, words: readonly string[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (!isFound(written, words)) continue;
    if (index > from) parts.push({ text: text.slice(from, index), isFound: false });
    parts.push({ text: written, isFound: true });
    from = index + written.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isFound: false });
  return parts;
}

/** The line of a text around the first word that was found; its beginning when none was. */
export function lineAround(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const first = [...line.matchAll(WORD)].find(([written]) => isFound(written, words))?.index ?? 0;
  const from = first <= BEFORE ? 0 : line.lastIndexOf(' ', first - BEFORE) + 1;
  const cut = line.slice(from, from + LONGEST);
  const isWhole = from + LONGEST >= line.length;
  const space = cut.lastIndexOf(' ');
  const shown = isWhole ? cut : cut.slice(0, space > 0 ? space : LONGEST);
  return `${from > 0 ? '… ' : ''}${shown}${isWhole ? '' : '…'}`;
}

/** Whether a written word was found: the search may take it for several words. */
function isFound(written: string, words: readonly string[]): boolean {
  return searchWords(written).some((folded) => words.some((word) => folded.startsWith(word)));
}
