// SPDX-License-Identifier: EUPL-1.2
import { QueryFailedError } from 'typeorm';
import { StorageFullError } from '../../../api/errors.js';

/** The codes of SQLite and MariaDB (errors 1021 and 1114) for a full disk. */
const FULL = new Set<unknown>(['SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL']);

/** Translates the error of a write for operators when the disk of the database is full. */
export function describeFullDisk(error: unknown): unknown {
  const said: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code } = (said ?? {}) as { code?: unknown };
  if (!FULL.has(code)) return error;
  return new StorageFullError('The disk of the database has no room left; nothing was written.', {
    remedy: 'Make room.',
    cause: error,
  });
}
