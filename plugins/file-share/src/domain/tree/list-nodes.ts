// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { readersSeenBy } from '../scope/readers.js';
import { NodeRow } from '../../store/node.entity.js';
import type { ListOrder, ListQuery } from './list.input.js';

/** The lines of one page. */
const PAGE = 100;

/** The user who reads a folder. */
export interface FolderReader {
  readonly userId: string;
  /** The profiles by which the user reads the folder. */
  readonly profiles: readonly Profile[];
}

export interface NodePage {
  readonly nodes: readonly NodeRow[];
  /** The last node, from which the next page goes on; undefined on the last page. */
  readonly next: string | undefined;
}

const ORDER: Readonly<Record<ListOrder, FindOptionsOrder<NodeRow>>> = {
  name: { rank: 'ASC', sortName: 'ASC', id: 'ASC' },
  date: { rank: 'ASC', changedAt: 'DESC', id: 'DESC' },
  size: { rank: 'ASC', bytes: 'DESC', id: 'DESC' },
  kind: { rank: 'ASC', extension: 'ASC', sortName: 'ASC', id: 'ASC' },
};

/** One page of what a user sees in a folder. */
export async function listNodes(
  folder: NodeRow,
  { order, after }: ListQuery,
  reader: FolderReader,
  { db }: { readonly db: SchoolDatabase },
): Promise<NodePage> {
  const nodes = db.repository(NodeRow);
  const last = after === undefined ? undefined : await nodes.findOne({ where: { id: after, parentId: folder.id } });
  const found = await nodes.find({
    where: visibleIn(folder, reader),
    order: ORDER[order],
    ...(last && { after: last }),
    take: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  return { nodes: page, next: found.length > PAGE ? page.at(-1)?.id : undefined };
}

/** The nodes of a folder that a user sees. In a drop box these are their own, and all for teachers and heads. */
export function visibleIn(folder: NodeRow, { userId, profiles }: FolderReader): FindOptionsWhere<NodeRow>[] {
  const inFolder = { parentId: folder.id, trashedAt: IsNull() };
  if (folder.spaceKind !== 'group' && folder.spaceKind !== 'school') return [inFolder];
  const seen = readersSeenBy(profiles);
  if (seen.includes('teachers')) return [inFolder];
  return [
    { ...inFolder, readers: In(seen), ownerId: IsNull() },
    { ...inFolder, ownerId: userId },
    // A pupil sees a drop box, to put something into it.
    ...(profiles.includes('pupil') ? [{ ...inFolder, pupilsAdd: true, ownerId: IsNull() }] : []),
  ];
}
