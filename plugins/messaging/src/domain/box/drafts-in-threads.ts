// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';

/** The drafts of a person in some threads, the newest first. */
export function draftsInThreads(
  { ownerId, threadIds }: Pick<CopyRow, 'ownerId'> & { readonly threadIds: readonly string[] },
  db: SchoolDatabase,
): Promise<CopyRow[]> {
  if (threadIds.length === 0) return Promise.resolve([]);
  const where = { threadId: In([...threadIds]), ownerId, box: 'drafts' } as const;
  return db.repository(CopyRow).find({ where, order: { at: 'DESC', id: 'DESC' } });
}
