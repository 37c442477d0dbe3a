// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { contentOf, isEmpty } from '../bilan/content.js';
import { BilanRow } from '../store/bilan.entity.js';

const CONTENT = ['positions', 'texts', 'elements', 'general', 'word', 'strengths', 'parcours'] as const;

/** Whether somebody has written in a bilan of the school year: opening a grid makes empty drafts, which decide nothing. */
export async function isBegun(db: SchoolDatabase, year: number): Promise<boolean> {
  const rows = await db.repository(BilanRow).find({ select: ['id', 'pupilId', 'state', ...CONTENT], where: { year } });
  return rows.some((row) => row.state !== 'draft' || !isEmpty(contentOf(row)));
}
