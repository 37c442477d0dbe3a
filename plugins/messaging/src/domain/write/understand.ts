// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import type { MessagingTexts } from '../../brick-types.js';

const RELATIONS = ['guardian', 'head', 'teacher', 'pupil', 'staff'] as const;
/** The shortest beginning of a word that is understood while it is typed. */
const SHORTEST = 4;

export type AskedRelation = (typeof RELATIONS)[number];

/** The meaning of a search: « maman de Tom » asks for the guardians of a person named Tom. */
export interface Asked {
  readonly relation: AskedRelation | undefined;
  /** Everybody is asked for, as by « tous les parents ». */
  readonly isAll: boolean;
  /** The typed words that name the relation; empty when the search names none. */
  readonly said: string;
  /** The other words: a name, a class. Accents and case are folded. */
  readonly rest: readonly string[];
}

export const NOTHING_ASKED: Asked = { relation: undefined, isAll: false, said: '', rest: [] };

/** Understands words that people use for each other, in the language of the texts. */
export function understand(search: string, t: MessagingTexts): Asked {
  const typed = search.split(/[\s’'-]+/).filter(Boolean);
  const lists = RELATIONS.map((relation) => ({ relation, words: listOf(t(`find.${relation}`)) }));
  const [all, little] = [listOf(t('find.all')), listOf(t('find.little'))];
  const said: number[] = [];
  const rest: string[] = [];
  let relation: AskedRelation | undefined;
  let isAll = false;
  for (const [index, word] of typed.entries()) {
    const folded = normaliseForSearch(word);
    const isTyping = index === typed.length - 1 && folded.length >= SHORTEST;
    const found = lists.find(({ words }) =>
      words.some((one) => one === folded || (isTyping && one.startsWith(folded))),
    );
    if (found) {
      relation ??= found.relation;
      if (found.relation === relation) said.push(index);
    } else if (all.includes(folded)) {
      isAll = true;
      said.push(index);
    } else if (!little.includes(folded)) rest.push(folded);
  }
  return { relation, isAll, said: typed.slice(said[0], (said.at(-1) ?? -1) + 1).join(' '), rest };
}

function listOf(words: string): string[] {
  return words.split(' ').map(normaliseForSearch);
}
