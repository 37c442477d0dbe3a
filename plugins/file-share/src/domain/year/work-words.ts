// SPDX-License-Identifier: EUPL-1.2
import type { TimeReader } from '../time/when-words.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkRow } from '../../store/work.entity.js';

export interface WordsOfPart {
  readonly work: Pick<WorkRow, 'title' | 'text'>;
  readonly row: WorkPupilRow;
  /** The times that the part was given back, the first one first. */
  readonly rounds: readonly WorkRoundRow[];
}

type Reader = Pick<TimeReader, 't' | 'format'>;

/**
 * The words of a work as a text: the task, then each word of the pupil and of the teacher, with its day. Guardians read a word of the pupil once it
 * was given back.
 * @returns an empty text where nobody wrote anything
 */
export function workWords({ work, row, rounds }: WordsOfPart, as: 'pupil' | 'guardian', reader: Reader): string {
  const { t } = reader;
  const said = [
    ...(work.text === '' ? [] : [`${t('part.todo')}\n\n${work.text}`]),
    ...rounds.flatMap((round) => [handedIn(round, reader), givenBack(round, reader)]),
    ...(as === 'pupil' ? [currentWord(row, rounds, reader)] : []),
    ...(rounds.length === 0 ? [answerOnly(row, reader)] : []),
  ].filter((words) => words !== '');
  return said.length === 0 ? '' : `${[work.title, ...said].join('\n\n\n')}\n`;
}

function handedIn({ handedInAt, word }: Pick<WorkRoundRow, 'handedInAt' | 'word'>, reader: Reader): string {
  if (handedInAt !== null) return dated('takeAll.handedIn', handedInAt, word, reader);
  return word === '' ? '' : `${reader.t('takeAll.word')}\n\n${word}`;
}

function givenBack({ state, givenBackAt, answer }: WorkRoundRow, reader: Reader): string {
  return dated(`round.${state}`, givenBackAt, answer, reader);
}

/** The word that no round has: it waits for the teacher, or was not handed in yet. */
function currentWord(
  { word, handedInAt, takenBackAt }: WorkPupilRow,
  rounds: readonly WorkRoundRow[],
  reader: Reader,
): string {
  const last = rounds.at(-1);
  const isNew = handedInAt !== null && handedInAt > (last?.handedInAt ?? new Date(0));
  if (isNew && takenBackAt === null) return handedIn({ handedInAt, word }, reader);
  return word === last?.word ? '' : handedIn({ handedInAt: null, word }, reader);
}

/** Parts that earlier versions gave back have no round: the answer stands in the part alone. */
function answerOnly({ state, givenBackAt, answer }: WorkPupilRow, reader: Reader): string {
  if (givenBackAt === null) return '';
  return dated(state === 'corrected' ? 'round.corrected' : 'round.again', givenBackAt, answer, reader);
}

function dated(
  title: 'takeAll.handedIn' | 'round.corrected' | 'round.again',
  at: Date,
  words: string,
  { t, format }: Reader,
): string {
  const head = t(title, { when: format.dayAndTime(at) });
  return words === '' ? head : `${head}\n\n${words}`;
}
