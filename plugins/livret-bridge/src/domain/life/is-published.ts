// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { MoreThanOrEqual } from 'typeorm';
import { BilanRow } from '../../store/bilan.entity.js';
import type { PeriodRow } from '../../store/period.entity.js';

/**
 * Whether a bilan of a period has been published since the instant that the head chose. The instant alone does not say so: the publication
 * waits while the clock is in doubt.
 */
export async function isPublished(
  { year, period, publishAt }: Pick<PeriodRow, 'year' | 'period' | 'publishAt'>,
  db: SchoolDatabase,
): Promise<boolean> {
  if (publishAt === null) return false;
  const where = { year, period, publishedAt: MoreThanOrEqual(publishAt) };
  return (await db.repository(BilanRow).count({ where })) > 0;
}
