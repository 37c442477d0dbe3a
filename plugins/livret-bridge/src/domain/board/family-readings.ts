// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { BilanRow } from '../../store/bilan.entity.js';
import { familyReadings } from '../../store/family-readings.query.js';

/** Whether a guardian of the pupil has read a published bilan since its publication, and confirmed it. */
export type FamilyReading = 'unread' | 'read' | 'confirmed';

/** The readings of published bilans, by the id of the bilan. */
export type FamilyReadings = ReadonlyMap<string, FamilyReading>;

/** The readings of all these bilans, in one query; in none when nothing is published. */
export async function readFamilyReadings(
  bilans: readonly Pick<BilanRow, 'id' | 'state'>[],
  db: SchoolDatabase,
): Promise<FamilyReadings> {
  const bilanIds = bilans.filter(({ state }) => state === 'published').map(({ id }) => id);
  if (bilanIds.length === 0) return new Map();
  const rows = await db.query(familyReadings, { bilanIds });
  return new Map(rows.map(({ id, readers, confirming }) => [id, readingOf(readers, confirming)]));
}

function readingOf(readers: number, confirming: number): FamilyReading {
  if (confirming > 0) return 'confirmed';
  return readers > 0 ? 'read' : 'unread';
}
