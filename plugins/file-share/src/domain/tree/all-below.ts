// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { aboveIn, idsAbove } from './find-node.js';

/** Ids in one statement. */
const PART = 500;

type BelowTools = Pick<SchoolWork, 'db'>;

async function nodesIn(folders: readonly NodeRow[], { db }: BelowTools): Promise<NodeRow[]> {
  const found: NodeRow[] = [];
  for (const ids of inParts(folders.map(({ id }) => id))) {
    found.push(...(await db.repository(NodeRow).find({ where: { parentId: In(ids) } })));
  }
  return found;
}

/**
 * All below these folders, in levels: first what is directly in them.
 * @param keep tells which nodes of a level count; nothing below the others does
 */
export async function levelsBelow(
  roots: readonly NodeRow[],
  tools: BelowTools,
  keep: (nodes: NodeRow[]) => Promise<NodeRow[]> = (nodes) => Promise.resolve(nodes),
): Promise<NodeRow[][]> {
  const levels: NodeRow[][] = [];
  for (let folders = foldersOf(roots); folders.length > 0;) {
    const level = await keep(await nodesIn(folders, tools));
    if (level.length > 0) levels.push(level);
    folders = foldersOf(level);
  }
  return levels;
}

export function foldersOf(nodes: readonly NodeRow[]): NodeRow[] {
  return nodes.filter(({ rank }) => rank === FOLDER);
}

/** The nodes that are not below another one of the list; they take the others along. */
export function topmost(nodes: readonly NodeRow[]): NodeRow[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return nodes.filter((node) => !idsAbove(node).some((id) => ids.has(id)));
}

/** Folders and files, none of them below another, with everything below them. */
export interface Trees {
  readonly nodes: readonly NodeRow[];
  readonly below: readonly NodeRow[];
}

export async function readTrees(ticked: readonly NodeRow[], tools: BelowTools): Promise<Trees> {
  const nodes = topmost(ticked);
  return { nodes, below: (await levelsBelow(nodes, tools)).flat() };
}

/** The number of folders above the deepest of these nodes. */
export function deepest(nodes: readonly Pick<NodeRow, 'above'>[]): number {
  return nodes.reduce((most, node) => Math.max(most, idsAbove(node).length), 0);
}

/** Writes the columns that change with the folder above, for all below a node. Nodes with the same change take one statement. */
export async function changeBelow(
  root: NodeRow,
  levels: readonly (readonly NodeRow[])[],
  change: (parent: NodeRow, node: NodeRow) => Partial<NodeRow>,
  { db }: BelowTools,
): Promise<void> {
  const changed = new Map([[root.id, root]]);
  const idsByChange = new Map<string, { columns: Partial<NodeRow>; ids: string[] }>();
  for (const node of levels.flat()) {
    const parent = changed.get(node.parentId);
    // The node is below another root.
    if (!parent) continue;
    const columns = { ...change(parent, node), above: aboveIn(parent) };
    if (node.rank === FOLDER) changed.set(node.id, { ...node, ...columns });
    const key = JSON.stringify(columns);
    const same = idsByChange.get(key) ?? { columns, ids: [] };
    same.ids.push(node.id);
    idsByChange.set(key, same);
  }
  for (const { columns, ids } of idsByChange.values()) {
    for (const part of inParts(ids)) await db.repository(NodeRow).update({ id: In(part) }, columns);
  }
}

/** A list in parts that one statement takes. */
export function inParts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / PART) }, (_, index) =>
    list.slice(index * PART, (index + 1) * PART),
  );
}
