// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import type { FileShareRequest } from '../../brick-types.js';
import { visibleIn } from '../tree/list-nodes.js';
import { readersTag, type ReadersTag } from '../readers/readers-tag.js';
import { addScope, readScope } from '../scope/node-scopes.js';
import { findRoot } from '../space/open-space.js';
import { holderOf, type SpaceRef } from '../../store/space-ref.js';
import { rootScope } from '../scope/root-scope.js';
import { spacesOf } from '../space/spaces-of.js';
import { foldersAbove } from '../tree/find-node.js';
import { destinationKey, type Destination } from './destination.js';

export interface DestinationItem {
  readonly key: string;
  readonly name: string;
  readonly kind: SpaceRef['kind'] | 'folder';
  /** Absent when the tab of the space shows them. */
  readonly readers: ReadersTag | undefined;
  readonly isChosen: boolean;
  /** Whether the folder is one of those that are moved: nothing goes into itself. */
  readonly isTicked: boolean;
  /** Whether all that moves is there already. */
  readonly isHome: boolean;
  readonly below: readonly DestinationItem[];
}

type TreeRequest = Pick<FileShareRequest, 'access' | 'user' | 't' | 'db'>;

/** The nodes that a move is about; empty for a copy. */
export interface MovedNodes {
  readonly ticked: ReadonlySet<string>;
  /** The key of the folder in which all of it lies. */
  readonly home: string | undefined;
}

/** Folders in one folder of the tree. */
const SHOWN = 200;

interface Opened {
  /** The space, and the folders from its root to the chosen one. */
  readonly space: SpaceRef;
  readonly path: readonly NodeRow[];
}

/**
 * The spaces into which the user may put something, and the folders of one of them down to the chosen folder.
 * @param moved the ticked nodes, to tell where they cannot go
 * @param opened the chosen destination, or where the ticked folders and files lie
 * @param isChosen whether it is the chosen destination
 */
export async function destinationTree(
  request: TreeRequest,
  { ticked, home }: MovedNodes,
  opened: Destination,
  isChosen: boolean,
): Promise<DestinationItem[]> {
  const spaces = await spacesToPutInto(request);
  const { folder } = opened;
  const path = folder ? [...(await foldersAbove(folder, request)), folder] : [];
  const chosen = isChosen ? destinationKey(opened) : undefined;
  const items: DestinationItem[] = [];
  for (const { space, name } of spaces) {
    const isOpen = holderOf(space) === holderOf(opened.space);
    const below = isOpen ? await itemsIn({ space, path }, 0, { request, ticked, home, chosen }) : [];
    const key = destinationKey({ space });
    const item = {
      key,
      name,
      kind: space.kind,
      readers: undefined,
      isChosen: key === chosen,
      isTicked: false,
      isHome: key === home,
    };
    items.push({ ...item, below });
  }
  return items;
}

/** The spaces of the user, with the spaces of groups in which a folder is open to them. */
async function spacesToPutInto(request: TreeRequest): Promise<{ space: SpaceRef; name: string }[]> {
  const spaces = await spacesOf(request);
  const { access, db } = request;
  const withScope = spaces.map((one) => ({ ...addScope(rootScope(one.space)), one }));
  const addable = new Set((await access.filter('change', withScope)).map(({ one }) => one));
  const open = new Set<(typeof spaces)[number]>();
  for (const one of spaces) {
    const { kind, groupId } = one.space;
    if (addable.has(one) || kind !== 'group' || groupId === null || !(await access.can('change', { groupId })))
      continue;
    const where = { groupId, spaceKind: kind, pupilsAdd: true, trashedAt: IsNull() };
    if ((await db.repository(NodeRow).count({ where })) > 0) open.add(one);
  }
  return spaces.filter((one) => addable.has(one) || open.has(one));
}

interface ItemsTools extends MovedNodes {
  readonly request: TreeRequest;
  readonly chosen: string | undefined;
}

/** The folders in the folder of the path with this index, with those below the next one. */
async function itemsIn(opened: Opened, index: number, tools: ItemsTools): Promise<DestinationItem[]> {
  const folder = opened.path[index] ?? (index === 0 ? await findRoot(opened.space, tools.request) : undefined);
  if (!folder) return [];
  const { request, ticked, home, chosen } = tools;
  const items: DestinationItem[] = [];
  for (const one of await foldersIn(folder, request)) {
    const isTicked = ticked.has(one.id);
    const isOpen = opened.path[index + 1]?.id === one.id && !isTicked;
    items.push({
      ...{
        key: one.id,
        name: one.name,
        kind: 'folder' as const,
        isChosen: one.id === chosen,
        isTicked,
        isHome: one.id === home,
      },
      readers:
        one.spaceKind === 'own' || one.spaceKind === 'team' ? undefined : readersTag(one, request.user.id, request.t),
      below: isOpen ? await itemsIn(opened, index + 1, tools) : [],
    });
  }
  return items;
}

async function foldersIn(folder: NodeRow, { access, user, db }: TreeRequest): Promise<NodeRow[]> {
  const profiles = await access.heldAs('read', readScope(folder));
  const where = visibleIn(folder, { userId: user.id, profiles }).map((one) => ({ ...one, rank: FOLDER }));
  return db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' }, take: SHOWN });
}
