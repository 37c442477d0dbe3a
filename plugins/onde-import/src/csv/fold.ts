// SPDX-License-Identifier: EUPL-1.2

/** A text without accents, case, spaces, apostrophes and other signs: `Nom d'usage élève` and `NOM D’USAGE ELEVE` are `nomdusageeleve`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
