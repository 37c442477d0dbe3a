// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Clock, type SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { nameColumns } from '../../store/names/name-columns.js';
import type { Readers } from '../../store/readers.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { FILE, FOLDER, NodeRow } from '../../store/node.entity.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';

/** `read`: the files that all pupils of a work read. `fill`: those of which each pupil gets a copy. */
export type WorkFolder = 'read' | 'fill';

/** The files that a teacher took out of a work that pupils had seen, by the folder that they were in. */
export const REMOVED = { read: 'removed', fill: 'removed-fill' } as const satisfies Record<WorkFolder, string>;

export type WorkRoot = WorkFolder | (typeof REMOVED)[WorkFolder];

export const WORK_FOLDERS: readonly WorkFolder[] = ['read', 'fill'];

/** `own`: the files of a pupil. `back`: those that the teacher gives back. */
export type PartFolder = 'own' | 'back';

interface FolderTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/**
 * The readers of a part's files until it is given back; from then on, these files are read by the guardians, too. The folders stay as
 * they are, so that what is added afterwards waits for the next time.
 */
const READERS: Readonly<Record<PartFolder, Readers>> = { own: 'pupils', back: 'teachers' };

/** A folder of a work or, by the id of its row, of a pupil's part; undefined as long as nothing was put into it. */
export function findWorkFolder(
  ofId: string,
  folder: WorkRoot | PartFolder,
  { db }: Pick<FolderTools, 'db'>,
): Promise<NodeRow | undefined> {
  return db.repository(NodeRow).findOne({ where: { parentId: ofId, foldedName: folder } });
}

/** A folder of a work, made when there is none yet. It lies in the space of the class, and counts there. */
export function openWorkFolder(
  { id, groupId }: Pick<WorkRow, 'id' | 'groupId'>,
  folder: WorkRoot,
  tools: FolderTools,
): Promise<NodeRow> {
  return openFolder({ parentId: id, groupId, pupilId: null, readers: 'teachers', folder }, tools);
}

/** A folder of a pupil's part, made when there is none yet. */
export function openPartFolder(
  { id, groupId, pupilId }: Pick<WorkPupilRow, 'id' | 'groupId' | 'pupilId'>,
  folder: PartFolder,
  tools: FolderTools,
): Promise<NodeRow> {
  return openFolder({ parentId: id, groupId, pupilId, readers: READERS[folder], folder }, tools);
}

/** The files in a folder of a work or part, by name; none when there is no folder yet. */
export async function filesIn(
  folder: Pick<NodeRow, 'id'> | undefined,
  { db }: Pick<FolderTools, 'db'>,
): Promise<NodeRow[]> {
  if (!folder) return [];
  const where = { parentId: folder.id, rank: FILE, trashedAt: IsNull() };
  return db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
}

export async function filesOf(
  ofId: string,
  folder: WorkRoot | PartFolder,
  tools: Pick<FolderTools, 'db'>,
): Promise<NodeRow[]> {
  return filesIn(await findWorkFolder(ofId, folder, tools), tools);
}

interface NewFolder extends Pick<NodeRow, 'parentId' | 'pupilId' | 'readers'> {
  readonly groupId: string;
  readonly folder: WorkRoot | PartFolder;
}

async function openFolder(wanted: NewFolder, tools: FolderTools): Promise<NodeRow> {
  const { parentId, folder } = wanted;
  const found = await findWorkFolder(parentId, folder, tools);
  if (found) return found;
  const { spaceId } = await openSpace(groupSpace(wanted.groupId), tools);
  try {
    return await insertFolder({ ...wanted, spaceId }, tools);
  } catch (error) {
    // Another request was first.
    const other = error instanceof ConflictError ? await findWorkFolder(parentId, folder, tools) : undefined;
    if (!other) throw error;
    return other;
  }
}

async function insertFolder(
  { spaceId, parentId, groupId, pupilId, readers, folder }: NewFolder & { readonly spaceId: string },
  { db, clock }: FolderTools,
): Promise<NodeRow> {
  return db.repository(NodeRow).insertOne({
    ...nameColumns(''),
    ...{ foldedName: folder, spaceKind: 'work', spaceId, parentId, above: '', rank: FOLDER },
    ...{ contentId: null, bytes: 0, cost: 0, files: 0, nodes: 0, readers },
    ...{ ownReaders: null, pupilsAdd: false, dropped: false },
    ...{ groupId, ownerId: null, pupilId, addedBy: null, changedAt: clock.now() },
    ...{
      trashedAt: null,
      trashedFrom: null,
      trashedFromName: null,
      trashedBy: null,
      uploadMark: null,
      sentMark: null,
      keptFrom: null,
      keptOf: null,
      givenUp: false,
      shownTo: null,
    },
  });
}
