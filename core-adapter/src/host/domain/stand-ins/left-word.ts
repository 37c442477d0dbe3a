// SPDX-License-Identifier: EUPL-1.2
import { IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { InputError, NotFoundError } from '../../../api/errors.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { lockSchool } from '../directory/lock-school.js';
import { NO_WORD, StandInRow } from '../directory/stand-in.entity.js';
import { replacedIn, standInsInGroups, type StandInInGroup } from './stand-ins-in-groups.js';

/** The number of characters that a word for a replacement teacher may have. */
export const MOST_OF_WORD = 300;

/** The author of a word, in a school. */
export interface WordAuthor {
  readonly uai: string;
  readonly personId: string;
  readonly isHead: boolean;
}

/**
 * A replacement, in force or to come, for an author who may leave a word with it: the teacher who is replaced, or a head of the school.
 * @throws NotFoundError for everybody else, and when the replacement is over
 */
export async function findForWord(
  unitOfWork: UnitOfWork,
  id: string,
  { uai, personId, isHead }: WordAuthor,
  now: Date,
): Promise<StandInInGroup> {
  const row = await unitOfWork.run((manager) => manager.findOneBy(StandInRow, { id, uai, until: MoreThan(now) }));
  const inClass = row ? await standInsInGroups(unitOfWork, [row.groupId], now) : [];
  const found = inClass.find((one) => one.id === id);
  const isReplaced = found && replacedIn(found)?.id === personId;
  if (!found || !(isHead || isReplaced)) throw new NotFoundError(`${personId} may leave no word with ${id} of ${uai}.`);
  return found;
}

/**
 * Leaves a word in place of the one before; an empty one takes that away. Words of replacements that are over go at the same time.
 * @returns the replacement as it was
 * @throws NotFoundError as `findForWord`; InputError with the fault `empty` or `long` of the field `word`
 */
export function leaveWord(
  unitOfWork: UnitOfWork,
  { id, word, author, now }: { id: string; word: string; author: WordAuthor; now: Date },
): Promise<StandInInGroup> {
  return unitOfWork.transaction(async (manager) => {
    await lockSchool(unitOfWork, author.uai);
    const before = await findForWord(unitOfWork, id, author, now);
    if (word.length > MOST_OF_WORD) throw refused('long', `The word has ${word.length} characters.`);
    if (word === '' && !before.word) throw refused('empty', 'The word is empty, and there is none to take away.');
    await manager.update(StandInRow, { id }, word === '' ? NO_WORD : { word, wordBy: author.personId });
    await manager.update(StandInRow, { uai: author.uai, until: LessThanOrEqual(now), wordBy: Not(IsNull()) }, NO_WORD);
    return before;
  });
}

function refused(fault: 'empty' | 'long', sentence: string): InputError {
  return new InputError(sentence, { fields: { word: fault } });
}
