// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../brick-types.js';
import { folderIdPath, folderPath } from '../paths.js';
import type { NodeRow } from '../store/node.entity.js';
import { foldersAbove, idsAbove } from '../tree/find-node.js';
import { placeOf } from './folder-place.js';

/** The folders above a node, from the root, and the node itself; nothing for a root, which its tab names. */
export async function presentCrumbs(
  node: NodeRow,
  spaceName: string,
  { db, url }: Pick<FileShareRequest, 'db' | 'url'>,
): Promise<Crumb[]> {
  const [root, ...others] = idsAbove(node);
  if (root === undefined) return [];
  // The root is known by its space: right below it nothing is read.
  const folders = others.length > 0 ? await foldersAbove({ above: `${others.join('/')}/` }, { db }) : [];
  const space = placeOf(node)?.space;
  return [
    { label: spaceName, url: space && url(folderPath({ space })) },
    ...folders.map(({ id, name }) => ({ label: name, url: url(folderIdPath(id)) })),
    { label: node.name },
  ];
}
