// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { cleanName } from '../names/clean-name.js';
import { nameColumns } from '../names/name-columns.js';
import { FILE, NodeRow } from '../store/node.entity.js';

/** `empty`: nothing is left of the name. `taken`: another folder or file of the folder has it. */
export type RenameResult = { readonly name: string } | { readonly refused: 'empty' | 'taken' };

/** Renames a folder or file. A file keeps its extension when the new name has none: « Leçon 4 » stays a PDF. */
export async function renameNode(
  node: Pick<NodeRow, 'id' | 'rank' | 'name'>,
  wanted: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<RenameResult> {
  const clean = cleanName(wanted);
  if (clean === '') return { refused: 'empty' };
  const name = node.rank === FILE ? withExtension(clean, node.name) : clean;
  try {
    await db.repository(NodeRow).update({ id: node.id }, nameColumns(name));
  } catch (error) {
    if (error instanceof ConflictError) return { refused: 'taken' };
    throw error;
  }
  return { name };
}

function withExtension(name: string, before: string): string {
  const [extension = ''] = /\.[^.\s]{1,12}$/u.exec(before) ?? [];
  return /.\.[^.\s]{1,12}$/u.test(name) ? name : cleanName(`${name}${extension}`);
}
