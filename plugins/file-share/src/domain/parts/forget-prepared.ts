// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Clock, type SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { findWorkFolder } from '../works/work-folders.js';
import { firstWord } from './first-word.js';

/**
 * Marks a part as not prepared when nothing is prepared: no new note, no choice of what comes next, and no waiting file. Its work can then
 * be withdrawn. The empty folder goes, too, since the row of the part may.
 */
export async function forgetPrepared(
  { id, groupId }: Pick<WorkPupilRow, 'id' | 'groupId'>,
  tools: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<void> {
  const parts = tools.db.repository(WorkPupilRow);
  const { spaceId } = await openSpace(groupSpace(groupId), tools);
  await changeSpaces(
    [spaceId],
    async () => {
      const row = await parts.findOne({ where: { id } });
      if (!row || row.ready !== null || (row.prepared ?? firstWord(row)) !== firstWord(row)) return;
      const folder = await findWorkFolder(id, 'back', tools);
      if (folder && (await countWaiting(folder, tools)) > 0) return;
      if (folder?.files === 0) await deleteNodes([folder], tools);
      if (row.prepared === null) return;
      const { revision, prepared } = row;
      if ((await parts.update({ id, revision, prepared }, { prepared: null })) === 0) {
        throw new ConflictError('The part of the pupil was prepared meanwhile.');
      }
    },
    tools,
  );
}

/** The number of files that wait to go back to the pupil: those of earlier times are read by the family already. */
export function countWaiting(
  { id: parentId }: Pick<NodeRow, 'id'>,
  { db }: { readonly db: SchoolDatabase },
): Promise<number> {
  return db.repository(NodeRow).count({ where: { parentId, rank: FILE, readers: 'teachers', trashedAt: IsNull() } });
}
