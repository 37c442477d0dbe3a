// SPDX-License-Identifier: EUPL-1.2
import { countUse } from '../content/claim-content.js';
import type { NodeRow } from '../store/node.entity.js';
import { insertNodes, type NewNode, type TreeTools } from '../tree/insert-nodes.js';

/**
 * Puts files that exist into a folder once more, as the same content. Files without content are left out.
 * @param more `cost: 0` for copies that the pupil has not changed
 */
export async function copyFiles(
  files: readonly NodeRow[],
  into: NodeRow,
  more: Pick<NewNode, 'addedBy' | 'cost'>,
  tools: TreeTools,
): Promise<NodeRow[]> {
  return tools.db.transaction(async () => {
    const added: NewNode[] = [];
    for (const { name, contentId, bytes } of files) {
      if (contentId === null || (await countUse(contentId, 1, tools)) === 0) continue;
      added.push({ name, contentId, bytes, ...more });
    }
    return added.length === 0 ? [] : insertNodes(into, added, tools);
  });
}
