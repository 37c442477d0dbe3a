// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';

/** Ids in one statement. */
const PART = 500;

/** The first characters of the digest of content that is being removed. */
const GOING = 'gone-';

/** Whether content is being removed, or was when the process was killed: nobody has it any more. */
export function isGoing({ sha256 }: Pick<ContentRow, 'sha256'>): boolean {
  return sha256.startsWith(GOING);
}

/**
 * Removes at once the contents among these that no file has. The row first loses its digest, so that no upload finds it any more. The
 * content is removed before the row, so that after a crash the nightly job finds by the row what is left.
 */
export async function removeContents(
  contentIds: readonly string[],
  { db, storage }: Pick<SchoolData, 'db' | 'storage'>,
): Promise<void> {
  const contents = db.repository(ContentRow);
  for (const { id, storageKey } of await unusedAmong(contentIds, db)) {
    if ((await contents.update({ id, refs: 0 }, { sha256: `${GOING}${id}` })) === 0) continue;
    await storage.remove(storageKey);
    await contents.delete({ id });
  }
}

async function unusedAmong(contentIds: readonly string[], db: SchoolDatabase): Promise<ContentRow[]> {
  const unused: ContentRow[] = [];
  for (let start = 0; start < contentIds.length; start += PART) {
    const id = In(contentIds.slice(start, start + PART));
    unused.push(...(await db.repository(ContentRow).find({ where: { id, refs: 0 } })));
  }
  return unused;
}
