// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In, LessThanOrEqual } from 'typeorm';
import { markLast } from '../mailbox/mark-last.js';
import { CopyRow } from '../store/copy.entity.js';

/** Copies in one transaction. */
const PART = 200;

/** Deletes what has been in the trash for its time. A copy that its owner takes out meanwhile stays. */
export async function emptyTrash({ db, clock }: Pick<JobWork, 'db' | 'clock'>, signal: AbortSignal): Promise<void> {
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

function byOwner(copies: readonly CopyRow[]): Map<string, CopyRow[]> {
  const owners = new Map<string, CopyRow[]>();
  for (const copy of copies) owners.set(copy.ownerId, [...(owners.get(copy.ownerId) ?? []), copy]);
  return owners;
}
