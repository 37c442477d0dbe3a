// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { FILE, NodeRow } from '../store/node.entity.js';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import type { WorkRow } from '../store/work.entity.js';

interface GiveBackTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/**
 * Gives all back that is ready.
 * @returns the number of parts
 */
export async function giveBackReady(work: Pick<WorkRow, 'id'>, { db, clock }: GiveBackTools): Promise<number> {
  return db.transaction(async () => {
    const ready = await db.repository(WorkPupilRow).find({ where: { workId: work.id, ready: Not(IsNull()) } });
    let count = 0;
    for (const part of ready) if (await giveBack(part, { db, clock })) count += 1;
    return count;
  });
}

/**
 * Gives one part back as it was prepared: the pupil reads the word, and the guardians read word and files from now on.
 * @returns false when another person or the pupil changed the part meanwhile
 */
export async function giveBack(part: WorkPupilRow, { db, clock }: GiveBackTools): Promise<boolean> {
  const { id, revision, ready } = part;
  if (ready === null) return false;
  return db.transaction(async () => {
    const changes = { state: ready, ready: null, givenBackAt: clock.now(), revision: revision + 1 };
    if ((await db.repository(WorkPupilRow).update({ id, revision }, changes)) === 0) return false;
    const nodes = db.repository(NodeRow);
    const folders = await nodes.find({ where: { parentId: id } });
    if (folders.length === 0) return true;
    await nodes.update({ parentId: In(folders.map((folder) => folder.id)), rank: FILE }, { readers: 'families' });
    return true;
  });
}
