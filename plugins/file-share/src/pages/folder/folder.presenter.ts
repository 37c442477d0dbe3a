// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { presentCopies } from './copies.presenter.js';
import { favouritesOf } from '../../domain/favourites/favourites-of.js';
import {
  depositPath,
  newFolderPath,
  newWorkPath,
  nodePath,
  PICK_PATH,
  TAKE_PATH,
  SEARCH_PATH,
  TAKE_ALL_PATH,
  uploadsPath,
  USAGE_PATH,
} from '../../paths.js';
import { keptFiles } from '../../domain/keep/kept-files.js';
import { readersTag } from '../../domain/readers/readers-tag.js';
import { hasOwnWord } from '../../domain/readers/has-own-word.js';
import { addScope, changeScope } from '../../domain/scope/node-scopes.js';
import type { Settings } from '../../settings.js';
import { nameOfSpace } from '../../domain/space/name-of-space.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import { rootScope } from '../../domain/scope/root-scope.js';
import type { NodeRow } from '../../store/node.entity.js';
import { presentPlace, type PlaceModel } from '../shared/place.presenter.js';
import { spacePlace } from '../../domain/quota/space-place.js';
import { trashLink } from '../../domain/trash/trash-link.js';
import { isLastMonth, losesAs } from '../../domain/year/ending-class.js';
import type { ClassEndsModel } from '../shared/class-ends.view.js';
import { mayHavePupils } from '../../domain/works/classes-with-works.js';
import { kindOf } from '../shared/nodes/file-kind.js';
import { openPath } from '../shared/nodes/open-path.js';
import { keyOf, type FolderPlace } from '../../domain/space/folder-place.js';
import { ownOutOfSight } from './own-out-of-sight.js';
import type { FolderModel, UploadModel } from './folder.model.js';
import { seenAtOnce } from './seen-at-once.js';
import type { NodeLink } from '../shared/nodes/node-list.model.js';
import type { ListQuery } from '../../domain/tree/list.input.js';
import { presentCrumbs } from '../shared/nodes/crumbs.presenter.js';
import { presentList } from './list.presenter.js';

type FolderRequest = FileShareRequest & { readonly query: ListQuery };

/** The model of the page of a folder. */
export async function presentFolder(
  place: FolderPlace,
  request: FolderRequest,
  settings: Settings,
): Promise<FolderModel> {
  const { access, user, t, url } = request;
  const { folder, space } = place;
  const spaceName = await nameOfSpace(space, request);
  const title = folder?.name || spaceName;
  const isRoot = place.folderId === undefined;
  const isOwnRoot = space.kind === 'own' && isRoot;
  const target = { id: keyOf(place) };
  const mayAdd = await access.can('change', addScope(folder ?? rootScope(space)));
  const { list, nextPath } = await presentList(place, title, request);
  const about = folder && hasOwnWord(folder) ? folder : undefined;
  return {
    title,
    heading: user.profiles.includes('pupil') ? title : undefined,
    list,
    // On the first page of each space, so that the pages of folders ask nothing more.
    copies: isRoot ? await presentCopies(request) : [],
    tabs: await presentTabs(request, space),
    searchUrl: url(SEARCH_PATH),
    crumbs: folder ? await presentCrumbs(folder, spaceName, request) : [],
    ends: await presentEnds(place, spaceName, request),
    // A list without readers, such as that of a guardian, does not say that it names them.
    lead: about || (space.kind === 'group' && !list.hasReaders) ? undefined : t(`space.${space.kind}.lead`),
    readers: about && readersTag(about, user.id, t),
    isOpen: folder?.pupilsAdd ?? false,
    isDropBox: folder !== undefined && folder.pupilsAdd && folder.readers === 'teachers',
    aboutUrl: folder && folder.above !== '' ? url(nodePath(folder)) : undefined,
    maySetReaders: about !== undefined && (await access.can('change', changeScope(about, false))),
    favourites: isOwnRoot ? linksTo(await favouritesOf(request), request) : [],
    dropped: isRoot && folder ? await presentDropped(place, folder, request) : [],
    kept: isRoot && folder ? await presentKept(place, request) : { links: [], hasMore: false },
    nextUrl: nextPath && url(nextPath),
    empty: emptyTexts(mayAdd, request),
    newWorkUrl: (await mayHandOut(place, request)) ? url(newWorkPath(space.groupId ?? '')) : undefined,
    pickUrl: url(PICK_PATH),
    takeUrl: url(TAKE_PATH),
    mayCopy: await access.can('own'),
    takeAllUrl: isOwnRoot ? url(TAKE_ALL_PATH) : undefined,
    place: mayAdd ? await presentUsed(folder ?? { spaceId: '', spaceKind: space.kind }, request, settings) : undefined,
    usageUrl: space.kind === 'school' && (await access.can('share')) ? url(USAGE_PATH) : undefined,
    trash: await trashLink({ ...place, mayAdd }, request),
    ...(mayAdd && { upload: presentUpload(place, request, settings), newFolderUrl: url(newFolderPath(target)) }),
  };
}

