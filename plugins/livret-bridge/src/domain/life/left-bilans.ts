// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory, SchoolWork } from '@volee/core-adapter';
import { isRestorable } from './restore.js';
import { correctionAmong, turnsOf } from '../trace/correction.js';
import { withdrawnOnce } from '../../store/withdrawn.query.js';

/** A bilan that was withdrawn, of a pupil who has left since. */
export interface LeftBilan {
  readonly id: string;
  readonly pupilId: string;
  readonly period: number;
}

interface LeftReader extends Pick<SchoolWork, 'db' | 'schoolYear'> {
  readonly directory: Pick<SchoolDirectory, 'relations'>;
}

/**
 * Withdrawn bilans of pupils who left. Nobody corrects them any more, and their families read nothing of them until the head restores the
 * earlier text.
 */
export async function leftBilans({ db, directory, schoolYear: year }: LeftReader): Promise<readonly LeftBilan[]> {
  const rows = await db.query(withdrawnOnce, { year });
  if (rows.length === 0) return [];
  const turns = await turnsOf({ bilanIds: rows.map(({ id }) => id) }, db);
  const { profiles } = await directory.relations(rows.map(({ pupilId }) => pupilId));
  return rows.filter((row) => {
    const correction = correctionAmong(turns, row);
    const isHere = profiles.get(row.pupilId)?.includes('pupil') === true;
    return !isHere && correction?.isWithdrawn === true && isRestorable(row, correction);
  });
}
