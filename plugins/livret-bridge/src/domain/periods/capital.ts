// SPDX-License-Identifier: EUPL-1.2

/** Words with a capital letter, for the beginning of a sentence: « Période 3 ». */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
