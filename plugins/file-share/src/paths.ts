// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from './store/node.entity.js';
import type { SpaceRef } from './store/space-ref.js';

// Addresses below that of the brick; `url` and `redirect` complete them.

/** The address of a folder: its own, or that of its space for the root. */
export interface FolderAt {
  readonly space: SpaceRef;
  /** Undefined for the root of a space. */
  readonly folderId?: string | undefined;
}

/** The page of a folder that is no root. */
export function folderIdPath(folderId: string): string {
  return `/folders/${folderId}`;
}

export function folderPath({ space, folderId }: FolderAt): string {
  if (folderId !== undefined) return folderIdPath(folderId);
  switch (space.kind) {
    case 'own':
      return '/own';
    case 'school':
      return '/school';
    case 'team':
      return `/teams/${space.groupId}`;
    case 'group':
      return `/groups/${space.groupId}`;
  }
}

/** The address that files are sent to. */
export function depositPath(folder: Pick<NodeRow, 'id'>): string {
  return `${folderIdPath(folder.id)}/files`;
}

/** The page adds the key of an upload: a POST sends its file, a GET asks whether it has arrived. */
export function uploadsPath(folder: Pick<NodeRow, 'id'>): string {
  return `${folderIdPath(folder.id)}/uploads`;
}

/** The address that a new folder is sent to. */
export function newFolderPath(folder: Pick<NodeRow, 'id'>): string {
  return `${folderIdPath(folder.id)}/folders`;
}

export function filePath({ id }: Pick<NodeRow, 'id'>): string {
  return `/files/${id}`;
}

/** A file as a page shows it, at the address of its download. */
export function shown(path: string): string {
  return `${path}?shown=true`;
}

/** The form that says that its person has read how a copy ended. */
export function readCopyPath(copyId: string): string {
  return `/copies/${copyId}/read`;
}

/** The page about a folder or file: its name, its readers, and what can be done with it. */
export function nodePath({ id }: Pick<NodeRow, 'id'>): string {
  return `/nodes/${id}`;
}

/** The form that renames a folder or file. */
export function renamePath({ id }: Pick<NodeRow, 'id'>): string {
  return `${nodePath({ id })}/rename`;
}

/** The form with the readers of a folder or file. Of a folder it also says whether pupils may add to it. */
export function readersPath({ id }: Pick<NodeRow, 'id'>): string {
  return `${nodePath({ id })}/readers`;
}

/** The form that marks a folder or file as a favourite, or no more. */
export function favouritePath({ id }: Pick<NodeRow, 'id'>): string {
  return `${nodePath({ id })}/favourite`;
}

// Several at once: the ticked ids are in the query of a GET and in the body of a POST.

/** A GET asks where the ticked folders and files go; a POST moves or copies them, or puts them into the trash. */
export const PICK_PATH = '/picked';
/** The ticked folders and files as a zip. */
export const TAKE_PATH = `${PICK_PATH}/take`;
/** The form that puts back what was thrown away a moment before. */
export const UNTRASH_PATH = `${PICK_PATH}/restore`;

export function trashPath(spaceId: string): string {
  return `/spaces/${spaceId}/trash`;
}

/** The form that brings a folder or file back from the trash. */
export function restorePath({ id }: Pick<NodeRow, 'id'>): string {
  return `/nodes/${id}/restore`;
}

/** The form that deletes for good what the user may delete in the trash of a space. */
export function emptyTrashPath(spaceId: string): string {
  return `${trashPath(spaceId)}/empty`;
}

export const SEARCH_PATH = '/search';
/** The place used by the spaces of the school, for the head; a POST moves room between its classes. */
export const USAGE_PATH = '/usage';

/** The classes of last year, for their teachers. */
export const LAST_YEAR_PATH = '/last-year';
/** Copies what a pupil put into a class that they have left. */
export const KEEP_LEFT_PATH = '/last-year/keep';
/** All that is the user's own, as a zip. */
export const TAKE_ALL_PATH = '/own/take-all';

/** All that was given back of the works of a child, as a zip, for a guardian. */
export function childTakeAllPath(childId: string): string {
  return `/children/${childId}/take-all`;
}

/** The first space of the user, whatever waits in « Travaux ». */
export const FILES_PATH = '/files';

/** The works: of the classes for a teacher, one's own for a pupil, those of the children for a guardian. */
export const WORKS_PATH = '/works';

/** The page on which a teacher of several classes chooses the one of a new work. */
export const CHOOSE_CLASS_PATH = `${WORKS_PATH}?choose=true`;

export function childWorksPath(childId: string): string {
  return `${WORKS_PATH}?child=${childId}`;
}

/** The works of a class, for its teachers and its head. */
export function classWorksPath(groupId: string): string {
  return `/groups/${groupId}/works`;
}

/** The page that hands out a work to a class; a POST keeps a draft and goes on to its page. */
export function newWorkPath(groupId: string): string {
  return `${classWorksPath(groupId)}/new`;
}

/** One work, for the teachers and the head of its class; a POST reminds, gives back what is ready, ends or takes back the work. */
export function workPath(workId: string): string {
  return `${WORKS_PATH}/${workId}`;
}

/** The page that changes a work or draft; a POST changes it. */
export function editWorkPath(workId: string): string {
  return `${workPath(workId)}/edit`;
}

/** The page that adds files to a work, to read or to fill in; a POST sends them from the device. */
export function workFilesPath(workId: string, use: 'read' | 'fill'): string {
  return `${workPath(workId)}/files/${use}`;
}

/** The form that adds files which are in the brick already. */
export function chosenFilesPath(workId: string, use: 'read' | 'fill'): string {
  return `${workPath(workId)}/chosen/${use}`;
}

/** All that was handed in, as a zip. */
export function takeWorkPath(workId: string): string {
  return `${workPath(workId)}/take`;
}

/** One pupil's part: for the teacher the page of giving back, for the pupil that of the work, for a guardian the state. The pupil's forms are posted to it. */
export function partPath(workId: string, pupilId: string): string {
  return `${workPath(workId)}/pupils/${pupilId}`;
}

/** The page of a part with ticks beside copies: files are sent as soon as they are chosen, and the page is read again. */
export function tickedPartPath(workId: string, pupilId: string, sheets: readonly string[]): string {
  const query = new URLSearchParams(sheets.map((id) => ['sheet', id]));
  return partPath(workId, pupilId) + (sheets.length === 0 ? '' : `?${query}`);
}

/** The address to which a pupil sends files for their part. */
export function partFilesPath(workId: string, pupilId: string): string {
  return `${partPath(workId, pupilId)}/files`;
}

/** A file of a work or of a part: to read, to fill in, the pupil's own, or given back. */
export function givenFilePath(workId: string, pupilId: string, nodeId: string): string {
  return `${partFilesPath(workId, pupilId)}/${nodeId}`;
}

/** The form by which a teacher keeps their word, or gives the part back. */
export function giveBackPath(workId: string, pupilId: string): string {
  return `${partPath(workId, pupilId)}/give-back`;
}

/** The address to which a teacher sends files that go back to the pupil. */
export function returnedFilesPath(workId: string, pupilId: string): string {
  return `${partPath(workId, pupilId)}/returned`;
}
