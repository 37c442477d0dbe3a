// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { findSpace, placeOf } from '../../domain/space/folder-place.js';
import { folderPath, PICK_PATH } from '../../paths.js';
import { addScope, readScope } from '../../domain/scope/node-scopes.js';
import { nameOfSpace } from '../../domain/space/name-of-space.js';
import { ownSpace } from '../../store/space-ref.js';
import { rootScope } from '../../domain/scope/root-scope.js';
import type { NodeRow } from '../../store/node.entity.js';
import { topmost } from '../../domain/tree/all-below.js';
import { findNode, idsAbove } from '../../domain/tree/find-node.js';
import { freeNames } from '../../domain/tree/free-names.js';
import type { Around } from '../../domain/tree/place-in.js';
import { mayKeep } from './change-picked.js';
import { destinationKey, findDestination, type Destination } from '../../domain/move/destination.js';
import { destinationTree, type MovedNodes } from '../../domain/move/destination-tree.js';
import type { PickQuery } from '../../domain/move/pick.input.js';
import type { ChosenDestination, PickedModel } from './picked.view.js';
import { viewerChanges } from './viewer-changes.js';

type PresentRequest = FileShareRequest & { readonly query: PickQuery };

/** Names that the page tells. */
const TOLD = 5;

/** The model of the page that asks for the destination. */
export async function presentPicked(ticked: readonly NodeRow[], request: PresentRequest): Promise<PickedModel> {
  const { query, db, t, url, format, user } = request;
  const { action, ids, to } = query;
  const nodes = topmost(ticked);
  const source = await sourceOf(nodes, request);
  const wanted = to === undefined ? undefined : await findDestination(to, request);
  const chosen = wanted && (await mayBrowse(wanted, request)) ? wanted : undefined;
  const opened = chosen ?? source ?? (await findSpace(ownSpace(user.id), { db }));
  const obstacle = chosen && (await obstacleOf(nodes, chosen, request));
  const names = nodes.map(({ name }) => name);
  const told = format.list(names.length > TOLD ? [...names.slice(0, TOLD), '…'] : names);
  const count = nodes.length;
  return {
    action,
    ids,
    title: t(`picked.${action}`, { count }),
    lead: source ? t('picked.from', { names: told, folder: await nameOf(source, request) }) : told,
    url: url(PICK_PATH),
    backUrl: url(source ? folderPath(source) : '/'),
    tree: await destinationTree(request, movedOf(nodes, source, query), opened, chosen !== undefined),
    obstacle,
    chosen: chosen && obstacle === undefined ? await presentChosen(nodes, chosen, request) : undefined,
  };
}

/** A copy may go anywhere. */
function movedOf(nodes: readonly NodeRow[], source: Destination | undefined, { action, ids }: PickQuery): MovedNodes {
  if (action === 'copy') return { ticked: new Set(), home: undefined };
  const isTogether = nodes.every(({ parentId }) => parentId === nodes[0]?.parentId);
  return { ticked: new Set(ids), home: source && isTogether ? destinationKey(source) : undefined };
}

async function sourceOf(nodes: readonly NodeRow[], { db }: PresentRequest): Promise<Destination | undefined> {
  const parent = await findNode(nodes[0]?.parentId ?? '', { db });
  return parent && placeOf(parent);
}

async function nameOf({ space, folder }: Destination, request: PresentRequest): Promise<string> {
  return folder?.name || nameOfSpace(space, request);
}

function mayBrowse({ space, folder }: Destination, { access }: PresentRequest): Promise<boolean> {
  return access.can('read', readScope(folder ?? rootScope(space)));
}

/** The root that a space will have once something is put into it. */
function emptyRoot({ space }: Destination): Around {
  return { ...rootScope(space), id: '', spaceId: '', above: '' };
}

async function obstacleOf(
  nodes: readonly NodeRow[],
  { space, folder }: Destination,
  { access, query, t }: PresentRequest,
): Promise<string | undefined> {
  if (!(await access.can('change', addScope(folder ?? rootScope(space))))) return t('picked.notThere');
  if (!folder) return undefined;
  const path = new Set([...idsAbove(folder), folder.id]);
  const around = nodes.find(({ id }) => path.has(id));
  if (around) return t('picked.intoItself', { name: around.name });
  const isAllThere = query.action === 'move' && nodes.every(({ parentId }) => parentId === folder.id);
  return isAllThere ? t('picked.alreadyThere') : undefined;
}

async function presentChosen(
  nodes: readonly NodeRow[],
  chosen: Destination,
  request: PresentRequest,
): Promise<ChosenDestination> {
  const { db, t, query } = request;
  const folder = chosen.folder ?? emptyRoot(chosen);
  const viewers = await viewerChanges(nodes, folder, mayKeep(request), request);
  const coming = nodes.filter(({ parentId }) => query.action === 'copy' || parentId !== folder.id);
  const names = coming.map(({ name }) => name);
  const free = await freeNames(folder.id, names, { db });
  const renamed = free.flatMap((name, index) => (name === names[index] ? [] : [name]));
  const count = nodes.length;
  const { added } = viewers;
  return {
    viewers,
    key: query.to ?? '',
    renamed: renamed.length > TOLD ? [...renamed.slice(0, TOLD), '…'] : renamed,
    button:
      added > 0
        ? t('picked.buttonMore', { button: t(`picked.${query.action}`, { count }), count: added })
        : t(`picked.${query.action}`, { count }),
  };
}
