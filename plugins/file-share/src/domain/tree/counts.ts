// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { NodeRow } from '../../store/node.entity.js';

/** The counts of a folder over all that is below it. */
export type Counts = Pick<NodeRow, 'files' | 'bytes' | 'cost' | 'nodes'>;

/** The counts of nothing. */
export const NONE: Counts = { files: 0, bytes: 0, cost: 0, nodes: 0 };

export function sumOf(nodes: readonly Counts[]): Counts {
  const add = (sum: Counts, { files, bytes, cost, nodes: count }: Counts): Counts => ({
    files: sum.files + files,
    bytes: sum.bytes + bytes,
    cost: sum.cost + cost,
    nodes: sum.nodes + count,
  });
  return nodes.reduce(add, NONE);
}

export function negative({ files, bytes, cost, nodes }: Counts): Counts {
  return { files: -files, bytes: -bytes, cost: -cost, nodes: -nodes };
}

/** Adds to the counts of these folders, in the transaction that adds or takes away the nodes. */
export async function changeCounts(
  folderIds: readonly string[],
  change: Counts,
  { db }: { readonly db: SchoolDatabase },
): Promise<void> {
  const { files, bytes, cost, nodes } = change;
  if (files === 0 && bytes === 0 && cost === 0 && nodes === 0) return;
  await db.repository(NodeRow).increment({ id: In([...folderIds]) }, { files, bytes, cost, nodes });
}
