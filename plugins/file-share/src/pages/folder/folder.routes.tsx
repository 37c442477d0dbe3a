// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { folderKeyParams, groupParams, idParams } from '../../route-params.js';
import type { Settings } from '../../settings.js';
import { ownSpace } from '../../store/space-ref.js';
import { groupToOpen } from '../../domain/space/spaces-of.js';
import {
  findById,
  findByKey,
  findGroup,
  findSchool,
  findSpace,
  findTeam,
  toAdd,
  toRead,
  type FolderPlace,
  keyOf,
} from '../../domain/space/folder-place.js';
import { presentChildFolder, showsPictures } from './child-folder.presenter.js';
import { ChildFolderView } from './child-folder.view.js';
import { FolderView } from './folder.view.js';
import { listQuery, type ListQuery } from '../../domain/tree/list.input.js';
import { NoSpaceView } from './no-space.view.js';
import { presentFolder } from './folder.presenter.js';
import { cleanName } from '../../domain/names/clean-name.js';
import { FILES_PATH, folderPath, newFolderPath, WORKS_PATH } from '../../paths.js';
import { countToCorrect, countToDo } from '../shared/works/works-waiting.js';
import { answerNoRoom } from '../shared/answer-no-room.js';
import { openSpace } from '../../domain/space/open-space.js';
import { insertNodes } from '../../domain/tree/insert-nodes.js';
import { DEEPEST } from '../../domain/tree/refuse-place.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';
import { NewFolderView } from './new-folder.view.js';

type FolderRequest = FileShareRequest & { readonly query: ListQuery };

const folderBody = z.object({ name: z.string() });

/** Registers the pages of folders, the entrance that leads to works that wait or to the first folder, and new folders. */
export function registerFolders({ http, settings }: FileShareBrick): void {
  http.get('/', { access: 'enter' }, async (request) => {
    const waits = (await countToDo(request)) > 0 || (await countToCorrect(request)) > 0;
    return waits ? request.redirect(WORKS_PATH) : firstSpace(request);
  });
  http.get(FILES_PATH, { access: 'enter' }, firstSpace);

  const page = { access: 'read', query: listQuery } as const;
  http.get('/own', { access: 'own', query: listQuery }, async (request) =>
    folderPage(await ownPlace(request), request, settings),
  );
  http.get('/groups/:groupId', { ...page, params: groupParams, load: toRead(findGroup) }, (request) =>
    folderPage(request.resource, request, settings),
  );
  http.get('/teams/:groupId', { ...page, params: groupParams, load: toRead(findTeam) }, (request) =>
    folderPage(request.resource, request, settings),
  );
  http.get('/school', { ...page, load: toRead(findSchool) }, (request) =>
    folderPage(request.resource, request, settings),
  );
  http.get('/folders/:id', { ...page, params: idParams, load: toRead(findById) }, (request) =>
    folderPage(request.resource, request, settings),
  );

  const add = { access: 'change', params: folderKeyParams, body: folderBody } as const;
  http.post('/folders/:id/folders', { ...add, load: toAdd(findByKey) }, (request) =>
    addFolder(request.resource, request.body.name, request, settings),
  );
}

async function firstSpace({ access, t, page, redirect }: FileShareRequest): Promise<RedirectReply | PageReply> {
  const first = await groupToOpen(access);
  if (first) return redirect(`/groups/${first.id}`);
  if (await access.can('own')) return redirect('/own');
  return page(t('title'), <NoSpaceView t={t} />);
}

/** The root of the user's own space. */
export async function ownPlace({ user, db }: Pick<FileShareRequest, 'user' | 'db'>): Promise<FolderPlace> {
  const space = ownSpace(user.id);
  return { ...(await findSpace(space, { db })), ownerId: user.id };
}

async function folderPage(place: FolderPlace, request: FolderRequest, settings: Settings): Promise<PageReply> {
  const model = await presentFolder(place, request, settings);
  if (await showsPictures(place, request)) {
    const child = await presentChildFolder(place, model, request);
    return request.page(child.title, <ChildFolderView model={child} t={request.t} />, {
      scripts: (model.upload ? ['upload.js'] : []).map(request.asset),
      styles: [request.asset('file-share-pics.css')],
    });
  }
  const scripts = [...(model.upload ? ['upload.js'] : []), 'pick.js'].map(request.asset);
  return request.page(model.title, <FolderView model={model} t={request.t} />, { scripts });
}

/** Makes a folder, and leads to it. What is refused shows the form again, with the reason and the typed name. */
async function addFolder(
  place: FolderPlace,
  typed: string,
  request: FileShareRequest,
  { quota }: Pick<Settings, 'quota'>,
): Promise<RedirectReply | PageReply> {
  const { t, redirect, user, url, page } = request;
  const refuse = (error: string): PageReply => {
    const target = { id: keyOf(place) };
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
