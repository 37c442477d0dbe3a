// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { insertRows } from './insert-rows.js';
import type { TransactionOptions, UnitOfWork } from './unit-of-work.js';

/** The maximum number of rows of one statement, and of variables that SQLite takes (SQLITE_MAX_VARIABLE_NUMBER). */
const ROWS = 500;
const VARIABLES = 32_766;

/** Inserts rows, all or none, with as many statements as their number needs. */
export async function insertInParts(
  unitOfWork: UnitOfWork,
  entity: EntityClass,
  rows: readonly ObjectLiteral[],
  options: TransactionOptions,
): Promise<void> {
  const insert = (part: readonly ObjectLiteral[]): Promise<void> =>
    unitOfWork.run((manager) => insertRows(manager, entity, part));
  const { size: columns } = new Set(rows.flatMap((row) => Object.keys(row)));
  const size = Math.min(ROWS, Math.floor(VARIABLES / Math.max(1, columns)));
  if (rows.length <= size) {
    await insert(rows);
    return;
  }
  await unitOfWork.transaction(async () => {
    for (let start = 0; start < rows.length; start += size) await insert(rows.slice(start, start + size));
  }, options);
}
