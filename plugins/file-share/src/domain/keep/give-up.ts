// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { NodeRow } from '../../store/node.entity.js';
import { inParts, type Trees } from '../tree/all-below.js';

/**
 * Notes of which files pupils delete their copy for good while the file is in a trash or out of the classes: no copy of it is made when
 * that trash is emptied (ADR 82). The membership of the class does not count: a sync may leave a pupil out for a day. Runs before `deleteTrees`, on the same nodes.
 */
export async function giveUp({ nodes, below }: Trees, { db }: { readonly db: SchoolDatabase }): Promise<void> {
  const all = [...nodes, ...below];
  // A teacher may have moved one to their own files.
  const copies = all.filter((one) => one.spaceKind === 'own' && one.keptOf !== null && one.ownerId === one.addedBy);
  for (const ids of inParts(copies.flatMap(({ keptOf }) => keptOf ?? []))) {
    const files = await db.repository(NodeRow).find({ where: { id: In(ids) } });
    const gone = files.filter(({ spaceKind, trashedAt }) => spaceKind !== 'group' || trashedAt !== null);
    if (gone.length > 0) await db.repository(NodeRow).update({ id: In(gone.map(({ id }) => id)) }, { givenUp: true });
  }
}
