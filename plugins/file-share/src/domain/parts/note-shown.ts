// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { UNTOUCHED } from '../works/save-work.js';
import type { LoadedPart } from './load-part.js';

type ShownPart = Pick<LoadedPart, 'work' | 'pupilId' | 'row'>;

/**
 * Notes each part that a page shows to its pupil or family for the first time, or first as one to read. When pupils are picked one by one
 * while a sync leaves this pupil out of the class, or when the class gets another key, they lose nothing that they have seen (ADR 65).
 */
export async function noteShown(parts: readonly ShownPart[], { db }: { readonly db: SchoolDatabase }): Promise<void> {
  const toRead = parts.flatMap(({ work, row }) => (row && !work.collects && !row.shownToRead ? [row.id] : []));
  const toDo = parts.flatMap(({ work, row }) => (row && work.collects && !row.shown ? [row.id] : []));
  const rows = db.repository(WorkPupilRow);
  if (toRead.length > 0) await rows.update({ id: In(toRead) }, { shown: true, shownToRead: true });
  if (toDo.length > 0) await rows.update({ id: In(toDo) }, { shown: true });
  await addRows(
    parts.filter(({ row }) => row === undefined),
    db,
  );
}

/** When another tab, or a teacher, was first with one of the rows, each is written by itself. */
async function addRows(parts: readonly ShownPart[], db: SchoolDatabase): Promise<void> {
  if (parts.length === 0) return;
  const rows = db.repository(WorkPupilRow);
  const own = parts.map(({ work: { id: workId, groupId, collects }, pupilId }) => ({
    ids: { workId, groupId, pupilId },
    seen: collects ? { shown: true } : { shown: true, shownToRead: true },
  }));
  try {
    await rows.insert(own.map(({ ids, seen }) => ({ ...UNTOUCHED, ...ids, ...seen })));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    if (parts.length > 1) for (const part of parts) await addRows([part], db);
    else for (const { ids, seen } of own) await rows.update(ids, seen);
  }
}
