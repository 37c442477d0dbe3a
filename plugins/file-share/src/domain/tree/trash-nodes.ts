// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { NodeRow } from '../../store/node.entity.js';
import { changeBelow, levelsBelow, topmost } from './all-below.js';
import { takeFromCounts } from './carry-counts.js';
import { openAround } from './open-around.js';

interface TrashTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
  /** The person who throws them away. Default: nobody who is known. */
  readonly trashedBy?: string | null;
}

/**
 * Puts folders and files into the trash of their space, with all below them: their names are free again, and their place is used until they
 * are deleted for good. What was open to pupils by the folder around it is no more. Runs in `changeSpaces`, on nodes that were read in it.
 * @returns the nodes that lie in the trash by themselves
 */
export async function trashNodes(ticked: readonly NodeRow[], tools: TrashTools): Promise<NodeRow[]> {
  const { db, clock, trashedBy = null } = tools;
  const nodes = topmost(ticked);
  const levels = await levelsBelow(nodes, tools);
  const parents = await db.repository(NodeRow).find({ where: { id: In(nodes.map(({ parentId }) => parentId)) } });
  const names = new Map(parents.map(({ id, name }) => [id, name]));
  const open = await openAround(nodes, tools);
  const trashedAt = clock.now();
  await takeFromCounts(nodes, tools);
  const trashed: NodeRow[] = [];
  for (const node of nodes) {
    const staysOpen = (one: NodeRow): boolean => one.pupilsAdd && !open.has(node.parentId);
    const columns = {
      ...{ parentId: node.spaceId, foldedName: node.id, above: '', trashedAt, pupilsAdd: staysOpen(node) },
      ...{ trashedFrom: node.parentId, trashedFromName: names.get(node.parentId) ?? '', trashedBy },
    };
    await db.repository(NodeRow).update({ id: node.id }, columns);
    const now = { ...node, ...columns };
    await changeBelow(now, levels, (_parent, one) => ({ trashedAt, pupilsAdd: staysOpen(one) }), tools);
    trashed.push(now);
  }
  return trashed;
}
