// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { isShown, type ShownFrom } from './part-status.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { giveToCounts, takeFromCounts } from '../tree/carry-counts.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { aboveIn } from '../tree/find-node.js';
import { freeNames } from '../tree/free-names.js';
import { findWorkFolder, openWorkFolder, REMOVED, WORK_FOLDERS } from './work-folders.js';

type GivenTools = Pick<SchoolWork, 'db' | 'clock'>;

type GivenIn = Pick<WorkRow, 'id' | 'groupId'> & ShownFrom;

/**
 * Takes a file out of a work. Copies that pupils have begun with stay theirs. A file of a work that pupils may have seen stays with the
 * work, out of their sight: the teacher may put it back, and pupils read that it was removed.
 */
export async function removeGivenFile(work: GivenIn, fileId: string, tools: GivenTools): Promise<void> {
  const { db, clock } = tools;
  for (const use of WORK_FOLDERS) {
    const folder = await findWorkFolder(work.id, use, tools);
    if (!folder || !(await isIn(folder, fileId, tools))) continue;
    const removed = isShown(work, clock.now()) ? await openWorkFolder(work, REMOVED[use], tools) : undefined;
    await changeSpaces(
      [folder.spaceId],
      async () => {
        const files = await db.repository(NodeRow).find({ where: { id: fileId, parentId: folder.id } });
        if (removed) await carry(files, removed, tools);
        else await deleteNodes(files, tools);
      },
      tools,
    );
  }
}

/** Puts a removed file back among those to read, or to fill in. */
export async function restoreGivenFile(work: GivenIn, fileId: string, tools: GivenTools): Promise<void> {
  for (const use of WORK_FOLDERS) {
    const removed = await findWorkFolder(work.id, REMOVED[use], tools);
    if (!removed || !(await isIn(removed, fileId, tools))) continue;
    const folder = await openWorkFolder(work, use, tools);
    await changeSpaces(
      [removed.spaceId],
      async () => {
        const files = await tools.db.repository(NodeRow).find({ where: { id: fileId, parentId: removed.id } });
        await carry(files, folder, tools);
      },
      tools,
    );
  }
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
  const found = await Promise.all(WORK_FOLDERS.map((use) => findWorkFolder(workId, REMOVED[use], { db })));
  const folders = found.flatMap((folder) => folder ?? []);
  const remove = async (): Promise<boolean> => {
    const parentId = In(folders.map(({ id }) => id));
    const files = await db.repository(NodeRow).find({ where: { id: fileId, parentId } });
    for (const { id, name } of files) await audit('file-share.file.delete', { file: id, groupId, work: workId, name });
    await deleteNodes(files, { db, clock });
    await db.repository(WorkRow).increment({ id: workId }, { deletedFiles: files.length });
    return files.length > 0;
  };
  const spaceIds = [...new Set(folders.map(({ spaceId }) => spaceId))];
  return folders.length > 0 && changeSpaces(spaceIds, remove, { db });
}

async function isIn({ id: parentId }: NodeRow, id: string, { db }: Pick<GivenTools, 'db'>): Promise<boolean> {
  return (await db.repository(NodeRow).count({ where: { id, parentId } })) > 0;
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
