// SPDX-License-Identifier: EUPL-1.2
import type { TimeReader } from '../../../domain/time/when-words.js';
import type { WorkRoundRow } from '../../../store/work-round.entity.js';

/** One time that a part was given back. */
export interface RoundModel {
  readonly id: string;
  /** « À refaire : mardi 24, 9 h » */
  readonly title: string;
  /** The pupil's word; empty without one, or where the page shows it already. */
  readonly word: string;
  /** The teacher's word; empty without one, or where the page shows it already. */
  readonly answer: string;
}

/** The words that the page shows above the earlier times and beside the files. */
type ShownWords = Pick<RoundModel, 'word' | 'answer'>;

/** The earlier times, the last one first. Of the last one, the page shows the answer already, and the word unless the pupil wrote another one. */
export function presentRounds(rounds: readonly WorkRoundRow[], shown: ShownWords, reader: TimeReader): RoundModel[] {
  const last = rounds.at(-1);
  const unless = (text: string, there: string): string => (text === there ? '' : text);
  return rounds
    .map((round) => {
      if (round !== last) return roundModel(round, reader);
      const words = { word: unless(round.word, shown.word), answer: unless(round.answer, shown.answer) };
      return roundModel({ ...round, ...words }, reader);
    })
    .filter((round) => round.word !== '' || round.answer !== '')
    .reverse();
}

/** One time with the words of both. */
export function roundModel(
  { id, state, givenBackAt, word, answer }: Pick<WorkRoundRow, 'id' | 'state' | 'givenBackAt' | 'word' | 'answer'>,
  reader: TimeReader,
): RoundModel {
  return { id, title: reader.t(`round.${state}`, { when: reader.format.moment(givenBackAt) }), word, answer };
}
