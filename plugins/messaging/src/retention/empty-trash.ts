// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In, LessThan, LessThanOrEqual } from 'typeorm';
import { markLast } from '../mailbox/mark-last.js';
import { DAYS_IN_TRASH } from '../mailbox/move-thread.js';
import { CopyRow } from '../store/copy.entity.js';

/** Copies in one transaction. */
const PART = 200;

const DAY = 86_400_000;

type TrashWork = Pick<JobWork, 'db' | 'clock' | 'offSince'>;

/** Deletes what has been in the trash for its time, while its owner had a page to take it out. A copy that they take out meanwhile stays. */
export async function emptyTrash(work: TrashWork, signal: AbortSignal): Promise<void> {
  const { db, clock } = work;
  await beginAnew(work);
  const due = { box: 'trash' as const, purgeAt: LessThanOrEqual(clock.now()) };
  for (;;) {
    signal.throwIfAborted();
    const left = await db.transaction(async () => {
      const copies = db.repository(CopyRow);
      const part = await copies.find({ where: due, order: { purgeAt: 'ASC', id: 'ASC' }, take: PART });
      if (part.length === 0) return 0;
      await copies.delete({ id: In(part.map(({ id }) => id)), ...due });
      for (const [ownerId, rows] of byOwner(part)) {
        await markLast([...new Set(rows.map(({ threadId }) => threadId))], { ownerId, box: 'trash' }, db);
      }
      return part.length;
    });
    if (left === 0) return;
  }
}

/** The days of what was in the trash before the brick was on again begin anew. */
async function beginAnew({ db, clock, offSince }: TrashWork): Promise<void> {
  const days = DAYS_IN_TRASH * DAY;
  const lastOff = (await offSince(new Date(clock.now().getTime() - days))).at(-1);
  if (!lastOff) return;
  const purgeAt = new Date(lastOff.until.getTime() + days);
  await db.repository(CopyRow).update({ box: 'trash', purgeAt: LessThan(purgeAt) }, { purgeAt });
}

function byOwner(copies: readonly CopyRow[]): Map<string, CopyRow[]> {
  const owners = new Map<string, CopyRow[]>();
  for (const copy of copies) owners.set(copy.ownerId, [...(owners.get(copy.ownerId) ?? []), copy]);
  return owners;
}
