// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

export type TicketPrefix = 'TGT' | 'ST' | 'PT' | 'PGT' | 'PGTIOU';

/** The format of the service and proxy tickets of other servers. */
export interface TicketShape {
  /** The total number of characters; 256 is the longest that a client should accept (CAS 3.0 §3.1.1). */
  length?: number;
  /** Host name at the end, as Apereo CAS writes it: `ST-1-…-cas.example.org`. Its dots are not in the alphabet of CAS 3.0 §3.7. */
  host?: string;
}

/** More than the 32 characters that every client must accept, fewer than 256 (CAS 3.0 §3.1.1): letters, digits, hyphens (§3.7). */
export function ticketId(prefix: TicketPrefix, { length = 0, host }: TicketShape = {}): string {
  const start = host === undefined ? prefix : `${prefix}-1`;
  const end = host === undefined ? '' : `-${host}`;
  const bytes = Math.max(24, length);
  const secret = randomBytes(bytes).toString('base64url').replaceAll('_', '-');
  const room = Math.max(32, length - start.length - 1 - end.length);
  return `${start}-${secret.slice(0, room)}${end}`;
}
