// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';

export interface NamePart {
  readonly text: string;
  readonly isFound: boolean;
}

/** Divides a name at the text that a search found in it, without regard to accents and case. The parts together are the name. */
export function markFound(name: string, search: string): NamePart[] {
  const wanted = normaliseForSearch(search);
  const { plain, starts } = plainOf(name);
  const parts: NamePart[] = [];
  let done = 0;
  const add = (from: number, to: number, isFound: boolean): void => {
    if (to > from) parts.push({ text: name.slice(from, to), isFound });
  };
  for (let at = wanted === '' ? -1 : plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
    const [from = 0, to = name.length] = [starts[at], starts[at + wanted.length]];
    add(done, from, false);
    add(Math.max(done, from), to, true);
    done = Math.max(done, to);
  }
  add(done, name.length, false);
  return parts;
}

/** The name as a search compares it, and for each of its characters where the character begins in the name. */
function plainOf(name: string): { plain: string; starts: number[] } {
  let plain = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of name) {
    const one = /\s/.test(character) ? ' ' : normaliseForSearch(character);
    const isSecondSpace = one === ' ' && plain.endsWith(' ');
    if (!isSecondSpace) {
      plain += one;
      starts.push(...Array.from({ length: one.length }, () => at));
    }
    at += character.length;
  }
  return { plain, starts };
}
