// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { UNTOUCHED } from '../works/save-work.js';
import type { LoadedPart } from './load-part.js';

/**
 * Notes each part that a page shows to its pupil or family for the first time. When pupils are picked one by one while a sync leaves this
 * pupil out of the class, or when the class gets another key, they lose nothing that they have seen (ADR 65).
 */
export async function noteShown(
  parts: readonly Pick<LoadedPart, 'work' | 'pupilId' | 'row'>[],
  { db }: { readonly db: SchoolDatabase },
): Promise<void> {
  const picked = parts.flatMap(({ work, row }) => (work.audience === 'picked' && row && !row.shown ? [row.id] : []));
  if (picked.length > 0) await db.repository(WorkPupilRow).update({ id: In(picked) }, { shown: true });
  const first = parts.filter(({ row }) => row === undefined);
  if (first.length === 0) return;
  const rows = first.map(({ work: { id, groupId }, pupilId }) => ({
    workId: id,
    groupId,
    pupilId,
    ...UNTOUCHED,
    shown: true,
  }));
  try {
    await db.repository(WorkPupilRow).insert(rows);
  } catch (error) {
    // Another tab was first. What it did not show has its row with the next page.
    if (!(error instanceof ConflictError)) throw error;
  }
}
