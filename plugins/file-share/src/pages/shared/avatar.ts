// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '@volee/core-adapter';

const COLOURS: readonly BrickColour[] = ['messages', 'files', 'agenda', 'plum', 'livret', 'slate'];

/** The first letters of two names: « Inès Faivre » gives « IF ». */
export function initialsOf(displayName: string): string {
  const words = displayName.split(/[\s-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('fr');
}

/** A colour that stays the same for a person, so that lists are read faster. It means nothing. */
export function avatarColour(id: string): BrickColour {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return COLOURS[sum % COLOURS.length] ?? 'slate';
}
