// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../store/bilan.entity.js';

/** Puts another id, or none, in the place of a person among the last writers of cells. */
export async function replaceWriter(db: SchoolDatabase, from: string, to: string): Promise<void> {
  const rows = await db
    .repository(BilanRow)
    .find({ containing: { column: 'writers', text: from }, select: ['id', 'pupilId', 'writers'] });
  for (const { id, writers } of rows) {
    await db.repository(BilanRow).update({ id }, { writers: writers.replaceAll(`"${from}"`, `"${to}"`) });
  }
}
