// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';

/**
 * The number of threads in the inbox of a person that they have not read. A message that was recalled before they saw it does not count.
 */
export function countUnread(ownerId: string, db: SchoolDatabase): Promise<number> {
  return db
    .repository(CopyRow)
    .count({ where: { ownerId, box: 'inbox', isLast: true, readAt: IsNull(), recalledAt: IsNull() } });
}
