// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { WorkRoundRow } from '../../store/work-round.entity.js';

/** The times that a part was given back, the last one at the end. */
export async function readRounds(
  part: { readonly id: string } | undefined,
  { db }: { readonly db: SchoolDatabase },
): Promise<WorkRoundRow[]> {
  if (!part) return [];
  return db.repository(WorkRoundRow).find({ where: { partId: part.id }, order: { givenBackAt: 'ASC', id: 'ASC' } });
}
