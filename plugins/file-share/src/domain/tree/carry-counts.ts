// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { chargeSpaceAlone, releaseRoom, releaseSpaceAlone } from '../quota/charge-space.js';
import type { NodeRow } from '../../store/node.entity.js';
import { changeCounts, negative, sumOf, type Counts } from './counts.js';
import { idsAbove } from './find-node.js';
import type { TreeTools } from './insert-nodes.js';

type CountTools = Pick<SchoolWork, 'db'>;

/** Takes these nodes out of the counts of the folders above them. */
export async function takeFromCounts(nodes: readonly NodeRow[], tools: CountTools): Promise<void> {
  for (const together of groupBy(nodes, ({ above }) => above).values()) {
    const [first] = together;
    if (first) await changeCounts(idsAbove(first), negative(sumOf(together)), tools);
  }
}

/** Adds these nodes to the counts of a folder and of those above it. */
export async function giveToCounts(folder: NodeRow, nodes: readonly Counts[], tools: CountTools): Promise<void> {
  await changeCounts([...idsAbove(folder), folder.id], sumOf(nodes), tools);
}

/**
 * Charges the space of a folder for what comes from other spaces, and gives them their place back first. The school has as much as before:
 * its row is left alone, and no upload waits for a move.
 */
export async function chargeMoves(nodes: readonly NodeRow[], folder: NodeRow, tools: TreeTools): Promise<void> {
  const coming = nodes.filter(({ spaceId }) => spaceId !== folder.spaceId);
  for (const [spaceId, together] of groupBy(coming, (node) => node.spaceId)) {
    await releaseSpaceAlone(spaceId, sumOf(together), tools);
  }
  await chargeSpaceAlone(folder, sumOf(coming), tools);
}

/** Gives the place of these nodes back to their spaces. */
export async function giveRoomBack(nodes: readonly NodeRow[], tools: CountTools): Promise<void> {
  for (const [spaceId, together] of groupBy(nodes, (node) => node.spaceId)) {
    await releaseRoom(spaceId, sumOf(together), tools);
  }
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
