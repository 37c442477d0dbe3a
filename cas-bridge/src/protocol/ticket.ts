// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

// The syntax of each kind of ticket. Other values are neither sent to the CAS server nor stored. Clients should accept 256 characters
// (CAS 3.0 §3.1.1 to §3.4.1); real servers add `.` and `_` to the alphabet of §3.7.

export const isServiceTicket = ticketOf('ST');
export const isProxyTicket = ticketOf('PT');
export const isProxyGrantingTicket = ticketOf('PGT');
export const isProxyGrantingTicketIou = ticketOf('PGTIOU');

/**
 * A service ticket that was never issued: a CAS server must refuse it (CAS 3.0 §2.5.3). @param word names the caller in the server's log
 */
export function madeUpTicket(word: string): string {
  return `ST-${word}-${randomBytes(16).toString('hex')}`;
}

function ticketOf(prefix: string): (value: unknown) => value is string {
  const pattern = new RegExp(`^${prefix}-[A-Za-z0-9._-]{1,${255 - prefix.length}}$`);
  return (value): value is string => typeof value === 'string' && pattern.test(value);
}
