// SPDX-License-Identifier: EUPL-1.2
import { chargeNodes, chargeSpace, releaseRoom } from '../quota/charge-space.js';
import { PART, QuotaError } from '../quota/quota-error.js';
import { NodeRow } from '../../store/node.entity.js';
import { type TreeTools, writeNodes } from '../tree/insert-nodes.js';
import type { ReceivedFile } from '../upload/receive-files.js';
import { refuseMoreThan } from '../upload/too-many-files-error.js';
import { findWorkFolder, openPartFolder } from '../works/work-folders.js';
import { beginByAct } from './begin-part.js';
import type { PartTools } from './change-part.js';
import { changeWithWord } from './change-with-word.js';
import type { HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';
import { changeOf, planOwnFiles, type PlannedChange, type PlannedFile } from './plan-own-files.js';
import { claimContent } from '../content/claim-content.js';
import { usesOf } from '../content/count-uses.js';
import { releaseContents } from '../content/release-content.js';
import { chargeCopies } from '../tree/charge-copies.js';
import { changeCounts } from '../tree/counts.js';
import { sentMark } from './sent-mark.js';

export type OwnFilesTools = PartTools & TreeTools;

/**
 * The maximum number of files of a pupil in one work, copies of those to fill in included. The limit of their bytes is the quota of a
 * pupil.
 */
export const MOST_OWN_FILES = 100;

/** The storage keys that are in use by now, and the names of the files that were replaced. */
export interface AddedFiles {
  readonly keys: ReadonlySet<string>;
  readonly replaced: readonly string[];
}

/**
 * Puts stored files into a part, and begins it where it was untouched; a file replaces an existing one of the same name. The part may have been
 * handed in while they arrived: then none of them is in it, unless they were in it before, as after a double click.
 * @param typed the note that is kept in the same transaction
 * @returns `frozen` when the part takes no files, or not this note, any more
 * @throws QuotaError when the class, or the part, has no room; TooManyFilesError
 */
export function addOwnFiles(
  part: LoadedPart,
  received: readonly ReceivedFile[],
  typed: HandInForm | undefined,
  tools: OwnFilesTools,
): Promise<AddedFiles | 'frozen'> {
  return changeWithWord(
    part,
    typed,
    async (current) => {
      const { row, status } = await beginByAct(part, current, tools);
      if (!row) return 'frozen';
      const folder = status.canChange
        ? await openPartFolder(row, 'own', tools)
        : await findWorkFolder(row.id, 'own', tools);
      if (!folder) return 'frozen';
      const planned = await planOwnFiles(folder, received, tools);
      if (!status.canChange && planned.some(({ isSame }) => !isSame)) return 'frozen';
      await chargePart(folder, changeOf(planned), tools);
      const keys = new Set<string>();
      for (const one of planned) keys.add(await putOwnFile(folder, one, row.pupilId, tools));
      const replaced = planned.flatMap(({ there, isSame }) => (there && !isSame ? [there.name] : []));
      return { keys, replaced };
    },
    tools,
  );
}

/**
 * Charges room before any content is counted, as uploads do. One pupil does not take all the room of the class. Smaller files need no room,
 * also when a quota is smaller by now.
 */
async function chargePart(
  folder: NodeRow,
  { taken, freed, files }: PlannedChange,
  tools: OwnFilesTools,
): Promise<void> {
  const { spaceId } = folder;
  refuseLargePart(folder, { taken, freed, files }, tools);
  await releaseRoom(spaceId, { cost: freed, nodes: 0 }, tools);
  if (taken > freed) return chargeSpace(folder, { cost: taken, nodes: files }, tools);
  await releaseRoom(spaceId, { cost: -taken, nodes: 0 }, tools);
  await chargeNodes(folder, files, tools);
}

/** @throws QuotaError when the part has no room; TooManyFilesError */
export function refuseLargePart(
  { spaceId, cost, files: there }: NodeRow,
  { taken, freed, files }: PlannedChange,
  { quotas }: Pick<OwnFilesTools, 'quotas'>,
): void {
  refuseMoreThan(MOST_OWN_FILES, there, files);
  const left = quotas.pupil - (cost - freed);
  if (taken > freed && taken > left)
    throw new QuotaError({ spaceId, of: PART, wanted: taken, left: Math.max(0, left) });
}

/**
 * Puts a file into a part, or into the place of the file that it replaces. Room is charged before.
 * @returns the storage key that is in use by now
 */
async function putOwnFile(
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
