// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull, MoreThan, type FindOptionsWhere } from 'typeorm';
import { KEPT_FOLDER } from '../keep/keep-for-pupils.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { openSpace } from '../space/open-space.js';
import { ownSpace } from '../../store/space-ref.js';
import { chargeNodes, releaseRoom } from '../quota/charge-space.js';
import { NodeRow } from '../../store/node.entity.js';
import { chargeMoves, giveRoomBack, giveToCounts, takeFromCounts } from '../tree/carry-counts.js';
import { chargeCopies } from '../tree/charge-copies.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { freeNames } from '../tree/free-names.js';
import { placeIn } from '../tree/place-in.js';
import { filesIn, filesOf, findWorkFolder } from '../works/work-folders.js';
import { changeWithWord } from './change-with-word.js';
import type { HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';
import { refuseLargePart, type OwnFilesTools } from './own-files.js';

/** Files that the page of a part offers to put back; the trash has them all. */
const OFFERED = 20;

/** `done`: the file is where it was to go, maybe by another request. `gone`: it is in neither place. `frozen`: the part changes no more by now, or takes no note. */
export type FileChange = 'done' | 'gone' | 'frozen';

/**
 * Takes a file out of a part, into the trash of the pupil's own files: it counts there. From the trash it comes back to where the files from
 * classes are, and from the page of the part into the part (ADR 92).
 * @throws QuotaError when the pupil's own space has no room for it
 */
export function removeOwnFile(
  part: LoadedPart,
  nodeId: string,
  typed: HandInForm | undefined,
  tools: OwnFilesTools,
): Promise<FileChange> {
  return changePlaces(
    part,
    typed,
    async (folder, home) => {
      const file = (await filesIn(folder, tools)).find(({ id }) => id === nodeId);
      if (!file) return isThere({ ...removedFrom(folder, part), id: nodeId }, tools);
      // Outside of the works of its class, an unchanged sheet counts like any file: the teacher's file may go.
      const leaving = { ...file, cost: file.bytes };
      await takeFromCounts([file], tools);
      await releaseRoom(file.spaceId, { cost: file.cost - leaving.cost, nodes: 0 }, tools);
      await chargeMoves([leaving], home, tools);
      const columns = {
        ...placeIn(home, { ...file, ownReaders: null }),
        ...{ parentId: home.spaceId, above: '', foldedName: file.id, ownReaders: null, cost: leaving.cost },
        ...{
          trashedAt: tools.clock.now(),
          trashedFrom: file.parentId,
          trashedFromName: KEPT_FOLDER,
          trashedBy: part.pupilId,
          // Guardians read what was given back: it comes back for the same readers.
          shownTo: file.readers,
        },
      };
      await tools.db.repository(NodeRow).update({ id: file.id }, columns);
      await chargeCopies([file], tools);
      return 'done';
    },
    tools,
  );
}

export function deleteOwnFile(
  part: LoadedPart,
  nodeId: string,
  typed: HandInForm | undefined,
  tools: OwnFilesTools,
): Promise<FileChange> {
  return changeWithWord(
    part,
    typed,
    async ({ row, status }) => {
      if (!row || !status.canChange) return 'frozen';
      const file = (await filesOf(row.id, 'own', tools)).find(({ id }) => id === nodeId);
      if (!file) return 'gone';
      await deleteNodes([file], tools);
      return 'done';
    },
    tools,
  );
}

/**
 * Puts a removed file back into its part, under a free name.
 * @throws QuotaError when the class, or the part, has no room; TooManyFilesError
 */
export function restoreOwnFile(
  part: LoadedPart,
  nodeId: string,
  typed: HandInForm | undefined,
  tools: OwnFilesTools,
): Promise<FileChange> {
  const { db } = tools;
  return changePlaces(
    part,
    typed,
    async (folder) => {
      const where = { ...removedFrom(folder, part), id: nodeId };
      const file = await db.repository(NodeRow).findOne({ where });
      if (!file) return isThere({ parentId: folder.id, id: nodeId }, tools);
      const isPaid = await isPaidByTeacher(file, folder, tools);
      const back = { ...file, cost: isPaid ? 0 : file.cost };
      refuseLargePart(folder, { taken: back.cost, freed: 0, files: 1 }, tools);
      if (isPaid) {
        await giveRoomBack([file], tools);
        await chargeNodes(folder, file.nodes, tools);
      } else await chargeMoves([file], folder, tools);
      const [name = file.name] = await freeNames(folder.id, [file.name], tools);
      const columns = {
        ...nameColumns(name),
        ...placeIn(folder, { ...file, ownReaders: null }),
        ...{ readers: file.shownTo ?? folder.readers, shownTo: null, parentId: folder.id, cost: back.cost },
        ...{ trashedAt: null, trashedFrom: null, trashedFromName: null, trashedBy: null },
      };
      await db.repository(NodeRow).update({ id: file.id }, columns);
      await giveToCounts(folder, [back], tools);
      return 'done';
    },
    tools,
  );
}

/** Moves a file between the folder of the pupil's own files in a part and their own space. */
async function changePlaces(
  part: LoadedPart,
  typed: HandInForm | undefined,
  change: (folder: NodeRow, home: NodeRow) => Promise<FileChange>,
  tools: OwnFilesTools,
): Promise<FileChange> {
  const home = await openSpace(ownSpace(part.pupilId), tools);
  return changeWithWord(
    part,
    typed,
    async ({ row, status }) => {
      if (!row || !status.canChange) return 'frozen';
      const folder = await findWorkFolder(row.id, 'own', tools);
      return folder ? change(folder, home) : 'gone';
    },
    tools,
    [home.spaceId],
  );
}

/** The newest files that the pupil took out of a part and that are in their trash. */
export async function removedFiles(
  { row, pupilId }: Pick<LoadedPart, 'row' | 'pupilId'>,
  { db }: { readonly db: SchoolDatabase },
): Promise<NodeRow[]> {
  const folder = row && (await findWorkFolder(row.id, 'own', { db }));
  if (!folder) return [];
  const order = { trashedAt: 'DESC', id: 'DESC' } as const;
  return db.repository(NodeRow).find({ where: removedFrom(folder, { pupilId }), order, take: OFFERED });
}

/** Whether a file of a teacher pays for the same content in the works of the class: the file is a sheet that the pupil has not changed. */
async function isPaidByTeacher(
  { contentId }: Pick<NodeRow, 'contentId'>,
  { spaceId }: Pick<NodeRow, 'spaceId'>,
  { db }: { readonly db: SchoolDatabase },
): Promise<boolean> {
  if (contentId === null) return false;
  const where = { contentId, spaceId, spaceKind: 'work' as const, pupilId: IsNull(), cost: MoreThan(0) };
  return (await db.repository(NodeRow).count({ where })) > 0;
}

async function isThere(
  where: FindOptionsWhere<NodeRow>,
  { db }: { readonly db: SchoolDatabase },
): Promise<'done' | 'gone'> {
  return (await db.repository(NodeRow).count({ where })) > 0 ? 'done' : 'gone';
}

/** Files in the trash of a pupil know the folder of the part from which they came. */
function removedFrom({ id }: Pick<NodeRow, 'id'>, { pupilId }: Pick<LoadedPart, 'pupilId'>) {
  return { ownerId: pupilId, spaceKind: 'own' as const, trashedFrom: id };
}
