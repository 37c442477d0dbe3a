// SPDX-License-Identifier: EUPL-1.2
import { partPath } from '../../../paths.js';
import type { LoadedPart } from '../../../domain/parts/load-part.js';
import type { PartReader } from './file-lines.js';
import { againWords, continueWord, todoDetail } from './todo-words.js';

/** A work that a pupil can still hand in. */
export interface TodoRow {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** « Pour vendredi 27 à 8 h 30. Tu as commencé. » */
  readonly detail: string;
  /** « À refaire : « … » » */
  readonly word: string | undefined;
  readonly isAgain: boolean;
  readonly isStarted: boolean;
  readonly action: string;
}

export function todoRow(part: LoadedPart, reader: PartReader): TodoRow {
  const { work, status, row, pupilId } = part;
  const isAgain = status.state === 'again';
  return {
    id: work.id,
    title: work.title,
    url: reader.url(partPath(work.id, pupilId)),
    detail: todoDetail(part, reader),
    word: isAgain ? againWords(row?.answer ?? '', reader) : undefined,
    isAgain,
    isStarted: status.state === 'started',
    action: continueWord(part, reader),
  };
}
