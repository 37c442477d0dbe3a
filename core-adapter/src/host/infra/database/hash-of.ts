// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** The hash of a random secret as stored in a table: SHA-256 in hexadecimal, 64 characters. A copy of the table opens nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
