// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { isShown } from '../../parts/part-state.js';
import { nameColumns } from '../../names/name-columns.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { giveToCounts, takeFromCounts } from '../../tree/carry-counts.js';
import { changeSpaces } from '../../tree/change-spaces.js';
import { deleteNodes } from '../../tree/delete-nodes.js';
import { aboveIn } from '../../tree/find-node.js';
import { freeNames } from '../../tree/free-names.js';
import { findWorkFolder, openWorkFolder } from '../audience/work-folders.js';

interface GivenTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

type GivenIn = Pick<WorkRow, 'id' | 'groupId' | 'isDraft' | 'visibleFrom'>;

/**
 * Takes a file out of a work. Copies that pupils have begun with stay theirs. One to read that pupils may have seen stays with the work, out of their
 * sight: the teacher may put it back, and pupils read that it was removed.
 */
export async function removeGivenFile(work: GivenIn, fileId: string, tools: GivenTools): Promise<void> {
  const { db, clock } = tools;
  const [read, fill] = [await findWorkFolder(work.id, 'read', tools), await findWorkFolder(work.id, 'fill', tools)];
  const removed = isShown(work, clock.now()) && read ? await openWorkFolder(work, 'removed', tools) : undefined;
  for (const folder of [read, fill]) {
    if (!folder) continue;
    await changeSpaces(
      [folder.spaceId],
      async () => {
        const files = await db.repository(NodeRow).find({ where: { id: fileId, parentId: folder.id } });
        if (folder === read && removed) await carry(files, removed, tools);
        else await deleteNodes(files, tools);
      },
      tools,
    );
  }
}

/** Puts a removed file back among those to read. */
export async function restoreGivenFile(work: GivenIn, fileId: string, tools: GivenTools): Promise<void> {
  const removed = await findWorkFolder(work.id, 'removed', tools);
  if (!removed) return;
  const read = await openWorkFolder(work, 'read', tools);
  await changeSpaces(
    [removed.spaceId],
    async () => {
      const files = await tools.db.repository(NodeRow).find({ where: { id: fileId, parentId: removed.id } });
      await carry(files, read, tools);
    },
    tools,
  );
}

/**
 * Deletes a removed file for good, with a line in the journal. The work counts it: pupils go on reading that a file was removed.
 * @returns false when it was put back or deleted just before
 */
export async function deleteRemovedFile(
  { id: workId, groupId }: GivenIn,
  fileId: string,
  { db, clock, audit }: GivenTools & Pick<FileShareRequest, 'audit'>,
): Promise<boolean> {
  const removed = await findWorkFolder(workId, 'removed', { db });
  if (!removed) return false;
  const remove = async (): Promise<boolean> => {
    const files = await db.repository(NodeRow).find({ where: { id: fileId, parentId: removed.id } });
    for (const { id, name } of files) await audit('file-share.file.delete', { file: id, groupId, work: workId, name });
    await deleteNodes(files, { db, clock });
    await db.repository(WorkRow).increment({ id: workId }, { deletedFiles: files.length });
    return files.length > 0;
  };
  return changeSpaces([removed.spaceId], remove, { db });
}

/** Moves files of a work between its folders, under free names. Their place in the space stays charged. */
async function carry(files: readonly NodeRow[], folder: NodeRow, { db }: GivenTools): Promise<void> {
  const names = await freeNames(
    folder.id,
    files.map(({ name }) => name),
    { db },
  );
  await takeFromCounts(files, { db });
  for (const [index, { id, name }] of files.entries()) {
    const columns = { ...nameColumns(names[index] ?? name), parentId: folder.id, above: aboveIn(folder) };
    await db.repository(NodeRow).update({ id }, columns);
  }
  await giveToCounts(folder, files, { db });
}
