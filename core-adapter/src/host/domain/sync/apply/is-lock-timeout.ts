// SPDX-License-Identifier: EUPL-1.2
import { QueryFailedError } from 'typeorm';

/** MariaDB ends a statement that waits for a row lock for 50 s; a first import may take longer. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof QueryFailedError && 'code' in error && error.code === 'ER_LOCK_WAIT_TIMEOUT';
}
