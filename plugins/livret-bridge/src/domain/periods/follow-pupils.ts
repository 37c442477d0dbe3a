// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { In } from 'typeorm';
import { columnsOf, contentOf, emptyContent, isEmpty } from '../bilan/content.js';
import { WRITABLE_STATES } from '../bilan/state.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { keepCatalogues, knownCatalogues } from '../catalogue/kept-catalogues.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { InscribedPupil } from './pupils-of.js';

interface Services {
  readonly db: SchoolDatabase;
  readonly directory: Pick<SchoolDirectory, 'relations'>;
  readonly catalogues: Catalogues;
}

/**
 * Lets bilans that nobody has signed yet follow pupils who changed class or level since. A bilan with a text does not take a level that its
 * catalogue does not name: the text would lose its lines. A row that has changed since it was read stays as it is until the next time. The
 * level is signed, so the revision is raised, as for a cell.
 */
export async function followPupils(
  { db, directory, catalogues }: Services,
  bilans: readonly BilanRow[],
  pupils: readonly InscribedPupil[],
): Promise<BilanRow[]> {
  const pupilOf = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const moved = bilans.filter(({ pupilId, classId, level, state }) => {
    const pupil = pupilOf.get(pupilId);
    return pupil && WRITABLE_STATES.includes(state) && (pupil.classId !== classId || pupil.level !== level);
  });
  if (moved.length === 0) return [...bilans];
  const known = await knownCatalogues(moved, catalogues, db);
  const { memberOf } = await directory.relations(moved.map(({ pupilId }) => pupilId));
  const followed = new Map<string, BilanRow>();
  for (const bilan of moved) {
    const pupil = pupilOf.get(bilan.pupilId);
    if (!pupil) continue;
    const { id, revision } = bilan;
    // A pupil of two classes stays with the one that opened the bilan.
    const classId = memberOf.get(pupil.id)?.has(bilan.classId) ? bilan.classId : pupil.classId;
    const level = levelColumns(bilan, pupil.level, known);
    if (classId === bilan.classId && level === undefined) continue;
    if (level?.catalogue !== undefined) await keepCatalogues([level.catalogue], catalogues, db);
    const changes = { classId, ...level, revision: revision + 1 };
    const written = await db.repository(BilanRow).update({ id, revision, state: In([...WRITABLE_STATES]) }, changes);
    if (written > 0) followed.set(id, { ...bilan, ...changes });
  }
  return bilans.map((bilan) => followed.get(bilan.id) ?? bilan);
}

/** The columns that another level of the pupil changes; undefined when the bilan keeps its own. */
function levelColumns(bilan: BilanRow, level: string | null, catalogues: Catalogues): Partial<BilanRow> | undefined {
  if (level === bilan.level || !catalogues.covers(level, bilan.year)) return undefined;
  const catalogue = catalogues.choose(level, bilan.year);
  if (catalogue.id === bilan.catalogue) return { level };
  if (!isEmpty(contentOf(bilan))) {
    const isCovered = Object.hasOwn(catalogues.find(bilan.catalogue)?.since ?? {}, level ?? 'CM2');
    return isCovered ? { level } : undefined;
  }
  return { level, catalogue: catalogue.id, ...columnsOf(emptyContent(catalogue)), writers: '{}' };
}
