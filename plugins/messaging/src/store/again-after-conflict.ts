// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';

const ATTEMPTS = 5;

/** Does work again when another transaction came first, as MariaDB reports for two transactions that wait for rows of each other. */
export async function againAfterConflict<R>(work: () => Promise<R>): Promise<R> {
  for (let left = ATTEMPTS; left > 1; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return work();
}
