// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { visibleIn, type FolderReader } from './list-nodes.js';

/** The files beside a file. */
export interface FileNeighbours {
  readonly previous: NodeRow | undefined;
  readonly next: NodeRow | undefined;
}

/** The files before and after a file, among those that the user sees in its folder, by name. */
export async function fileNeighbours(
  file: NodeRow,
  folder: NodeRow,
  reader: FolderReader,
  { db }: { readonly db: SchoolDatabase },
): Promise<FileNeighbours> {
  const nodes = db.repository(NodeRow);
  const where = visibleIn(folder, reader).map((visible) => ({ ...visible, rank: FILE }));
  const beside = async (direction: 'ASC' | 'DESC'): Promise<NodeRow | undefined> => {
    const order = { sortName: direction, id: direction };
    const [node] = await nodes.find({ where, order, after: file, take: 1 });
    return node;
  };
  return { previous: await beside('DESC'), next: await beside('ASC') };
}
