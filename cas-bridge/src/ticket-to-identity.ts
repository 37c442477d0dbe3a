// SPDX-License-Identifier: EUPL-1.2
import type { Identity, TicketClient } from '@volee/core-adapter/login';
import { isFromNewLogin } from './attributes/is-from-new-login.js';
import { loginOf } from './attributes/login-of.js';
import { isProxyTicket, isServiceTicket } from './protocol/ticket.js';
import { isAllowedChain, type Link } from './proxy/proxy-chain.js';
import type { ResilientCasClient } from './resilience/resilient-cas-client.js';
import type { TicketValidator } from './validation/ticket-validator.js';

export interface TicketOptions {
  /** The service URL. A constant, never built from request headers (CVE-2022-39369). */
  readonly service: string;
  readonly source: string;
  /** `user`, or the attribute that holds the login. */
  readonly match: string;
  /** Queues the validation and runs it when the client's turn comes. */
  readonly inTurn: ResilientCasClient['inTurn'];
  readonly validator: TicketValidator;
  /** Allowed proxy chains (CAS 3.0 §2.6.2). Without any, proxy tickets are not sent to the server. */
  readonly chains: readonly (readonly Link[])[];
  readonly format: 'xml' | 'json';
}

/** The way in which the host asks for the identity behind a ticket. */
export interface TicketRequest {
  /** The user must have entered their password for this ticket (`renew`). */
  readonly fresh: boolean;
  readonly client: TicketClient;
}

/** The identity, or the reason why there is none, for the log. */
export type LoginResult = { readonly identity: Identity } | { readonly reason: string };

/** Validates a ticket once (CAS 3.0 §2.5), applies the settings to the answer, and makes the identity from its attributes. */
export async function ticketToIdentity(
  ticket: unknown,
  { fresh: renew, client }: TicketRequest,
  options: TicketOptions,
): Promise<LoginResult> {
  const { service, source, match, inTurn, validator, chains, format } = options;
  if (ticket === undefined) return { reason: 'no ticket' };
  const isProxied = isProxyTicket(ticket) && chains.length > 0;
  if (!isProxied && !isServiceTicket(ticket)) return { reason: 'malformed ticket' };

  // A proxy ticket comes from another service, so the user has not entered a password for it (CAS 3.0 §2.6).
  if (isProxied && renew) return { reason: 'a proxy ticket, although renew requires a password' };

  const verdict = await inTurn(ticket, client, () => validator.validate({ ticket, service, renew, format }));
  if (!verdict.accepted) return { reason: verdict.code };
  if (isProxied ? !isAllowedChain(verdict.proxies, chains) : verdict.proxies.length > 0)
    return { reason: 'its proxy chain is not among the allowed ones' };

  const doubt = 'its answer may contain injected markup, so its attributes are ignored';
  if (verdict.isDoubtful && (renew || isProxied || match !== 'user')) return { reason: doubt };
  if (renew && isFromNewLogin(verdict) === false)
    return { reason: 'renew was requested, but the CAS server reports no new login (isFromNewLogin)' };

  const login = loginOf(verdict, match);
  if (login === undefined) return { reason: `the CAS server does not send exactly one ${match}` };
  const { pgtIou } = verdict;
  const fresh = renew || (!isProxied && isFromNewLogin(verdict) === true);
  return {
    identity: { source, login, ticket, ...(fresh && { fresh }), ...(pgtIou !== undefined && { pgtIou }) },
  };
}
