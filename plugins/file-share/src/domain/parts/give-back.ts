// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { isReady, type TimeTools } from '../works/work-progress.js';

type GiveBackTools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * Gives back all parts that are ready.
 * @returns the number of parts
 */
export function giveBackReady(work: WorkRow, tools: GiveBackTools & TimeTools): Promise<number> {
  return inClass(work, tools, async () => {
    const parts = await tools.db.repository(WorkPupilRow).find({ where: { workId: work.id } });
    let count = 0;
    const ready = parts.filter((part) => isReady(work, part, tools));
    for (const part of ready) if (await giveBackNow(part, tools)) count += 1;
    return count;
  });
}

/**
 * Gives one part back as it was prepared: the pupil reads the word, and the guardians read word and files from now on.
 * @returns false when another person or the pupil changed the part meanwhile
 */
export function giveBack(work: Pick<WorkRow, 'groupId'>, part: WorkPupilRow, tools: GiveBackTools): Promise<boolean> {
  return inClass(work, tools, () => giveBackNow(part, tools));
}

/** Runs the work in turn with everything else that changes files of the class, such as a pupil who puts a file into the part. */
async function inClass<R>(
  { groupId }: Pick<WorkRow, 'groupId'>,
  tools: GiveBackTools,
  work: () => Promise<R>,
): Promise<R> {
  const { spaceId } = await openSpace(groupSpace(groupId), tools);
  return changeSpaces([spaceId], work, tools);
}

async function giveBackNow(part: WorkPupilRow, { db, clock }: GiveBackTools): Promise<boolean> {
  const { id, revision, ready, prepared, workId, groupId, pupilId, word, handedInAt, late } = part;
  if (ready === null) return false;
  const given = { state: ready, answer: prepared ?? part.answer, givenBackAt: clock.now() };
  const changes = { ...given, takenBackAt: null, ready: null, prepared: null, revision: revision + 1 };
  if ((await db.repository(WorkPupilRow).update({ id, revision }, changes)) === 0) return false;
  const round = { partId: id, workId, groupId, pupilId, word, handedInAt, late, ...given };
  await db.repository(WorkRoundRow).insert([round]);
  const nodes = db.repository(NodeRow);
  const folders = await nodes.find({ where: { parentId: id } });
  if (folders.length === 0) return true;
  await nodes.update({ parentId: In(folders.map((folder) => folder.id)), rank: FILE }, { readers: 'families' });
  return true;
}
