// SPDX-License-Identifier: EUPL-1.2
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes for many ids: a call of the system for each id would take longer than all else of a row. */
const pool = new Uint8Array(16 * 256);
let used = pool.length;
/** The time of the last id, and the number by which it follows the others of this millisecond (RFC 9562 §6.2, method 1). */
let msecs = -Infinity;
let seq = 0;

/** A new UUIDv7: sorts by the time it was made, and is made in code so that rows can name each other before they exist. */
export function newId(): string {
  const random = nextBytes();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Below 2 ** 30, so that a millisecond has room for a thousand million.
    seq = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 2;
  } else seq += 1;
  return v7({ random, msecs, seq });
}

function nextBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}
