// SPDX-License-Identifier: EUPL-1.2
import { FOLDER, type NodeRow } from '../../store/node.entity.js';
import { idsAbove } from './find-node.js';
import { TreeRefusal } from './tree-refusal.js';

/** The maximum depth of folders, the root included. */
export const DEEPEST = 20;

/** @throws TreeRefusal when a folder in this one would stand below too many others */
export function refuseFolderIn(folder: NodeRow): void {
  if (idsAbove(folder).length + 1 >= DEEPEST) throw new TreeRefusal('tooDeep', folder.name);
}

/** @throws TreeRefusal when the folder is one of these nodes or below it */
export function refuseCircle(nodes: readonly NodeRow[], folder: NodeRow): void {
  const path = new Set([...idsAbove(folder), folder.id]);
  const around = nodes.find(({ id }) => path.has(id));
  if (around) throw new TreeRefusal('intoItself', around.name);
}

/**
 * @param levels all below the nodes
 * @throws TreeRefusal when a folder would stand below too many others
 */
export function refuseTooDeep(
  nodes: readonly NodeRow[],
  levels: readonly (readonly NodeRow[])[],
  folder: NodeRow,
): void {
  const room = DEEPEST - 1 - (idsAbove(folder).length + 1);
  for (const root of nodes) {
    const isTooDeep = (node: NodeRow): boolean =>
      node.rank === FOLDER && idsAbove(node).length - idsAbove(root).length > room;
    const isBelow = (node: NodeRow): boolean => node.id === root.id || idsAbove(node).includes(root.id);
    if ([root, ...levels.flat()].some((node) => isTooDeep(node) && isBelow(node))) {
      throw new TreeRefusal('tooDeep', root.name);
    }
  }
}
