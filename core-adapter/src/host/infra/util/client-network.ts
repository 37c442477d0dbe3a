// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/** The network of all clients with unreadable addresses: they share the limit of one client. */
const UNREADABLE = 'unreadable';

/**
 * The network that a request counts for in limits per client: the IPv4 address, or the /64 network of an IPv6 address,
 * which one client has whole (RFC 6177 §1). `server.trustProxy` says which address that is.
 */
export function clientNetwork({ ip = '' }: Pick<Request, 'ip'>): string {
  if (!ipaddr.isValid(ip)) return UNREADABLE;
  // A dual-stack socket reports IPv4 clients as ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2).
  const address = ipaddr.process(ip);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const network = address.parts.map((part, index) => (index < 4 ? part : 0));
  return `${new ipaddr.IPv6(network).toString()}/64`;
}
