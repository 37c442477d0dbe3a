// SPDX-License-Identifier: EUPL-1.2
import { In, LessThan } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { recallParcels } from './recall-parcels.js';

export interface Choice {
  readonly pupilIds: readonly string[];
  readonly year: number;
  /** The UAI of a collège; empty for one that is not on this platform. */
  readonly college: string;
}

/**
 * Chooses the collège of pupils. Parcels that still wait at another collège are recalled, since the pupil does not go there. Choices of
 * earlier years are deleted.
 * @returns the number of pupils with a parcel that was recalled
 */
export async function chooseCollege(
  { pupilIds, year, college }: Choice,
  { db, handOver }: Pick<LivretRequest, 'db' | 'handOver'>,
): Promise<number> {
  return db.transaction(async () => {
    const rows = db.repository(DestinationRow);
    await rows.delete({ year: LessThan(year - 1) });
    await rows.delete({ pupilId: In([...pupilIds]), year });
    await rows.insert(pupilIds.map((pupilId) => ({ pupilId, year, college })));
    return recallParcels(({ pupilId, to }) => pupilIds.includes(pupilId) && to.uai !== college, handOver);
  });
}

interface ChoiceBack extends Choice {
  /** The collège that was chosen before; undefined where none was. */
  readonly before: string | undefined;
}

/** Takes a choice back. Nothing may have been offered to the collège since. */
export async function takeChoiceBack(
  { pupilIds, year, college, before }: ChoiceBack,
  { db }: Pick<LivretRequest, 'db'>,
): Promise<void> {
  const where = { pupilId: In([...pupilIds]), year, college };
  const rows = db.repository(DestinationRow);
  await (before === undefined ? rows.delete(where) : rows.update(where, { college: before }));
}
