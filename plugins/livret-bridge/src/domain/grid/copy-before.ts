// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import { In } from 'typeorm';
import { isWritable } from '../bilan/state.js';
import type { LivretRequest } from '../../brick-types.js';
import { linesOf } from '../catalogue/catalogue.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { saveChanges, type Change } from '../save/save-changes.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { GridPlace } from './grid-route.js';
import { readGrid } from './read-grid.js';

type Services = Pick<LivretRequest, 'db' | 'directory' | 'schoolYear' | 'access' | 'user' | 'clock'>;

/**
 * Copies the positions of the period before into empty cells of the class, line by line of the same code. `N` is not
 * copied: it says that nobody assessed then. A bilan that is signed stays as it is.
 * @returns the number of cells
 */
export async function copyBefore(services: Services, catalogues: Catalogues, at: GridPlace): Promise<number> {
  const { db, schoolYear, user, clock } = services;
  const { pupils, off, catalogues: ofClass } = await readGrid(services, catalogues, at);
  const pupilId = In(pupils.map(({ pupil }) => pupil.id));
  const before = await db
    .repository(BilanRow)
    .find({ where: { pupilId, year: schoolYear, kind: 'periodic', period: at.period - 1 } });
  const beforeOf = new Map(before.map((one) => [one.pupilId, one]));
  const known = await knownCatalogues(before, ofClass, db);
  const context = { db, catalogues: known, personId: user.id, now: clock.now(), schoolYear };
  let count = 0;
  for (const { pupil, bilan } of pupils) {
    const earlier = beforeOf.get(pupil.id);
    if (!earlier || !isWritable(bilan.state)) continue;
    const changes = changesFrom(known, earlier, bilan, off.get(bilan.classId) ?? []);
    if (changes.length === 0) continue;
    try {
      const { outcomes } = await saveChanges(context, bilan.id, changes);
      count += outcomes.filter(({ kind }) => kind === 'saved').length;
    } catch (error) {
      // Signed meanwhile.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return count;
}

function changesFrom(catalogues: Catalogues, earlier: BilanRow, bilan: BilanRow, off: readonly string[]): Change[] {
  const [from, to] = [catalogues.find(earlier.catalogue), catalogues.find(bilan.catalogue)];
  if (!from || !to) return [];
  const known = new Map(linesOf(from).map(({ code }, index) => [code, earlier.positions[index]]));
  return linesOf(to).flatMap(({ code }, index) => {
    const now = known.get(code) ?? ' ';
    const isEmpty = (bilan.positions[index] ?? ' ') === ' ';
    return isEmpty && /[1-4]/.test(now) && !off.includes(code) ? [{ cell: code, was: '', now }] : [];
  });
}
