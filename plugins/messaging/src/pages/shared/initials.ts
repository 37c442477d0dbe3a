// SPDX-License-Identifier: EUPL-1.2

/** The first letters of two names: « Inès Faivre » gives « IF ». */
export function initialsOf(displayName: string): string {
  const words = displayName.split(/[\s-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('fr');
}
