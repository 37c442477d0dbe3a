// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../../api/i18n.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';

/** The first words of school names that take an article in French, by article. */
const ELIDED = /^(ecole|ensemble|etablissement|institut|institution)\b/;
const MASCULINE = /^(college|groupe|lycee)\b/;

/** « à l’École des Tilleuls », « au Collège du Val », « à Jeanne d’Arc »; `at …` in English. */
export function atSchool(name: string, language: Language): string {
  if (language === 'en') return `at ${name}`;
  if (ELIDED.test(normaliseForSearch(name))) return `à l’${name}`;
  return MASCULINE.test(normaliseForSearch(name)) ? `au ${name}` : `à ${name}`;
}

/** « de l’École des Tilleuls », « du Collège du Val », « de Jeanne d’Arc »; `of …` in English. */
export function ofSchool(name: string, language: Language): string {
  if (language === 'en') return `of ${name}`;
  if (ELIDED.test(normaliseForSearch(name))) return `de l’${name}`;
  return MASCULINE.test(normaliseForSearch(name)) ? `du ${name}` : `de ${name}`;
}
