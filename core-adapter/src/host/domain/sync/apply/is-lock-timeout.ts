// SPDX-License-Identifier: EUPL-1.2
import { QueryFailedError } from 'typeorm';

/** MariaDB lets a statement wait 50 s for a row; a first import may take longer. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof QueryFailedError && 'code' in error && error.code === 'ER_LOCK_WAIT_TIMEOUT';
}
