// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { readScope } from '../scope/node-scopes.js';
import type { Settings } from '../../settings.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { refuseMoreThan } from '../upload/too-many-files-error.js';
import { copyFiles } from './copy-files.js';
import { MOST_GIVEN_FILES } from './given-files.js';
import { openWorkFolder, type WorkFolder } from './work-folders.js';

/**
 * Adds files of the brick to a work, as the same content, in turn with all else that changes files of the class.
 * @returns how many there are, or undefined when one of them is gone, or is not the teacher's to read: then none is added
 * @throws QuotaError, TooManyFilesError
 */
export async function addChosen(
  work: WorkRow,
  use: WorkFolder,
  ids: readonly string[],
  request: FileShareRequest,
  { quota }: Pick<Settings, 'quota'>,
): Promise<number | undefined> {
  const { spaceId } = await openSpace(groupSpace(work.groupId), request);
  return changeSpaces(
    [spaceId],
    async () => {
      if ((await request.db.repository(WorkRow).count({ where: { id: work.id } })) === 0) {
        throw new NotFoundError('The draft was deleted just before.', { details: { work: work.id } });
      }
      const files = await readableOf(ids, request);
      if (files.length < new Set(ids).size) return undefined;
      const folder = await openWorkFolder(work, use, request);
      refuseMoreThan(MOST_GIVEN_FILES, folder.files, files.length);
      const added = await copyFiles(files, folder, { addedBy: request.user.id }, { ...request, quotas: quota });
      return added.length;
    },
    request,
  );
}

/** The files of the drive among these that the user reads. What pupils hand in for a work stays theirs. */
async function readableOf(ids: readonly string[], { db, access }: FileShareRequest): Promise<NodeRow[]> {
  const found = await db.repository(NodeRow).find({ where: { id: In([...ids]), rank: FILE, trashedAt: IsNull() } });
  const places = found.filter(({ spaceKind }) => spaceKind !== 'work').map((node) => ({ ...readScope(node), node }));
  return (await access.filter('read', places)).map(({ node }) => node);
}
