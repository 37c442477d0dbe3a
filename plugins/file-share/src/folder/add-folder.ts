// SPDX-License-Identifier: EUPL-1.2
import { InputError, type RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../brick-types.js';
import { cleanName } from '../names/clean-name.js';
import { folderPath } from '../paths.js';
import type { Settings } from '../settings.js';
import { openSpace } from '../space/open-space.js';
import { insertNodes } from '../tree/insert-nodes.js';
import { DEEPEST } from '../tree/refuse-place.js';
import { TreeRefusal } from '../tree/tree-refusal.js';
import type { FolderPlace } from './folder-place.js';

/** Makes a folder, and leads to it. */
export async function addFolder(
  place: FolderPlace,
  wanted: string,
  request: FileShareRequest,
  { quota }: Pick<Settings, 'quota'>,
): Promise<RedirectReply> {
  const { t, redirect, user } = request;
  const name = cleanName(wanted);
  if (name === '') throw new InputError(t('folder.noName'));
  const parent = place.folder ?? (await openSpace(place.space, request));
  const folder = { name, contentId: null, bytes: 0, addedBy: user.id, byPupil: user.profiles.includes('pupil') };
  const insertion = insertNodes(parent, [folder], { ...request, quotas: quota });
  const [made] = await insertion.catch((error: unknown) => {
    throw error instanceof TreeRefusal ? new InputError(t('folder.tooDeep', { count: DEEPEST })) : error;
  });
  if (!made) throw new Error('An inserted row was not returned.');
  return redirect(folderPath({ space: place.space, folderId: made.id }), t('folder.made', { name: made.name }));
}
