// SPDX-License-Identifier: EUPL-1.2
import { countUses, usesOf } from '../content/count-uses.js';
import { chargeNodes, chargeSpace } from '../quota/charge-space.js';
import type { NodeRow } from '../../store/node.entity.js';
import { sumOf } from '../tree/counts.js';
import { writeNodes, type NewNode, type TreeTools } from '../tree/insert-nodes.js';

/**
 * Puts files that exist into a folder once more, as the same content. Runs in `changeSpaces` with the space of the folder, on files and a
 * folder that were read in it. Room is charged before contents are counted, as uploads do: two transactions never wait for each other.
 * @param more `cost: 0` for copies that the pupil has not changed: they count as files, and begin also where the quota in bytes is used up
 * @throws QuotaError, ConflictError
 */
export async function copyFiles(
  files: readonly NodeRow[],
  into: NodeRow,
  more: Pick<NewNode, 'addedBy'> & { readonly cost?: 0 },
  tools: TreeTools,
): Promise<NodeRow[]> {
  if (more.cost === 0) await chargeNodes(into, files.length, tools);
  else await chargeSpace(into, { cost: sumOf(files).bytes, nodes: files.length }, tools);
  await countUses(usesOf(files), tools);
  const added = files.map(({ name, contentId, bytes }) => ({ name, contentId, bytes, ...more }));
  return added.length === 0 ? [] : writeNodes(into, added, tools);
}
