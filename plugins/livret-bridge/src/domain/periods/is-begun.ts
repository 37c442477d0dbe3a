// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { contentOf, isEmpty } from '../bilan/content.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { stepsOfYear } from '../../store/begun.query.js';

const CONTENT = ['positions', 'texts', 'elements', 'general', 'word', 'strengths', 'parcours'] as const;

/**
 * Whether somebody has written in a bilan of the school year: opening a grid makes empty drafts, which decide nothing. A bilan that was
 * signed or published counts, also once it is empty: its family may read what was published (ADR 70).
 */
export async function isBegun(db: SchoolDatabase, year: number): Promise<boolean> {
  return (await readUntouched(db, year)) === undefined;
}

/** The bilans of a school year when nobody has written in one of them: empty drafts. Undefined when somebody has. */
export async function readUntouched(
  db: SchoolDatabase,
  year: number,
): Promise<readonly Pick<BilanRow, 'id' | 'revision'>[] | undefined> {
  const columns = ['id', 'pupilId', 'state', 'revision', ...CONTENT] as const;
  const rows = await db.repository(BilanRow).find({ select: columns, where: { year } });
  if (rows.some((row) => row.state !== 'draft' || !isEmpty(contentOf(row)))) return undefined;
  const [noted] = await db.query(stepsOfYear, { year });
  return (noted?.steps ?? 0) > 0 ? undefined : rows;
}
