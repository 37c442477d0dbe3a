// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { Catalogues } from './catalogues.js';
import { knownCatalogues } from './kept-catalogues.js';
import { cataloguesOfYear } from '../../store/unnamed.query.js';

/** Bilans of a school year with catalogues that nobody has any more. */
export interface UnnamedBilans {
  readonly count: number;
  readonly period: number;
}

/** The bilans of a school year that are read without the names of their lines; undefined when there are none. */
export async function unnamedBilans(
  { db, schoolYear: year }: { readonly db: SchoolDatabase; readonly schoolYear: number },
  catalogues: Catalogues,
): Promise<UnnamedBilans | undefined> {
  const rows = await db.query(cataloguesOfYear, { year });
  const known = await knownCatalogues(rows, catalogues, db);
  const unnamed = rows.filter(({ catalogue }) => known.find(catalogue) === undefined);
  if (unnamed.length === 0) return undefined;
  return {
    count: unnamed.reduce((sum, { bilans }) => sum + bilans, 0),
    period: Math.min(...unnamed.map(({ period }) => period)),
  };
}
