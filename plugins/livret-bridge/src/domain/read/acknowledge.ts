// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import type { BilanRow } from '../../store/bilan.entity.js';

/** The time in which a guardian takes a confirmation back, in milliseconds. */
const TAKEN_BACK_WITHIN = 10 * 60_000;

type Published = Pick<BilanRow, 'id' | 'pupilId' | 'publishedAt'>;

/**
 * Notes that a guardian confirms the publication of a bilan. A second confirmation changes nothing, and one of an earlier publication is
 * replaced.
 * @returns the instant of the confirmation that stands
 */
export async function acknowledge(
  db: SchoolDatabase,
  { id: bilanId, pupilId, publishedAt }: Published,
  personId: string,
  at: Date,
): Promise<Date> {
  const rows = db.repository(AcknowledgementRow);
  const where = { bilanId, personId };
  const there = await rows.findOne({ where });
  if (there && (publishedAt === null || there.at >= publishedAt)) return there.at;
  if (there) await rows.update({ id: there.id, at: there.at }, { at });
  else await insertOnce();
  // Another tap may have been first: its confirmation stands, and is the one that can be taken back.
  return (await rows.findOne({ where }))?.at ?? at;

  async function insertOnce(): Promise<void> {
    try {
      await rows.insert([{ ...where, pupilId, at }]);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

interface Confirmation {
  readonly bilanId: string;
  readonly personId: string;
  readonly at: Date;
}

/** The instant until which a guardian takes back a confirmation of an instant. */
export function takenBackUntil(at: Date): Date {
  return new Date(at.getTime() + TAKEN_BACK_WITHIN);
}

/** Deletes a confirmation of the last ten minutes: somebody pressed the button too early. Later the school relies on it. */
export async function takeConfirmationBack(db: SchoolDatabase, where: Confirmation, now: Date): Promise<boolean> {
  if (takenBackUntil(where.at) <= now) return false;
  return (await db.repository(AcknowledgementRow).delete({ ...where })) > 0;
}
