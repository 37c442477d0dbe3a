// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ClassRow } from '../../store/class.entity.js';

/** The codes of the lines that classes do not fill in one period, by id of the class. */
export type OffLines = ReadonlyMap<string, readonly string[]>;

/** The lines off of each of these classes; a class with every line has no entry. */
export async function offLinesOf(db: SchoolDatabase, classIds: readonly string[], period: number): Promise<OffLines> {
  const groupId = In([...new Set(classIds)]);
  const rows = await db.repository(ClassRow).find({ where: { groupId, period } });
  return new Map(rows.map((row) => [row.groupId, row.offLines.split(' ').filter((code) => code !== '')]));
}
