// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { FileShareRequest } from '../brick-types.js';
import { NodeRow } from '../store/node.entity.js';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import { WorkRow } from '../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';

/**
 * Deletes a draft with its files. Files that were chosen from a space stay there.
 * @returns false when it was handed out meanwhile
 */
export async function deleteDraft(
  { id }: Pick<WorkRow, 'id'>,
  request: Pick<FileShareRequest, 'db' | 'clock'>,
): Promise<boolean> {
  const { db } = request;
  const nodes = db.repository(NodeRow);
  const [folder] = await nodes.find({ where: { parentId: id } });
  return changeSpaces(
    folder ? [folder.spaceId] : [],
    async () => {
      if ((await db.repository(WorkRow).delete({ id, isDraft: true })) === 0) return false;
      await deleteNodes(await nodes.find({ where: { parentId: In([id]) } }), request);
      await db.repository(WorkPupilRow).delete({ workId: id });
      return true;
    },
    request,
  );
}
