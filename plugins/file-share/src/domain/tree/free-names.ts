// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { Between, In } from 'typeorm';
import { firstFreeName, foldName, numberedStart } from '../../store/names/free-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { NodeRow } from '../../store/node.entity.js';
import { inParts } from './all-below.js';

/** Greater than any other character. */
const LAST = '\u{10FFFF}';

const COLUMNS = ['foldedName', 'groupId', 'ownerId', 'pupilId'] as const;

/**
 * A free name in a folder for each of these names, in their order. It reads only the names of the folder that are in the way, and the
 * numbered ones of a taken name once, so that a full folder is as fast as an empty one.
 */
export async function freeNames(
  parentId: string,
  wanted: readonly string[],
  { db }: { readonly db: SchoolDatabase },
): Promise<string[]> {
  const nodes = db.repository(NodeRow);
  const folded = [...new Set(wanted.map((name) => nameColumns(name).foldedName))];
  const used = new Set<string>();
  for (const names of inParts(folded)) {
    const inTheWay = await nodes.find({ select: COLUMNS, where: { parentId, foldedName: In(names) } });
    for (const { foldedName } of inTheWay) used.add(foldedName);
  }
  const read = new Set<string>();
  const free: string[] = [];
  for (const name of wanted) {
    const start = numberedStart(name);
    if (used.has(foldName(name)) && !read.has(start)) {
      read.add(start);
      const where = { parentId, foldedName: Between(start, start + LAST) };
      for (const { foldedName } of await nodes.find({ select: COLUMNS, where })) used.add(foldedName);
    }
    const found = firstFreeName(name, (taken) => used.has(taken));
    used.add(foldName(found));
    free.push(found);
  }
  return free;
}
