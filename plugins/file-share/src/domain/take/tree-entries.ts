// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolWork } from '@volee/core-adapter';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { storageKeysOf } from '../tree/storage-keys-of.js';
import { FOLDER, type NodeRow } from '../../store/node.entity.js';
import type { ZipEntry } from './zip-files.js';
import { zipName } from './zip-name.js';

/**
 * The entries of these folders and files in a zip. A node lies in its folder if that is among them, or else in the folder of `base`.
 * Names that are the same get a number, and an empty folder is there as well.
 * @param base a path with a slash at its end, or an empty text; for some nodes another one than for others
 */
export async function treeEntries(
  nodes: readonly NodeRow[],
  base: string | ((node: NodeRow) => string),
  { db, storage }: Pick<SchoolWork, 'db' | 'storage'>,
): Promise<ZipEntry[]> {
  const paths = pathsOf(nodes, typeof base === 'string' ? () => base : base);
  const keys = await storageKeysOf(nodes, { db });
  const filled = new Set(nodes.map(({ parentId }) => parentId));
  return nodes.flatMap((node) => {
    const { id, rank, bytes, changedAt: modifiedAt, contentId } = node;
    const path = paths.get(id) ?? '';
    if (rank === FOLDER && (filled.has(id) || path === '')) return [];
    const open = async (): ReturnType<ZipEntry['open']> => {
      const key = keys.get(contentId ?? '');
      if (key === undefined) throw new NotFoundError('A file has no content any more.', { details: { file: id } });
      return storage.open(key);
    };
    return [{ path, bytes, modifiedAt, open }];
  });
}

/** The path of each node by its id. That of a folder ends with a slash. A root without a name is the folder around it. */
function pathsOf(nodes: readonly NodeRow[], baseOf: (node: NodeRow) => string): Map<string, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map<string, string>();
  // The folders of `baseOf` are no nodes, and no file may have the path of one.
  const used = new Set(
    nodes.filter(({ parentId }) => !byId.has(parentId)).map((node) => foldName(withoutSlash(baseOf(node)))),
  );
  for (const node of nodes) pathOf(node);
  return paths;

  function pathOf(node: NodeRow): string {
    const known = paths.get(node.id);
    if (known !== undefined) return known;
    const parent = byId.get(node.parentId);
    const folder = parent ? pathOf(parent) : baseOf(node);
    const path = node.name === '' ? folder : freePath(folder, node);
    paths.set(node.id, path);
    return path;
  }

  function freePath(folder: string, { id, name, rank }: NodeRow): string {
    // Names of the first version were cleaned less.
    const free = firstFreeName(zipName(name) || id, (folded) => used.has(foldName(folder) + folded));
    used.add(foldName(folder + free));
    return folder + free + (rank === FOLDER ? '/' : '');
  }
}

function withoutSlash(folder: string): string {
  return folder.replace(/\/$/, '');
}
