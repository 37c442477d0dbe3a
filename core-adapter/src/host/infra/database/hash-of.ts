// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** How a secret that nobody can guess is stored and found again: SHA-256 in hexadecimal, 64 characters. A copy of its table opens nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
