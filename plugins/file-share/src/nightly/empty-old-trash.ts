// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { SpaceRow, TOTAL } from '../store/space.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { TRASH_DAYS } from '../trash/trash-days.js';

const DAY = 86_400_000;
/** The number of nodes deleted in one transaction, each with all below it. */
const PART = 20;

/**
 * Deletes for good what has been in the trash for 30 days of which all had a page to bring it back: the days count anew once the brick is on again,
 * and the page of the trash knows since when. What a person brings back meanwhile stays.
 */
export async function emptyOldTrash(
  { db, clock, offSince }: Pick<SchoolWork, 'db' | 'clock' | 'offSince'>,
  signal: AbortSignal,
): Promise<void> {
  const lastOff = (await offSince(thirtyDaysAgo(clock))).at(-1);
  if (lastOff) {
    await db.repository(SpaceRow).update({ holder: TOTAL }, { trashFrom: lastOff.until });
    return;
  }
  // Space by space: an index has the trash of each.
  for (const { id } of await db.repository(SpaceRow).find()) {
    do signal.throwIfAborted();
    while (await emptyPart(id, { db, clock }));
  }
}

/** @returns whether there may be more */
async function emptyPart(spaceId: string, { db, clock }: Pick<SchoolWork, 'db' | 'clock'>): Promise<boolean> {
  const nodes = db.repository(NodeRow);
  const trashedAt = LessThan(thirtyDaysAgo(clock));
  const old = { spaceId, trashedAt, trashedFrom: Not(IsNull()) };
  const found = await nodes.find({ where: old, order: { id: 'ASC' }, take: PART });
  if (found.length === 0) return false;
  const ids = found.map(({ id }) => id);
  const remove = async (): Promise<void> => {
    await deleteNodes(await nodes.find({ where: { ...old, id: In(ids) } }), { db, clock });
  };
  await changeSpaces([spaceId], remove, { db });
  return found.length === PART;
}

function thirtyDaysAgo(clock: SchoolWork['clock']): Date {
  return new Date(clock.now().getTime() - TRASH_DAYS * DAY);
}
