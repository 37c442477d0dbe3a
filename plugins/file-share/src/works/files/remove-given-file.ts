// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { NodeRow } from '../../store/node.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../../tree/change-spaces.js';
import { deleteNodes } from '../../tree/delete-nodes.js';
import { findWorkFolder } from '../audience/work-folders.js';

/** Takes a file out of a work. Copies that pupils have begun with stay theirs. */
export async function removeGivenFile(
  { id }: Pick<WorkRow, 'id'>,
  fileId: string,
  request: Pick<FileShareRequest, 'db' | 'clock'>,
): Promise<void> {
  const folders = [await findWorkFolder(id, 'read', request), await findWorkFolder(id, 'fill', request)];
  for (const folder of folders) {
    if (!folder) continue;
    await changeSpaces(
      [folder.spaceId],
      async () => {
        const where = { id: fileId, parentId: folder.id };
        await deleteNodes(await request.db.repository(NodeRow).find({ where }), request);
      },
      request,
    );
  }
}
