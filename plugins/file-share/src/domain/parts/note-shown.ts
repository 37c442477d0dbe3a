// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { UNTOUCHED } from '../works/save-work.js';
import { changeSpaces } from '../tree/change-spaces.js';
import type { PartTools } from './change-part.js';
import type { LoadedPart } from './load-part.js';
import { refreshPart } from './refresh-part.js';

interface ShowTools {
  readonly db: SchoolDatabase;
}

type ShownPart = Pick<LoadedPart, 'work' | 'pupilId' | 'row'>;

/**
 * Notes each part that a page shows to its pupil or family for the first time, or first as one to read. When pupils are picked one by one
 * while a sync leaves this pupil out of the class, or when the class gets another key, they lose nothing that they have seen (ADR 65).
 */
export async function noteShown(parts: readonly ShownPart[], { db }: ShowTools): Promise<void> {
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

type Corrected = Pick<WorkPupilRow, 'id' | 'undo' | 'revision'>;

/** Reads parts for a page of their pupil or family, and notes that they were shown with what came back. */
export async function showParts(
  read: () => Promise<readonly LoadedPart[]>,
  tools: ShowTools,
): Promise<readonly LoadedPart[]> {
  const parts = await showCorrections(read, tools);
  await noteShown(parts, tools);
  return parts;
}

/**
 * Reads parts for lines about them, and notes that corrections were shown (ADR 130). When a teacher takes one back at the same time, the parts
 * are read again: the page shows no word of it.
 * @param told the parts that the lines tell of; default: all
 */
export async function showCorrections(
  read: () => Promise<readonly LoadedPart[]>,
  tools: ShowTools,
  told: (parts: readonly LoadedPart[]) => readonly LoadedPart[] = (parts) => parts,
): Promise<readonly LoadedPart[]> {
  const parts = await read();
  const rows = told(parts).flatMap(({ row }) => row ?? []);
  return (await noteCorrections(rows, tools)) ? parts : showCorrections(read, tools, told);
}

/**
 * Does so for rows alone, with what belongs to them, such as their files. A correction that is given back between the two reads would come
 * with it without being noted as shown: both are read again.
 */
export async function showRows<T>(
  read: () => Promise<readonly WorkPupilRow[]>,
  readWith: (rows: readonly WorkPupilRow[]) => Promise<T>,
  tools: ShowTools,
): Promise<T> {
  const rows = await read();
  if (!(await noteCorrections(rows, tools))) return showRows(read, readWith, tools);
  const whole = await readWith(rows);
  const now = new Map((await read()).map(({ id, revision }) => [id, revision]));
  const isAsRead = now.size === rows.length && rows.every(({ id, revision }) => now.get(id) === revision);
  return isAsRead ? whole : showRows(read, readWith, tools);
}

/** Notes that one part was shown with what came back, and reads it again when that was taken back at the same time. */
export async function showPart(part: LoadedPart, tools: PartTools): Promise<LoadedPart> {
  await noteShown([part], tools);
  if (await noteCorrections(part.row ? [part.row] : [], tools)) return part;
  return showPart(await refreshPart(part, tools), tools);
}

/**
 * Notes that corrections were shown: nobody takes them back any more. The transaction begins with the update, which waits for a teacher who
 * takes one back, so that the versions read after it are as that teacher has left them.
 * @returns false when one of them is no longer as it was read
 */
export async function noteCorrections(rows: readonly Corrected[], { db }: ShowTools): Promise<boolean> {
  const fresh = rows.filter(({ undo }) => undo !== null);
  if (fresh.length === 0) return true;
  const parts = db.repository(WorkPupilRow);
  const where = { id: In(fresh.map(({ id }) => id)) };
  const noted = await changeSpaces(
    [],
    async () => {
      await parts.update(where, { undo: null });
      return parts.find({ select: ['id', 'revision'], where });
    },
    { db },
  );
  const revisions = new Map(noted.map(({ id, revision }) => [id, revision]));
  return fresh.every(({ id, revision }) => revisions.get(id) === revision);
}
