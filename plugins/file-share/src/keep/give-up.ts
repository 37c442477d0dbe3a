// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { In } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { inParts, levelsBelow, topmost } from '../tree/all-below.js';

interface GiveUpTools {
  readonly db: SchoolDatabase;
  readonly directory: Pick<SchoolDirectory, 'relations'>;
}

/**
 * Notes of which files pupils delete their copy for good while they do not find the file in its class: no copy of it is made again (ADR 82).
 * Runs before `deleteNodes`, on the same nodes.
 */
export async function giveUp(ticked: readonly NodeRow[], { db, directory }: GiveUpTools): Promise<void> {
  const nodes = topmost(ticked);
  const all = [...nodes, ...(await levelsBelow(nodes, { db })).flat()];
  // A teacher may have moved one to their own files.
  const copies = all.filter((one) => one.spaceKind === 'own' && one.keptOf !== null && one.ownerId === one.addedBy);
  if (copies.length === 0) return;
  const { memberOf } = await directory.relations([...new Set(copies.flatMap(({ ownerId }) => ownerId ?? []))]);
  const isInSight = ({ spaceKind, groupId, trashedAt, addedBy }: NodeRow): boolean =>
    spaceKind === 'group' && trashedAt === null && memberOf.get(addedBy ?? '')?.has(groupId ?? '') === true;
  for (const ids of inParts(copies.flatMap(({ keptOf }) => keptOf ?? []))) {
    const files = await db.repository(NodeRow).find({ where: { id: In(ids) } });
    const gone = files.filter((file) => !isInSight(file)).map(({ id }) => id);
    if (gone.length > 0) await db.repository(NodeRow).update({ id: In(gone) }, { givenUp: true });
  }
}
