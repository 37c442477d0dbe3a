// SPDX-License-Identifier: EUPL-1.2
import { claimContent } from '../content/claim-content.js';
import { usesOf } from '../content/count-uses.js';
import { releaseContents } from '../content/release-content.js';
import { nameColumns } from '../names/name-columns.js';
import { chargeSpace, releaseRoom } from '../quota/charge-space.js';
import { NodeRow } from '../store/node.entity.js';
import { changeCounts } from '../tree/counts.js';
import { chargeCopies } from '../tree/charge-copies.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { addNodes, type TreeTools } from '../tree/insert-nodes.js';
import type { ReceivedFile } from '../upload/receive-files.js';
import { filesOf, openPartFolder } from '../works/work-folders.js';
import { changePart, type PartTools } from './change-part.js';
import type { LoadedPart } from './load-part.js';

export type OwnFilesTools = PartTools & TreeTools;

/** The name that iOS gives to each photo that is taken for a form. */
const CAMERA_NAME = /^image\.(jpe?g|png|heic)$/;

/**
 * Puts stored files into a part; one with the name of a file that is there takes its place. The part may have been handed in while they
 * arrived: then none of them is in it.
 * @returns the storage keys that are in use by now, or undefined when the part takes no files any more
 */
export function addOwnFiles(
  part: LoadedPart,
  received: readonly ReceivedFile[],
  tools: OwnFilesTools,
): Promise<ReadonlySet<string> | undefined> {
  return changePart(
    part,
    async ({ row, status }) => {
      if (!row || !status.canChange) return undefined;
      const folder = await openPartFolder(row, 'own', tools);
      const keys = new Set<string>();
      const sent = new Set<string>();
      for (const file of received) {
        const { foldedName } = nameColumns(file.name);
        // Two of one go are both meant, and phones give each new photo the same name.
        const mayReplace = !sent.has(foldedName) && !CAMERA_NAME.test(foldedName);
        sent.add(foldedName);
        keys.add(await addFile(folder, file, { mayReplace, addedBy: row.pupilId }, tools));
      }
      return keys;
    },
    tools,
  );
}

/** Removes a file from a part. @returns false when the part is frozen by now */
export function removeOwnFile(part: LoadedPart, nodeId: string, tools: OwnFilesTools): Promise<boolean> {
  return changePart(
    part,
    async ({ row, status }) => {
      if (!row || !status.canChange) return false;
      const own = await filesOf(row.id, 'own', tools);
      await deleteNodes(
        own.filter(({ id }) => id === nodeId),
        tools,
      );
      return true;
    },
    tools,
  );
}

async function addFile(
  folder: NodeRow,
  file: ReceivedFile,
  { mayReplace, addedBy }: { mayReplace: boolean; addedBy: string },
  tools: OwnFilesTools,
): Promise<string> {
  const { id: contentId, storageKey } = await claimContent(file, tools);
  const { name, bytes } = file;
  const where = { parentId: folder.id, foldedName: nameColumns(name).foldedName };
  const there = mayReplace ? await tools.db.repository(NodeRow).findOne({ where }) : undefined;
  if (there) await replaceContent(folder, there, { contentId, bytes }, tools);
  else await addNodes(folder, [{ name, contentId, bytes, addedBy }], tools);
  return storageKey;
}

/** The file keeps its place and gets its new content; the same content again changes nothing. */
async function replaceContent(
  folder: NodeRow,
  file: NodeRow,
  { contentId, bytes }: { contentId: string; bytes: number },
  tools: OwnFilesTools,
): Promise<void> {
  const { db, clock } = tools;
  // With the new content counted and the old one released, the count of the same content is as it was.
  await releaseContents(usesOf([file]), tools);
  if (contentId === file.contentId) return;
  const changes = { contentId, bytes, cost: bytes, changedAt: clock.now(), readers: folder.readers };
  await db.repository(NodeRow).update({ id: file.id }, changes);
  const more = { files: 0, bytes: bytes - file.bytes, cost: bytes - file.cost };
  await changeCounts([folder.id], more, tools);
  // What other pupils have a copy of is still paid for; what comes on top needs room.
  const kept = await chargeCopies([file], tools);
  await releaseRoom(folder.spaceId, kept, tools);
  const room = more.cost + kept;
  if (room > 0) await chargeSpace(folder, room, tools);
  else await releaseRoom(folder.spaceId, -room, tools);
}
