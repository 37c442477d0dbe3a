// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { NodeRow } from '../../store/node.entity.js';

/**
 * The nodes among these that the user may still change. The owner of something in a class may change it only as long as they are in the
 * class.
 */
export async function inOwnGroups<N extends Pick<NodeRow, 'spaceKind' | 'groupId'>>(
  nodes: readonly N[],
  { access }: Pick<FileShareRequest, 'access'>,
): Promise<N[]> {
  if (nodes.every(({ spaceKind }) => spaceKind !== 'group')) return [...nodes];
  const groups = new Set((await access.groups('change')).map(({ id }) => id));
  return nodes.filter(({ spaceKind, groupId }) => spaceKind !== 'group' || groups.has(groupId ?? ''));
}
