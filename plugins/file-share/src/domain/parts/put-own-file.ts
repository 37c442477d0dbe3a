// SPDX-License-Identifier: EUPL-1.2
import { claimContent } from '../content/claim-content.js';
import { usesOf } from '../content/count-uses.js';
import { releaseContents } from '../content/release-content.js';
import { chargeSpace, releaseRoom } from '../quota/charge-space.js';
import { NodeRow } from '../../store/node.entity.js';
import { chargeCopies } from '../tree/charge-copies.js';
import { changeCounts } from '../tree/counts.js';
import { writeNodes, type TreeTools } from '../tree/insert-nodes.js';
import type { PlannedFile } from './plan-own-files.js';
import { sentMark } from './sent-mark.js';

/**
 * Puts a file into a part, or into the place of the file that it replaces. Room is charged before.
 * @returns the storage key that is in use by now
 */
export async function putOwnFile(
  folder: NodeRow,
  { file, there, isSame }: PlannedFile,
  addedBy: string,
  tools: TreeTools,
): Promise<string> {
  const { id: contentId, storageKey } = await claimContent(file, tools);
  const { name, bytes, sentName } = file;
  if (!there) await writeNodes(folder, [{ name, contentId, bytes, addedBy, sentMark: sentMark(sentName) }], tools);
  else {
    // With the new content counted and the old one released, the count of the same content is as it was.
    await releaseContents(usesOf([there]), tools);
    if (!isSame) await replaceContent(folder, there, { contentId, bytes }, tools);
  }
  return storageKey;
}

/** The file keeps its place and gets its new content. */
async function replaceContent(
  folder: NodeRow,
  file: NodeRow,
  { contentId, bytes }: Pick<NodeRow, 'contentId' | 'bytes'>,
  tools: TreeTools,
): Promise<void> {
  const { db, clock } = tools;
  const changes = { contentId, bytes, cost: bytes, changedAt: clock.now(), readers: folder.readers };
  await db.repository(NodeRow).update({ id: file.id }, changes);
  await changeCounts([folder.id], { files: 0, bytes: bytes - file.bytes, cost: bytes - file.cost, nodes: 0 }, tools);
  // A content that other pupils have a copy of is still paid for: there must be room for it besides the new one.
  const kept = await chargeCopies([file], tools);
  await releaseRoom(folder.spaceId, { cost: kept, nodes: 0 }, tools);
  await chargeSpace(folder, { cost: kept, nodes: 0 }, tools);
}
