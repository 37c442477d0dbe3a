// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { WorkPupilRow, type PartState } from '../store/work-pupil.entity.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { inParts } from '../tree/all-below.js';
import { lockSpaces } from '../tree/change-spaces.js';
import type { Move, MoveTools } from './move-tools.js';

/** From the least to the furthest on. */
const PROGRESS: readonly PartState[] = ['given', 'started', 'again', 'handedIn', 'corrected'];

/** Gives the parts of one pupil to another. Of two parts of one work, the one that is further on stays. */
export async function moveParts(move: Move, tools: MoveTools): Promise<void> {
  const { db, from, to } = move;
  const parts = db.repository(WorkPupilRow);
  const dropped: WorkPupilRow[] = [];
  const ofTo = new Map((await parts.find({ where: { pupilId: to } })).map((part) => [part.workId, part]));
  for (const part of await parts.find({ where: { pupilId: from } })) {
    const other = ofTo.get(part.workId);
    if (other) dropped.push(isFurther(part, other) ? other : part);
  }
  await deleteParts(dropped, move, tools);
  await parts.update({ pupilId: from }, { pupilId: to });
  await db.repository(NodeRow).update({ pupilId: from }, { pupilId: to });
}

function isFurther(part: WorkPupilRow, other: WorkPupilRow): boolean {
  return PROGRESS.indexOf(part.state) > PROGRESS.indexOf(other.state);
}

async function deleteParts(dropped: readonly WorkPupilRow[], { db }: Move, tools: MoveTools): Promise<void> {
  for (const ids of inParts(dropped.map(({ id }) => id))) {
    // Their folders: what lies in them goes with them.
    const where = { parentId: In(ids) };
    const folders = await db.repository(NodeRow).find({ where });
    await lockSpaces(
      folders.map(({ spaceId }) => spaceId),
      { db },
    );
    await deleteNodes(await db.repository(NodeRow).find({ where }), { db, ...tools });
    await db.repository(WorkPupilRow).delete({ id: In(ids) });
  }
}
