// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, Like, Not } from 'typeorm';
import { FOLDER, NodeRow } from '../store/node.entity.js';
import { inParts } from '../tree/all-below.js';

/** A file that lies in the trash with a folder of somebody else. */
export interface ThrownFile {
  readonly name: string;
  /** The folder that was put into the trash. */
  readonly folder: string;
  readonly trashedAt: Date;
}

/** The files that a pupil put into folders of a class which others have put into the trash, where the pupil's own trash does not show them. */
export async function thrownByOthers(
  { spaceId }: Pick<NodeRow, 'spaceId'>,
  pupilId: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<ThrownFile[]> {
  const nodes = db.repository(NodeRow);
  const inTrash = { spaceId, spaceKind: 'group' as const, trashedAt: Not(IsNull()), trashedFrom: IsNull() };
  const found = await nodes.find({
    where: { ...inTrash, rank: Not(FOLDER), addedBy: pupilId },
    order: { sortName: 'ASC', id: 'ASC' },
  });
  const topIdOf = ({ above }: NodeRow): string => above.slice(0, above.indexOf('/'));
  const tops = new Map<string, NodeRow>();
  for (const ids of inParts([...new Set(found.map(topIdOf))]))
    for (const top of await nodes.find({ where: { id: In(ids) } })) tops.set(top.id, top);
  return found.flatMap((file) => {
    const top = tops.get(topIdOf(file));
    if (!top?.trashedAt || top.addedBy === pupilId) return [];
    return { name: file.name, folder: top.name, trashedAt: top.trashedAt };
  });
}

/** The files and the pupils of a class in folders that were just put into the trash, aside from those of the user. */
export async function countOfPupils(
  trashed: readonly NodeRow[],
  {
    db,
    pupilsAmong,
  }: { readonly db: SchoolDatabase; readonly pupilsAmong: (ids: string[]) => Promise<readonly string[]> },
): Promise<{ readonly files: number; readonly pupils: number }> {
  let files: (string | null)[] = [];
  for (const { id, spaceId, spaceKind, rank } of trashed) {
    if (spaceKind !== 'group' || rank !== FOLDER) continue;
    const where = { spaceId, above: Like(`${id}/%`), rank: Not(FOLDER) };
    const below = await db
      .repository(NodeRow)
      .find({ select: ['id', 'groupId', 'ownerId', 'pupilId', 'addedBy'], where });
    files = [...files, ...below.map(({ addedBy }) => addedBy)];
  }
  const pupils = new Set(await pupilsAmong([...new Set(files.flatMap((addedBy) => addedBy ?? []))]));
  return { files: files.filter((addedBy) => addedBy !== null && pupils.has(addedBy)).length, pupils: pupils.size };
}