/** The notice in July that pupils and guardians no longer read the class from 1 August on. */
async function presentEnds(
  { space }: FolderPlace,
  name: string,
  request: FolderRequest,
): Promise<ClassEndsModel | undefined> {
  if (space.kind !== 'group' || space.groupId === null || !isLastMonth(request)) return undefined;
  const profile = await losesAs(space.groupId, request);
  if (profile === undefined) return undefined;
  const { t, url } = request;
  return {
    text: t(`classEnds.${profile}`, { class: name }),
    takeAllUrl: profile === 'pupil' ? url(TAKE_ALL_PATH) : undefined,
  };
}

/** The teachers of a class or group with pupils hand works out there. */
async function mayHandOut({ space }: FolderPlace, { access, directory }: FolderRequest): Promise<boolean> {
  if (space.kind !== 'group') return false;
  const group = (await access.groups('handOut')).find(({ id }) => id === space.groupId);
  return group !== undefined && mayHavePupils(group, { directory });
}

async function presentUsed(
  folder: Pick<NodeRow, 'spaceId' | 'spaceKind'>,
  request: FolderRequest,
  { quota }: Settings,
): Promise<PlaceModel> {
  const place = await spacePlace(folder, { ...request, quotas: quota });
  return presentPlace(place, { isOwn: folder.spaceKind === 'own' }, request);
}

/**
 * The nodes of a pupil in folders that are out of their sight, since a teacher closed the folder or moved it into closed ones: pupils still
 * see what they put there.
 */
async function presentDropped(place: FolderPlace, folder: NodeRow, request: FolderRequest): Promise<NodeLink[]> {
  const { user } = request;
  if (!(await isReadByPupil(place, request))) return [];
  return linksTo(await ownOutOfSight(folder, user.id, request), request);
}

/** Copies in « Mes fichiers » of what is no longer in the class. */
async function presentKept(place: FolderPlace, request: FolderRequest): Promise<FolderModel['kept']> {
  const { groupId } = place.space;
  if (groupId === null || !(await isReadByPupil(place, request))) return { links: [], hasMore: false };
  const { copies, hasMore } = await keptFiles(groupId, request);
  return { links: linksTo(copies, request), hasMore };
}

async function isReadByPupil(place: FolderPlace, { access }: FolderRequest): Promise<boolean> {
  return place.space.kind === 'group' && (await access.heldAs('read', place)).includes('pupil');
}

function linksTo(nodes: readonly NodeRow[], { url }: Pick<FolderRequest, 'url'>): NodeLink[] {
  return nodes.map((node) => ({
    name: node.name,
    kind: kindOf(node),
    url: url(openPath(node)),
  }));
}

function emptyTexts(mayAdd: boolean, { t }: Pick<FileShareRequest, 't'>): FolderModel['empty'] {
  return mayAdd
    ? { title: t('empty.title'), text: t('empty.add') }
    : { title: t('empty.titleReader'), text: t('empty.reader') };
}

function presentUpload(
  place: FolderPlace,
  { url, asset, format, t, user }: FolderRequest,
  settings: Settings,
): UploadModel {
  const maxBytes = settings.maxFileSize;
  const folder = { id: keyOf(place) };
  const readers = user.profiles.includes('pupil') ? undefined : seenAtOnce(place);
  return {
    seen: readers && t(`deposit.seen.${readers}`),
    url: url(depositPath(folder)),
    uploadsUrl: url(uploadsPath(folder)),
    attemptUrl: asset('upload-attempt.js'),
    foldUrl: asset('upload-fold.js'),
    maxBytes,
    maxSize: format.bytes(maxBytes),
  };
}
