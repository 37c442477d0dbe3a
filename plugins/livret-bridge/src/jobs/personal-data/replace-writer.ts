// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../../store/bilan.entity.js';

/** Puts another id, or none, in the place of a person among the last writers of cells. */
export async function replaceWriter(db: SchoolDatabase, from: string, to: string): Promise<void> {
  const bilans = db.repository(BilanRow);
  const rows = await bilans.find({
    containing: { column: 'writers', text: from },
    select: ['id', 'pupilId', 'writers'],
  });
  for (const { id } of rows) {
    // A save that is under way reads the row again, and this reads what was saved since: see `moveBilans`.
    await bilans.increment({ id }, { revision: 1 });
    const row = await bilans.findOne({ where: { id } });
    if (row) await bilans.update({ id }, { writers: row.writers.replaceAll(`"${from}"`, `"${to}"`) });
  }
}
