// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { FILE, NodeRow } from '../../store/node.entity.js';
import type { PartFolder, WorkRoot } from '../works/work-folders.js';

type FileTools = Pick<SchoolWork, 'db'>;

/** The folder of a work or part in which a file lies. */
export async function partRootOf(file: NodeRow, { db }: FileTools): Promise<NodeRow | undefined> {
  if (file.spaceKind !== 'work') return undefined;
  return db.repository(NodeRow).findOne({ where: { id: file.parentId, spaceKind: 'work' } });
}

export type FilesByFolder = (ofId: string | undefined, folder: WorkRoot | PartFolder) => readonly NodeRow[];

/** The files of several works and parts, by name, in two queries. */
export async function readPartFiles(ofIds: readonly string[], { db }: FileTools): Promise<FilesByFolder> {
  if (ofIds.length === 0) return () => [];
  const nodes = db.repository(NodeRow);
  const roots = await nodes.find({ where: { parentId: In([...ofIds]), spaceKind: 'work' } });
  const where = { parentId: In(roots.map(({ id }) => id)), rank: FILE, trashedAt: IsNull() };
  const files = roots.length === 0 ? [] : await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  return (ofId, folder) => {
    const root = roots.find(({ parentId, foldedName }) => parentId === ofId && foldedName === folder);
    return root ? files.filter(({ parentId }) => parentId === root.id) : [];
  };
}
