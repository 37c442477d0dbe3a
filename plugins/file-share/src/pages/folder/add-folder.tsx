// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { cleanName } from '../../domain/names/clean-name.js';
import { folderPath, newFolderPath } from '../../paths.js';
import { answerNoRoom } from '../shared/answer-no-room.js';
import type { Settings } from '../../settings.js';
import { openSpace } from '../../domain/space/open-space.js';
import { holderOf } from '../../store/space-ref.js';
import { insertNodes } from '../../domain/tree/insert-nodes.js';
import { DEEPEST } from '../../domain/tree/refuse-place.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';
import type { FolderPlace } from '../../domain/space/folder-place.js';
import { NewFolderView } from './new-folder.view.js';

/** Makes a folder, and leads to it. What is refused shows the form again, with the reason and the typed name. */
export async function addFolder(
  place: FolderPlace,
  typed: string,
  request: FileShareRequest,
  { quota }: Pick<Settings, 'quota'>,
): Promise<RedirectReply | PageReply> {
  const { t, redirect, user, url, page } = request;
  const refuse = (error: string): PageReply => {
    const target = place.folder ?? { id: holderOf(place.space) };
    const form = { url: url(newFolderPath(target)), backUrl: url(folderPath(place)), typed, error };
    return page(t('folder.make'), <NewFolderView form={form} t={t} />, { status: 400 });
  };
  const name = cleanName(typed);
  if (name === '') return refuse(t('folder.noName'));
  const parent = place.folder ?? (await openSpace(place.space, request));
  const folder = { name, contentId: null, bytes: 0, addedBy: user.id, byPupil: user.profiles.includes('pupil') };
  try {
    return await answerNoRoom(folderPath(place), request, async () => {
      const [made] = await insertNodes(parent, [folder], { ...request, quotas: quota });
      if (!made) throw new Error('An inserted row was not returned.');
      return redirect(folderPath({ space: place.space, folderId: made.id }), t('folder.made', { name: made.name }));
    });
  } catch (error) {
    if (error instanceof TreeRefusal) return refuse(t('folder.tooDeep', { count: DEEPEST }));
    throw error;
  }
}
