// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { UNTOUCHED } from '../works/save-work.js';
import type { LoadedPart } from './load-part.js';

/**
 * Gives a row to each part that a page shows to its pupil or family for the first time. When pupils are picked one by one while a sync
 * leaves this pupil out of the class, they lose nothing that they have seen (ADR 65).
 */
export async function noteShown(
  parts: readonly Pick<LoadedPart, 'work' | 'pupilId' | 'row'>[],
  { db }: { readonly db: SchoolDatabase },
): Promise<void> {
  const first = parts.filter(({ row }) => row === undefined);
  if (first.length === 0) return;
  const rows = first.map(({ work: { id, groupId }, pupilId }) => ({ workId: id, groupId, pupilId, ...UNTOUCHED }));
  try {
    await db.repository(WorkPupilRow).insert(rows);
  } catch (error) {
    // Another tab was first. What it did not show has its row with the next page.
    if (!(error instanceof ConflictError)) throw error;
  }
}
