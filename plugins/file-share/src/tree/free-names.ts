// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { Between, In } from 'typeorm';
import { foldName, freeName, stemOf } from '../names/free-name.js';
import { nameColumns } from '../names/name-columns.js';
import { NodeRow } from '../store/node.entity.js';

/** Greater than any other character. */
const LAST = '\u{10FFFF}';

/**
 * A free name in a folder for each of these names, in their order. Of the names in the folder it reads those alone that are in the way, so
 * that a full folder is as fast as an empty one.
 */
export async function freeNames(
  parentId: string,
  wanted: readonly string[],
  { db }: { readonly db: SchoolDatabase },
): Promise<string[]> {
  const nodes = db.repository(NodeRow);
  const folded = wanted.map((name) => nameColumns(name).foldedName);
  const inTheWay = await nodes.find({
    select: ['foldedName', 'groupId', 'ownerId', 'pupilId'],
    where: { parentId, foldedName: In(folded) },
  });
  const taken = inTheWay.map(({ foldedName }) => foldedName);
  const used = new Set(taken);
  const free: string[] = [];
  for (const name of wanted) {
    if (used.has(foldName(name))) taken.push(...(await namesLike(name)));
    const found = freeName(name, taken);
    taken.push(found);
    used.add(foldName(found));
    free.push(found);
  }
  return free;

  async function namesLike(name: string): Promise<string[]> {
    const stem = foldName(stemOf(name));
    const where = { parentId, foldedName: Between(stem, stem + LAST) };
    const found = await nodes.find({ select: ['foldedName', 'groupId', 'ownerId', 'pupilId'], where });
    return found.map(({ foldedName }) => foldedName);
  }
}
