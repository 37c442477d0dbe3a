// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import type { TransactionOptions, UnitOfWork } from './unit-of-work.js';

/** The most rows of one statement, and the most variables that SQLite takes (SQLITE_MAX_VARIABLE_NUMBER). */
const ROWS = 500;
const VARIABLES = 32_766;

/** Inserts rows, all or none, with as many statements as their number needs. */
export async function insertInParts(
  unitOfWork: UnitOfWork,
  entity: EntityClass,
  rows: readonly ObjectLiteral[],
  options: TransactionOptions,
): Promise<void> {
  const insert = (part: readonly ObjectLiteral[]): Promise<unknown> =>
    unitOfWork.run((manager) => manager.getRepository<ObjectLiteral>(entity).insert([...part]));
  const size = Math.min(ROWS, Math.floor(VARIABLES / Math.max(1, ...rows.map((row) => Object.keys(row).length))));
  if (rows.length <= size) {
    await insert(rows);
    return;
  }
  await unitOfWork.transaction(async () => {
    for (let start = 0; start < rows.length; start += size) await insert(rows.slice(start, start + size));
  }, options);
}
