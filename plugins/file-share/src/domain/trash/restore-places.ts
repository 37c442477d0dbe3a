// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { foldName } from '../../store/names/free-name.js';
import { NodeRow } from '../../store/node.entity.js';
import { freeNames } from '../tree/free-names.js';
import { folderToRestoreTo } from '../tree/restore-node.js';

/** The folder to which a trashed folder or file would come back. */
export interface RestorePlace {
  /** Undefined when the folder would be made anew. */
  readonly folder: NodeRow | undefined;
  /** A free name in it. */
  readonly name: string;
}

/** The places of the lines of one page: each folder is read once, and of its names those alone that are in the way. */
export async function restorePlaces(
  nodes: readonly NodeRow[],
  tools: { readonly db: SchoolDatabase },
): Promise<ReadonlyMap<string, RestorePlace>> {
  const places = new Map<string, RestorePlace>();
  const from = new Map<string, NodeRow[]>();
  for (const node of nodes) from.set(keyOf(node), [...(from.get(keyOf(node)) ?? []), node]);
  for (const together of from.values()) {
    const folder = together[0] && (await folderToRestoreTo(together[0], tools));
    const taken = folder ? await takenIn(folder, together, tools) : new Set<string>();
    for (const { id, name } of together) {
      const [free = name] = folder && taken.has(foldName(name)) ? await freeNames(folder.id, [name], tools) : [name];
      places.set(id, { folder, name: free });
    }
  }
  return places;
}

function keyOf({ trashedFrom, trashedFromName }: NodeRow): string {
  return `${trashedFrom} ${trashedFromName}`;
}

async function takenIn(
  folder: NodeRow,
  nodes: readonly NodeRow[],
  { db }: { readonly db: SchoolDatabase },
): Promise<ReadonlySet<string>> {
  const foldedName = In(nodes.map(({ name }) => foldName(name)));
  const where = { parentId: folder.id, foldedName };
  const found = await db.repository(NodeRow).find({ select: ['foldedName', 'groupId', 'ownerId', 'pupilId'], where });
  return new Set(found.map((one) => one.foldedName));
}
