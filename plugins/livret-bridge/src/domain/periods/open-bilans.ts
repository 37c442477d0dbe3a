// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type NewRow, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { columnsOf, emptyContent } from '../bilan/content.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { keepCatalogues } from '../catalogue/kept-catalogues.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { InscribedPupil } from './pupils-of.js';

/** The period of one school year in which bilans are opened. */
export interface OpenedPeriod {
  readonly year: number;
  readonly period: number;
}

const TRIES = 5;

/**
 * The bilans of these pupils in a period. A pupil without one gets an empty draft with the catalogue of their level; pupils of a level that
 * no catalogue names, as in a maternelle, have none. Call it outside of a transaction: inside one, MariaDB would not show the rows of a
 * person who opened the same period meanwhile.
 * @example
 * `await openBilans({ db, catalogues }, { year, period }, await pupilsOf(directory, classes));`
 */
export async function openBilans(
  { db, catalogues }: { readonly db: SchoolDatabase; readonly catalogues: Catalogues },
  { year, period }: OpenedPeriod,
  all: readonly InscribedPupil[],
): Promise<BilanRow[]> {
  const rows = db.repository(BilanRow);
  const pupils = all.filter(({ level }) => catalogues.covers(level, year));
  const pupilId = In(pupils.map(({ id }) => id));
  for (let tries = 1; ; tries += 1) {
    const there = await rows.find({ where: { pupilId, year, kind: 'periodic', period } });
    const known = new Set(there.map((row) => row.pupilId));
    const missing = pupils.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return there;
    const empty = missing.map((pupil) => emptyBilan(catalogues, { year, period }, pupil));
    const used = empty.map(({ catalogue }) => catalogue);
    await keepCatalogues(used, catalogues, db);
    try {
      return [...there, ...(await rows.insert(empty))];
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}

function emptyBilan(
  catalogues: Catalogues,
  { year, period }: OpenedPeriod,
  { id, classId, level }: InscribedPupil,
): NewRow<BilanRow> {
  const catalogue = catalogues.choose(level, year);
  return {
    ...{ pupilId: id, classId, year, kind: 'periodic', period, level, catalogue: catalogue.id },
    ...columnsOf(emptyContent(catalogue)),
    ...{ state: 'draft', revision: 1, writers: '{}', compared: null },
    ...{ signedBy: null, signedAs: null, signedAt: null, authenticatedAt: null, sha256: null },
    ...{ visaBy: null, visaAs: null, visaAt: null, publishedAt: null },
  };
}
