// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import type { BilanRow } from '../../store/bilan.entity.js';

type Published = Pick<BilanRow, 'id' | 'pupilId' | 'publishedAt'>;

/**
 * Notes that a guardian confirms the publication of a bilan. A second confirmation changes nothing, and one of an earlier publication is
 * replaced.
 */
export async function acknowledge(
  db: SchoolDatabase,
  { id: bilanId, pupilId, publishedAt }: Published,
  personId: string,
  at: Date,
): Promise<void> {
  const rows = db.repository(AcknowledgementRow);
  const there = await rows.findOne({ where: { bilanId, personId } });
  if (there) {
    if (publishedAt !== null && there.at < publishedAt) await rows.update({ id: there.id }, { at });
    return;
  }
  try {
    await rows.insert([{ bilanId, pupilId, personId, at }]);
  } catch (error) {
    // A second tap was first.
    if (!(error instanceof ConflictError)) throw error;
  }
}
