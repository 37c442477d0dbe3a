// SPDX-License-Identifier: EUPL-1.2
import type { Identity, Log } from '@volee/core-adapter';
import { Strategy } from 'passport-cas';

import { loginOf } from './login-of.js';
import { isServiceTicket } from './service-ticket.js';
import type { TicketValidator } from './ticket-validator.js';

export interface CasStrategyOptions {
  readonly baseUrl: string;
  /** The service URL, constant: never made from what a request claims (CVE-2022-39369). */
  readonly service: string;
  readonly source: string;
  /** `user`, or the attribute that holds the login. */
  readonly match: string;
  readonly validator: TicketValidator;
  readonly log: Log;
}

interface CallbackRequest {
  readonly query: Readonly<Record<string, unknown>>;
}

type Judgement = { readonly identity: Identity } | { readonly reason: string };

/**
 * The passport strategy `cas`. Of passport-cas it keeps what makes it one; `authenticate` is replaced whole, because the
 * original knows no time limit, no size limit and no namespace, and logs people out on any `?RelayState=`.
 */
export class CasStrategy extends Strategy {
  // Not `#options`: passport calls `authenticate` on an object that only inherits from this one.
  constructor(private readonly options: CasStrategyOptions) {
    super({ version: 'CAS3.0', ssoBaseURL: options.baseUrl }, () => undefined);
  }

  override authenticate(request: CallbackRequest): void {
    // Taken before the wait: passport puts the next request's own on a strategy that is given to it as an object.
    const { success, fail, error } = this;
    judge(request.query['ticket'], this.options)
      .then((judgement) => ('identity' in judgement ? success(judgement.identity) : fail(judgement.reason)))
      .catch(error);
  }
}

async function judge(ticket: unknown, options: CasStrategyOptions): Promise<Judgement> {
  const judgement = await identify(ticket, options);
  if ('reason' in judgement) options.log.info(judgement, 'A login through the CAS server failed.');
  return judgement;
}

async function identify(ticket: unknown, options: CasStrategyOptions): Promise<Judgement> {
  const { service, source, match, validator } = options;
  if (ticket === undefined) return { reason: 'no ticket' };
  if (!isServiceTicket(ticket)) return { reason: 'malformed ticket' };

  const verdict = await validator.validate(ticket, service);
  if (!verdict.accepted) return { reason: verdict.code };

  const login = loginOf(verdict, match);
  if (login === undefined) return { reason: `the CAS server names no single ${match}` };
  return { identity: { source, login, ticket } };
}
