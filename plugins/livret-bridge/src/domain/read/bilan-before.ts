// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { LessThan } from 'typeorm';
import type { Comparison } from '../bilan/comparison.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { rhythmOf } from '../periods/rhythm-of.js';
import { correctionOf } from '../trace/correction.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { positionsByCode, type BilanBefore } from './readable-bilan.js';

export type PlacedBilan = Pick<BilanRow, 'pupilId' | 'year' | 'period'>;

/** The bilan before this one: as its publication keeps it, or else as it is now. */
export async function bilanBefore(
  kept: Comparison | undefined,
  row: PlacedBilan,
  catalogues: Catalogues,
  db: SchoolDatabase,
): Promise<BilanBefore | undefined> {
  return beforeIn(kept === undefined ? await comparisonOf(row, catalogues, db) : kept);
}

export function beforeIn(comparison: Comparison | undefined): BilanBefore | undefined {
  if (!comparison) return undefined;
  const { rhythm, positions, ...named } = comparison;
  return { ...named, rhythm: rhythm ?? undefined, positions: new Map(Object.entries(positions)) };
}

/**
 * The comparison of a bilan that is published now with the last earlier bilan that the family reads. Undefined when nobody has the names of
 * the lines of that one.
 */
export async function comparisonOf(
  row: PlacedBilan,
  catalogues: Catalogues,
  db: SchoolDatabase,
): Promise<Comparison | undefined> {
  const found = await lastRead(row, db);
  if (!found) return null;
  const { year, period, level } = found;
  const catalogue = (await knownCatalogues([found], catalogues, db)).find(found.catalogue);
  if (!catalogue) return undefined;
  const positions = Object.fromEntries(positionsByCode(catalogue, found.positions));
  return { year, period, rhythm: (await rhythmOf(found, db)) ?? null, level, positions };
}

type ReadByFamily = Pick<BilanRow, 'year' | 'period' | 'level' | 'catalogue' | 'positions'>;

/**
 * The last earlier bilan that the family reads. A bilan that is not published yet may change; for one that is being corrected, the family
 * reads the publication that the history keeps.
 */
async function lastRead({ pupilId, year, period }: PlacedBilan, db: SchoolDatabase): Promise<ReadByFamily | undefined> {
  const earlier = await db.repository(BilanRow).find({
    select: ['id', 'state', 'year', 'period', 'level', 'catalogue', 'positions'],
    where: [
      { pupilId, year, period: LessThan(period) },
      { pupilId, year: LessThan(year) },
    ],
    order: { year: 'DESC', period: 'DESC', id: 'DESC' },
  });
  for (const row of earlier) {
    if (row.state === 'published') return row;
    const correction = await correctionOf(row, db);
    if (correction?.kept && !correction.isWithdrawn) {
      return { ...correction.kept, positions: correction.kept.content.positions };
    }
  }
  return undefined;
}
