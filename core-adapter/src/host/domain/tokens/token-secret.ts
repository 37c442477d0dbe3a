// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

/** So that whoever looks for secrets in public code knows one of ours when he finds it. */
const PREFIX = 'volee_';

/** 256 bits: there is nothing to guess, and no salt is needed. */
const BYTES = 32;

/** A new secret, such as `volee_…`, of 49 letters, digits, `-` and `_`. */
export function newSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64url');
}
