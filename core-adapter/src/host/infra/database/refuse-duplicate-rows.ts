// SPDX-License-Identifier: EUPL-1.2
import { QueryFailedError } from 'typeorm';
import { ConflictError } from '../../../api/errors.js';

/** The codes of SQLite and MariaDB (error 1062) for a violated unique index or primary key. */
const TWINS = new Set<unknown>(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY']);

/** Writes rows. @throws ConflictError when a unique index refuses one */
export async function refuseDuplicateRows<R>(write: () => Promise<R>): Promise<R> {
  try {
    return await write();
  } catch (error) {
    if (!isTwin(error)) throw error;
    throw new ConflictError('A row like this one is there already; it was not written.');
  }
}

function isTwin(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return TWINS.has(code);
}
