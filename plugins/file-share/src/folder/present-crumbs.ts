// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../brick-types.js';
import { folderPath } from '../paths.js';
import type { NodeRow } from '../store/node.entity.js';
import { foldersAbove } from '../tree/find-node.js';
import { placeOf } from './folder-place.js';

/** The folders above a node, from the root, and the node itself; nothing for a root, which its tab names. */
export async function presentCrumbs(
  node: Pick<NodeRow, 'above' | 'name'>,
  spaceName: string,
  { db, url }: Pick<FileShareRequest, 'db' | 'url'>,
): Promise<Crumb[]> {
  if (node.above === '') return [];
  const links = (await foldersAbove(node, { db })).map((folder) => {
    const place = placeOf(folder);
    return { label: folder.name || spaceName, url: place && url(folderPath(place)) };
  });
  return [...links, { label: node.name }];
}
