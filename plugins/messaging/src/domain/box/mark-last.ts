// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { CopyRow, type Box } from '../../store/copy.entity.js';

/** The boxes with one line for each thread. */
export const THREAD_BOXES: readonly Box[] = ['inbox', 'archive', 'trash'];

/** Lets the newest copy of each thread stand for it in a box, of those that its owner has not reported. Call it in a transaction. */
export async function markLast(
  threadIds: readonly string[],
  { ownerId, box }: { readonly ownerId: string; readonly box: Box },
  db: SchoolDatabase,
): Promise<void> {
  const copies = db.repository(CopyRow);
  const where = { threadId: In([...threadIds]), ownerId, box };
  const shown = await copies.find({
    select: ['id', 'threadId', 'ownerId'],
    where: { ...where, hiddenAt: IsNull() },
    order: { at: 'ASC', id: 'ASC' },
  });
  const newest = [...new Map(shown.map(({ threadId, id }) => [threadId, id])).values()];
  await copies.update({ ...where, isLast: true }, { isLast: false });
  if (newest.length > 0) await copies.update({ id: In(newest) }, { isLast: true });
}
