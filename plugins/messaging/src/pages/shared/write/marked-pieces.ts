// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';

export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

export function searchWords(search: string): string[] {
  return normaliseForSearch(search)
    .split(/[\s-]+/)
    .filter(Boolean);
}

/** Whether each word of a search begins a word of the text, accents and case aside. */
export function matchesWords(text: string, words: readonly string[]): boolean {
  const parts = normaliseForSearch(text).split(/[\s’'-]+/);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/** A text in pieces, with the beginnings that were searched marked. */
export function markedPieces(text: string, words: readonly string[]): Piece[] {
  return text
    .split(/(?<=[\s’'-])/)
    .flatMap((part) => {
      const folded = normaliseForSearch(part);
      const word = words.find((one) => folded.startsWith(one));
      // When folding changes the length, as of œ, the beginning cannot be found.
      if (word === undefined || folded.length !== part.trimEnd().length) return [{ text: part, isMarked: false }];
      return [
        { text: part.slice(0, word.length), isMarked: true },
        { text: part.slice(word.length), isMarked: false },
      ];
    })
    .filter((piece) => piece.text !== '');
}
