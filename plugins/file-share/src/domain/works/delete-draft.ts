// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';

/**
 * Deletes a draft with its files. Files that were chosen from a space stay there.
 * @returns false when it was handed out meanwhile
 */
export async function deleteDraft(
  { id, groupId }: Pick<WorkRow, 'id' | 'groupId'>,
  request: Pick<FileShareRequest, 'db' | 'clock'>,
): Promise<boolean> {
  const { db } = request;
  const nodes = db.repository(NodeRow);
  const { spaceId } = await openSpace(groupSpace(groupId), request);
  return changeSpaces(
    [spaceId],
    async () => {
      if ((await db.repository(WorkRow).delete({ id, isDraft: true })) === 0) return false;
      const parts = await db.repository(WorkPupilRow).find({ where: { workId: id } });
      const parentId = In([id, ...parts.map((part) => part.id)]);
      await deleteNodes(await nodes.find({ where: { parentId } }), request);
      await db.repository(WorkPupilRow).delete({ workId: id });
      return true;
    },
    request,
  );
}
