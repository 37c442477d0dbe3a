// SPDX-License-Identifier: EUPL-1.2
import type { Audit, SchoolWork } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { NodeRow } from '../../store/node.entity.js';
import { READERS } from '../../store/readers.js';
import { PART_STATES, WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { inClass } from './give-back.js';

type UndoTools = Pick<SchoolWork, 'db' | 'clock'> & { readonly audit: Audit };

const instant = z.iso.datetime().transform((text) => new Date(text));

/** A part before it was given back. */
const givenBefore = z.object({
  state: z.enum(PART_STATES),
  answer: z.string(),
  givenBackAt: instant.nullable(),
  takenBackAt: instant.nullable(),
  /** The revision that giving back has written: a part that changed since is not taken back. */
  revision: z.int(),
  /** The files that the family reads from then on, with their readers before. */
  files: z.array(z.object({ id: z.string(), readers: z.enum(READERS) })),
});

/** The corrections of a work that were given back at one instant: all of them, or that of one pupil. */
export interface GivenBack {
  readonly at: Date;
  readonly pupilId?: string;
}

/** The number of corrections that were taken back, and the number of corrections that stay. */
export interface Undone {
  readonly done: number;
  readonly kept: number;
}

/**
 * Takes corrections back that were not shown to their pupil or family: each part is as before, with the word and the files prepared. A
 * correction that a page shows at the same time was either marked before, and stays, or that page shows no word of it.
 */
export function undoGiveBack(
  work: Pick<WorkRow, 'id' | 'groupId'>,
  { at, pupilId }: GivenBack,
  tools: UndoTools,
): Promise<Undone> {
  return inClass(work, tools, async () => {
    const given = { workId: work.id, givenBackAt: at, ...(pupilId !== undefined && { pupilId }) };
    const parts = await tools.db.repository(WorkPupilRow).find({ where: given });
    let done = 0;
    for (const part of parts) if (await undoNow(part, at, tools)) done += 1;
    return { done, kept: parts.length - done };
  });
}

/** Whether a correction can be taken back, as far as the part tells. */
export function canUndo({ undo, revision }: Pick<WorkPupilRow, 'undo' | 'revision'>): boolean {
  return undo !== null && givenBefore.parse(JSON.parse(undo)).revision === revision;
}

async function undoNow(part: WorkPupilRow, givenBackAt: Date, { db, audit }: UndoTools): Promise<boolean> {
  const { id, workId, pupilId, revision, undo, answer, prepared, state } = part;
  if (undo === null || !canUndo(part)) return false;
  if (state !== 'corrected' && state !== 'again') return false;
  const { files, ...before } = givenBefore.parse(JSON.parse(undo));
  // A word that the teacher has prepared anew since is a change; a file alone is none, and waits with the others.
  const ready = { ready: state, prepared: prepared ?? answer };
  const changes = { ...before, ...ready, undo: null, revision: revision + 1 };
  const unshown = { id, revision, undo: Not(IsNull()) };
  if ((await db.repository(WorkPupilRow).update(unshown, changes)) === 0) return false;
  await db.repository(WorkRoundRow).delete({ partId: id, givenBackAt });
  for (const readers of READERS) {
    const ids = files.filter((file) => file.readers === readers).map((file) => file.id);
    const where = { id: In(ids), spaceKind: 'work' as const, readers: 'families' as const };
    if (ids.length > 0) await db.repository(NodeRow).update(where, { readers });
  }
  await audit('part.undoGiveBack', { work: workId, pupil: pupilId });
  return true;
}
