// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../../brick-types.js';
import { folderIdPath, folderPath } from '../../../paths.js';
import type { NodeRow } from '../../../store/node.entity.js';
import { idsAbove } from '../../../domain/tree/find-node.js';
import { readableAbove } from '../../../domain/tree/readable-above.js';
import { placeOf } from '../../../domain/space/folder-place.js';

/**
 * The folders above a node that the user sees, from the root, and the node itself; nothing for a root, which its tab names. A drop box may be
 * in a folder for teachers alone.
 */
export async function presentCrumbs(
  node: NodeRow,
  spaceName: string,
  request: Pick<FileShareRequest, 'db' | 'url' | 'access'>,
): Promise<Crumb[]> {
  const [root, ...others] = idsAbove(node);
  if (root === undefined) return [];
  // The root is known by its space: right below it nothing is read.
  const folders = others.length > 0 ? await readableAbove([{ above: `${others.join('/')}/` }], request) : [];
  const space = placeOf(node)?.space;
  return [
    { label: spaceName, url: space && request.url(folderPath({ space })) },
    ...folders.map(({ id, name }) => ({ label: name, url: request.url(folderIdPath(id)) })),
    { label: node.name },
  ];
}
