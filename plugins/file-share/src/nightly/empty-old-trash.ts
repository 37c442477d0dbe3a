// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { TRASH_DAYS } from '../trash/trash-days.js';

const DAY = 86_400_000;
/** The number of nodes deleted in one transaction, each with all below it. */
const PART = 20;

/** Deletes for good what has been in the trash for 30 days. What a person brings back meanwhile stays. */
export async function emptyOldTrash(
  { db, clock }: Pick<SchoolWork, 'db' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  const nodes = db.repository(NodeRow);
  const old = { trashedFrom: Not(IsNull()), trashedAt: LessThan(new Date(clock.now().getTime() - TRASH_DAYS * DAY)) };
  for (;;) {
    signal.throwIfAborted();
    const [first] = await nodes.find({ where: old, order: { trashedAt: 'ASC', id: 'ASC' }, take: 1 });
    if (!first) return;
    const { spaceId } = first;
    const found = await nodes.find({ where: { ...old, spaceId }, order: { id: 'ASC' }, take: PART });
    const ids = found.map(({ id }) => id);
    const remove = async (): Promise<void> => {
      await deleteNodes(await nodes.find({ where: { ...old, spaceId, id: In(ids) } }), { db, clock });
    };
    await changeSpaces([spaceId], remove, { db });
  }
}
