// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { Catalogues } from '../catalogue/catalogues.js';
import { comparisonOf, type PlacedBilan } from '../read/bilan-before.js';
import { BilanRow } from '../../store/bilan.entity.js';

/** The number of bilans that are processed together. */
const PART = 50;

/**
 * Stores with published bilans the bilan that each one is compared with, so that no other bilan changes what its family reads (ADR 107).
 * Call it once all bilans of a transaction are published: one may come before another.
 */
export async function keepComparisons(
  rows: readonly (PlacedBilan & Pick<BilanRow, 'id'>)[],
  catalogues: Catalogues,
  db: SchoolDatabase,
): Promise<void> {
  for (const row of rows) {
    const comparison = await comparisonOf(row, catalogues, db);
    if (comparison === undefined) continue;
    const where = { id: row.id, pupilId: row.pupilId, state: 'published' as const, compared: IsNull() };
    await db.repository(BilanRow).update(where, { compared: JSON.stringify(comparison) });
  }
}

/** Does the same for publications without a comparison: those from before comparisons were kept. */
export async function keepMissingComparisons(
  { db, catalogues }: { readonly db: SchoolDatabase; readonly catalogues: Catalogues },
  signal: AbortSignal,
): Promise<void> {
  let last: string | undefined;
  for (;;) {
    signal.throwIfAborted();
    const part = await db.repository(BilanRow).find({
      select: ['id', 'pupilId', 'year', 'period'],
      where: { state: 'published', compared: IsNull() },
      order: { id: 'ASC' },
      take: PART,
      ...(last !== undefined && { after: { id: last } }),
    });
    await keepComparisons(part, catalogues, db);
    last = part.at(-1)?.id;
    if (part.length < PART) return;
  }
}
