// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { favouritesAmong } from '../../domain/favourites/favourites-of.js';
import { addersOf } from '../shared/nodes/adders-of.js';
import { kindOf } from '../shared/nodes/file-kind.js';
import { detailOf } from '../shared/nodes/node-lines.presenter.js';
import { placeOf } from '../../domain/space/folder-place.js';
import { presentCrumbs } from '../shared/nodes/crumbs.presenter.js';
import { favouritePath, filePath, folderIdPath, PICK_PATH, renamePath, SEARCH_PATH } from '../../paths.js';
import { hasOwnWord } from '../../domain/readers/has-own-word.js';
import { presentReadersForm } from '../shared/readers-form.js';
import { readersTag } from '../../domain/readers/readers-tag.js';
import { changeScope, readScope } from '../../domain/scope/node-scopes.js';
import { seesAll } from '../../domain/scope/sees-all.js';
import { nameOfSpace } from '../../domain/space/name-of-space.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import { FILE, FOLDER } from '../../store/node.entity.js';
import { presentFileLook } from './about-look.presenter.js';
import type { AboutModel } from './about.view.js';
import { scopeOfChange, type NodePlace } from '../../domain/space/node-place.js';

/** A name that was refused: the form shows it again, with the reason. */
export interface RefusedName {
  readonly typed: string;
  readonly error: string;
}

/** The model of the page about a folder or file. */
export async function presentAbout(
  { node, parent }: NodePlace,
  request: FileShareRequest,
  refused?: RefusedName,
): Promise<AboutModel> {
  const { access, user, t, url, format } = request;
  const space = placeOf(parent)?.space;
  const mayChange = await access.can('change', scopeOfChange({ node, parent }));
  const maySetReaders = hasOwnWord(node) && (await access.can('change', changeScope(node, false)));
  const profiles = await access.heldAs('read', readScope(node));
  const persons = await addersOf([node], profiles, request);
  const favourites = await favouritesAmong([node], request);
  const isFolder = node.rank === FOLDER;
  const isPupil = user.profiles.includes('pupil');
  const counts = !isPupil && (!isFolder || seesAll(node.spaceKind, profiles));
  return {
    title: node.name,
    tabs: await presentTabs(request, space),
    searchUrl: url(SEARCH_PATH),
    crumbs: await presentCrumbs(node, space ? await nameOfSpace(space, request) : t('title'), request),
    kind: kindOf(node),
    isFolder,
    look: isFolder ? undefined : await presentFileLook({ node, parent }, profiles, request),
    openUrl: url(isFolder ? folderIdPath(node.id) : filePath(node)),
    readers: readersTag(node, user.id, t),
    isOpen: isFolder && node.pupilsAdd,
    addedBy: detailOf({ ...node, rank: FILE }, { userId: user.id, seesAll: true, persons, t }),
    changed: format.moment(node.changedAt),
    size: counts ? format.bytes(node.bytes) : undefined,
    files: isFolder && counts ? t('list.files', { count: node.files }) : undefined,
    favourite: { url: url(favouritePath(node)), isFavourite: favourites.has(node.id) },
    picks: isPupil || mayChange ? picksOf(node.id, mayChange, url) : [],
    trash: mayChange ? { url: url(PICK_PATH), id: node.id } : undefined,
    rename: mayChange
      ? { url: url(renamePath(node)), value: refused?.typed ?? node.name, error: refused?.error }
      : undefined,
    readersForm: maySetReaders ? await presentReadersForm(node, parent, request) : undefined,
  };
}

function picksOf(id: string, mayMove: boolean, url: FileShareRequest['url']): AboutModel['picks'] {
  const actions = mayMove ? (['move', 'copy'] as const) : (['copy'] as const);
  return actions.map((action) => ({ action, url: `${url(PICK_PATH)}?${new URLSearchParams({ action, ids: id })}` }));
}
