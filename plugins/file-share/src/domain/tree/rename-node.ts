// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { cleanName } from '../names/clean-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from './change-spaces.js';
import { findNode } from './find-node.js';

/** `empty`: nothing is left of the name. `taken`: another folder or file of the folder has it. */
export type RenameResult = { readonly name: string } | { readonly refused: 'empty' | 'taken' };

/**
 * Renames a folder or file, in turn with other changes of its space: what went into the trash meanwhile has its id for a name there. A file
 * keeps its extension when the new name has none: « Leçon 4 » stays a PDF.
 * @throws NotFoundError when it is in the trash, in another space or gone by now
 */
export async function renameNode(
  { id, spaceId }: Pick<NodeRow, 'id' | 'spaceId'>,
  wanted: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<RenameResult> {
  const clean = cleanName(wanted);
  if (clean === '') return { refused: 'empty' };
  const rename = async (): Promise<RenameResult> => {
    const node = await findNode(id, { db });
    if (node?.spaceId !== spaceId) {
      throw new NotFoundError('The folder or file was moved or deleted just before.', { details: { node: id } });
    }
    const name = node.rank === FILE ? withExtension(clean, node.name) : clean;
    const columns = nameColumns(name);
    const { parentId } = node;
    const other = await db.repository(NodeRow).findOne({ where: { parentId, foldedName: columns.foldedName } });
    if (other && other.id !== id) return { refused: 'taken' };
    await db.repository(NodeRow).update({ id }, columns);
    return { name };
  };
  return changeSpaces([spaceId], rename, { db });
}

function withExtension(name: string, before: string): string {
  const [extension = ''] = /\.[^.\s]{1,12}$/u.exec(before) ?? [];
  return /.\.[^.\s]{1,12}$/u.test(name) ? name : cleanName(`${name}${extension}`);
}
