// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

/** Lets secret scanners recognise a leaked token in public code. */
const PREFIX = 'volee_';

/** 256 bits: a secret cannot be guessed, so its hash needs no salt. */
const BYTES = 32;

/** A new secret, such as `volee_…`, of 49 letters, digits, `-` and `_`. */
export function newSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64url');
}
