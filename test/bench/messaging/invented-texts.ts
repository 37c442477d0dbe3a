// SPDX-License-Identifier: EUPL-1.2

/** Words of messages between a school and families, without accents, so that both servers fold them alike. */
const WORDS = (
  'sortie piscine cantine reunion devoirs cahier classe lundi mardi jeudi vendredi retard absence photo livret kermesse ' +
  'musique bibliotheque autorisation signature gouter velo theatre jardin projet dictee lecture calcul sport musee'
).split(' ');

/** A word that stands in one of 500 messages, and one that stands in none. */
export const RARE = 'accrobranche';
export const ABSENT = 'trampoline';
/** A word that stands in most messages. */
export const FREQUENT = 'sortie';

const LENGTH = 60;

export function subjectOf(n: number): string {
  return `${wordAt(n)} et ${wordAt(n * 7 + 3)} ${n}`;
}

/** Some 400 characters. */
export function bodyOf(n: number): string {
  const words = Array.from({ length: LENGTH }, (_, index) => wordAt(n * 31 + index * index * 17 + index));
  if (n % 500 === 0) words.splice(LENGTH / 2, 1, RARE);
  return `Bonjour, ${words.join(' ')}.`;
}

function wordAt(n: number): string {
  return WORDS[n % WORDS.length] ?? '';
}
