// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../brick-types.js';
import { depositPath, folderPath, newFolderPath, uploadsPath } from '../paths.js';
import { addScope } from '../scope/node-scopes.js';
import type { NodeRow } from '../store/node.entity.js';
import type { Settings } from '../settings.js';
import { holderOf, rootScope } from '../space/space-ref.js';
import { presentTabs } from '../space/present-tabs.js';
import { spacesOf, type NamedSpace } from '../space/spaces-of.js';
import { foldersAbove } from '../tree/find-node.js';
import type { FolderPlace } from './folder-place.js';
import type { FolderModel, OrderLink, UploadModel } from './folder.model.js';
import { listNodes } from './list-nodes.js';
import { ORDERS, type ListQuery } from './list-query.js';
import { presentNodes } from './node-lines.js';

type FolderRequest = FileShareRequest & { readonly query: ListQuery };

/** The model of the page of a folder. */
export async function presentFolder(
  place: FolderPlace,
  request: FolderRequest,
  settings: Settings,
): Promise<FolderModel> {
  const { access, db, directory, user, t, url, query } = request;
  const { folder, space } = place;
  const spaces = await spacesOf(request);
  const mayAdd = await access.can('change', addScope(folder ?? rootScope(space)));
  const profiles = await access.heldAs('read', place);
  const page = folder && (await listNodes(folder, query, { userId: user.id, profiles }, { db }));
  const nodes = page?.nodes ?? [];
  const persons = await directory.persons(nodes.flatMap(({ addedBy }) => addedBy ?? []));
  const named = spaces.find((one) => holderOf(one.space) === holderOf(space));
  const title = folder?.name || (named?.name ?? t('title'));
  const here = folderPath(place);
  return {
    title,
    tabs: await presentTabs(request, space),
    crumbs: await presentCrumbs(place, named, request),
    lead: t(`space.${space.kind}.lead`),
    orders: nodes.length > 1 ? presentOrders(here, query, request) : [],
    lines: presentNodes(nodes, { ...request, persons, userId: user.id }),
    nextUrl: page?.next && url(`${here}?${new URLSearchParams({ order: query.order, after: page.next })}`),
    empty: emptyTexts(mayAdd, request),
    ...(mayAdd &&
      folder && { upload: presentUpload(folder, request, settings), newFolderUrl: url(newFolderPath(folder)) }),
  };
}

function emptyTexts(mayAdd: boolean, { t }: Pick<FileShareRequest, 't'>): FolderModel['empty'] {
  return mayAdd
    ? { title: t('empty.title'), text: t('empty.add') }
    : { title: t('empty.titleReader'), text: t('empty.reader') };
}

/** The folders above, from the root; nothing at the root itself, which its tab names. */
async function presentCrumbs(
  place: FolderPlace,
  named: NamedSpace | undefined,
  { db, t, url }: FolderRequest,
): Promise<Crumb[]> {
  const { folder, space } = place;
  if (!folder || folder.above === '') return [];
  const above = await foldersAbove(folder, { db });
  const links = above.map(({ id, name, above: isBelow }) => ({
    label: name || (named?.name ?? t('title')),
    url: url(folderPath({ space, ...(isBelow !== '' && { folderId: id }) })),
  }));
  return [...links, { label: folder.name }];
}

function presentOrders(here: string, { order }: ListQuery, { t, url }: FolderRequest): OrderLink[] {
  return ORDERS.map((one) => ({
    label: t(`order.${one}`),
    url: url(`${here}?${new URLSearchParams({ order: one })}`),
    current: one === order,
  }));
}

function presentUpload(folder: NodeRow, { url, asset, format }: FolderRequest, settings: Settings): UploadModel {
  const maxBytes = settings.maxFileSize;
  return {
    url: url(depositPath(folder)),
    uploadsUrl: url(uploadsPath(folder)),
    attemptUrl: asset('upload-attempt.js'),
    foldUrl: asset('upload-fold.js'),
    maxBytes,
    maxSize: format.bytes(maxBytes),
  };
}
