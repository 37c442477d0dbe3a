// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { LessThan } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';

const DAY = 86_400_000;
const PART = 500;

/**
 * Removes content that no file has had for a day. The row goes first, and only while it counts no file: an upload that finds it counts one
 * before, or stores its own. After a crash between the two, the host removes what no row names.
 */
export async function removeUnusedContent(
  { db, storage, clock }: Pick<SchoolWork, 'db' | 'storage' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  const contents = db.repository(ContentRow);
  const unused = { refs: 0, unusedSince: LessThan(new Date(clock.now().getTime() - DAY)) };
  for (;;) {
    const found = await contents.find({ where: unused, take: PART });
    for (const { id, storageKey } of found) {
      signal.throwIfAborted();
      if ((await contents.delete({ ...unused, id })) > 0) await storage.remove(storageKey);
    }
    if (found.length < PART) return;
  }
}
