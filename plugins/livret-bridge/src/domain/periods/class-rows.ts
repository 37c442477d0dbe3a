// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ClassRow } from '../../store/class.entity.js';

/** The codes of the lines that classes do not fill in one period, by id of the class. */
export type OffLines = ReadonlyMap<string, readonly string[]>;

/** The lines off of each of these classes; a class with every line has no entry. */
export async function offLinesOf(db: SchoolDatabase, classIds: readonly string[], period: number): Promise<OffLines> {
  return (await offLinesByPeriod(db, classIds, [period])).get(period) ?? new Map();
}

/** `offLinesOf` for several periods, by period. */
export async function offLinesByPeriod(
  db: SchoolDatabase,
  classIds: readonly string[],
  periods: readonly number[],
): Promise<ReadonlyMap<number, OffLines>> {
  const where = { groupId: In([...new Set(classIds)]), period: In([...periods]) };
  const rows = await db.repository(ClassRow).find({ where });
  const linesIn = (period: number): OffLines =>
    new Map(
      rows
        .filter((row) => row.period === period)
        .map((row) => [row.groupId, row.offLines.split(' ').filter((code) => code !== '')]),
    );
  return new Map(periods.map((period) => [period, linesIn(period)]));
}
