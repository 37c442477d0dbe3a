// SPDX-License-Identifier: EUPL-1.2
import type { WorkRoundRow } from '../store/work-round.entity.js';
import { pastWords, type TimeReader } from '../time/when-words.js';

/** One time that a part was given back. */
export interface RoundModel {
  readonly id: string;
  /** « À reprendre : mardi 24, 9 h » */
  readonly title: string;
  /** The pupil's word; empty without one, or where the page shows it already. */
  readonly word: string;
  /** The teacher's word; empty without one, or where the page shows it already. */
  readonly answer: string;
}

/**
 * The earlier times, the last one first. The answer of the last one stands above them, and its word beside the files as long as the pupil has not
 * written another one.
 * @param word the word that the page shows
 */
export function presentRounds(rounds: readonly WorkRoundRow[], word: string, reader: TimeReader): RoundModel[] {
  const last = rounds.at(-1);
  return rounds
    .map((round) => (round === last ? { ...round, answer: '', word: round.word === word ? '' : round.word } : round))
    .map((round) => roundModel(round, reader))
    .filter((round) => round.word !== '' || round.answer !== '')
    .reverse();
}

/** One time with the words of both. */
export function roundModel(
  { id, state, givenBackAt, word, answer }: Pick<WorkRoundRow, 'id' | 'state' | 'givenBackAt' | 'word' | 'answer'>,
  reader: TimeReader,
): RoundModel {
  return { id, title: reader.t(`round.${state}`, { when: pastWords(givenBackAt, reader) }), word, answer };
}
