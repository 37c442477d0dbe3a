// SPDX-License-Identifier: EUPL-1.2
import type { Identity, Log, TicketClient } from '@volee/core-adapter';
import { Strategy } from 'passport-cas';

import { loginOf } from './validation/login-of.js';
import type { ResilientCasClient } from './resilience/resilient-cas-client.js';
import { isAllowedChain, type Link } from './proxy/proxy-chain.js';
import type { TicketValidator } from './validation/ticket-validator.js';
import { isProxyTicket, isServiceTicket } from './protocol/ticket.js';
import type { Accepted } from './validation/validation-result.js';

export interface CasStrategyOptions {
  readonly baseUrl: string;
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
  readonly log: Log;
}

interface CallbackRequest {
  readonly query: Readonly<Record<string, unknown>>;
}

/** The options that the host passes through passport. */
interface CallbackOptions {
  /** The user must have entered their password for this ticket (`renew`). */
  readonly fresh?: boolean;
  readonly client?: TicketClient;
}

/** Used when the host gives no information about the client. */
const UNKNOWN: TicketClient = { network: '', hadRefusal: false };

type LoginResult = { readonly identity: Identity } | { readonly reason: string };

/**
 * The passport strategy `cas`. It extends the one of passport-cas and replaces `authenticate`: the original has no time limit, no size
 * limit and no namespaces, and logs users out on any `?RelayState=`.
 */
export class CasStrategy extends Strategy {
  // Not `#options`: passport calls `authenticate` on an object that only inherits from this one.
  constructor(private readonly options: CasStrategyOptions) {
    super({ version: 'CAS3.0', ssoBaseURL: options.baseUrl }, () => undefined);
  }

  override authenticate(request: CallbackRequest, { fresh = false, client = UNKNOWN }: CallbackOptions = {}): void {
    // Read before the wait: passport replaces these callbacks when the next request uses the same strategy object.
    const { success, fail, error } = this;
    validate(request.query['ticket'], { fresh, client }, this.options)
      .then((result) => ('identity' in result ? success(result.identity) : fail(result.reason)))
      .catch(error);
  }
}

async function validate(
  ticket: unknown,
  asked: Required<CallbackOptions>,
  options: CasStrategyOptions,
): Promise<LoginResult> {
  const result = await identify(ticket, asked, options);
  if ('reason' in result) options.log.info(result, 'A login through the CAS server failed.');
  return result;
}

async function identify(
  ticket: unknown,
  { fresh: renew, client }: Required<CallbackOptions>,
  options: CasStrategyOptions,
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

/** Whether the password was entered for this ticket (CAS 3.0 §4.1.4). Undefined when the server does not say; older servers do not. */
function isFromNewLogin({ attributes }: Accepted): boolean | undefined {
  const said = (attributes.get('isFromNewLogin') ?? []).map((word) => word.toLowerCase());
  if (said.includes('false')) return false;
  return said.includes('true') || undefined;
}
