// SPDX-License-Identifier: EUPL-1.2
import type { Language, MessageValues } from './i18n.js';
import { normaliseForSearch } from './normalise-for-search.js';

/** `{name}`, with the preposition or conjunction before it that French may have to change. */
const FRENCH_VALUE = /(?:(?<![\p{L}])(de|(?:lors|puis|quoi)?que|à)([ \u00a0]))?\{([\p{L}\d_]+)\}/giu;
const VALUE = /\{([\p{L}\d_]+)\}/gu;
/** Names with a silent h. The others, such as Hamza and Harry, are left as they are. */
const SILENT_H = /^h(?:elene|eloise|enri|ermine|erve|ippolyte|onor|ortense|ubert|ugo|ugues|uguette|yacinthe)/;
const VOWEL = /^(?:[aeiuœæ]|o(?!nz)|y[^aeiou])/;
/** The first words of the names of schools that take an article, by article. */
const ELIDED = /^(?:ecole|ensemble|etablissement|institut|institution)\s/;
const MASCULINE = /^(?:college|groupe|lycee)\s/;

/**
 * Replaces each `{name}` of a text by its value; a name without a value stays. French joins the word before it: « de {name} » becomes
 * « d’Inès », « que {name} » « qu’Aya », « à {school} » « à l’École des Tilleuls » or « au Collège Jean-Moulin », and « jusqu’à {day} »
 * « jusqu’au 4 janvier ». `t` does this with all texts.
 * @example
 * `fillText('Le bilan de {name}', { name: 'Inès' }, 'fr')`
 * @stable
 */
export function fillText(text: string, values: MessageValues, language: Language): string {
  if (!text.includes('{')) return text;
  if (language === 'en') return text.replace(VALUE, (whole, name: string) => valueOf(values, name) ?? whole);
  return text.replace(FRENCH_VALUE, (whole, word: string | undefined, space: string, name: string) => {
    const value = valueOf(values, name);
    if (value === undefined) return whole;
    return word === undefined ? value : joined(word, space, value);
  });
}

function valueOf(values: MessageValues, name: string): string | undefined {
  return Object.hasOwn(values, name) ? String(values[name]) : undefined;
}

function joined(word: string, space: string, value: string): string {
  const isQue = word.toLowerCase().endsWith('que');
  const name = isQue ? '' : normaliseForSearch(value);
  if (ELIDED.test(name)) return `${word}${space}l’${value}`;
  if (MASCULINE.test(name)) return contracted(word, false, space, value);
  if (!isQue && /^les? /.test(value)) {
    return contracted(word, value.startsWith('les '), space, value.slice(value.indexOf(' ') + 1));
  }
  if (word.toLowerCase() === 'à' || !startsWithVowel(value)) return `${word}${space}${value}`;
  return `${word.slice(0, -1)}’${value}`;
}

/** « au », « aux », « du » and « des », with the capital of the word that they replace */
function contracted(word: string, isPlural: boolean, space: string, rest: string): string {
  const [singular, plural] = word.toLowerCase() === 'à' ? ['au', 'aux'] : ['du', 'des'];
  const short = isPlural ? plural : singular;
  const isCapital = /^\p{Lu}/u.test(word);
  return `${isCapital ? short.charAt(0).toUpperCase() + short.slice(1) : short}${space}${rest}`;
}

function startsWithVowel(value: string): boolean {
  const name = normaliseForSearch(value);
  return SILENT_H.test(name) || VOWEL.test(name);
}
