// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '@volee/core-adapter';
import type { TicketClient } from '@volee/core-adapter/login';
import { Strategy } from 'passport-cas';

import { ticketToIdentity, type LoginResult, type TicketOptions, type TicketRequest } from './ticket-to-identity.js';

export interface CasStrategyOptions extends TicketOptions {
  readonly baseUrl: string;
  readonly log: Log;
}

interface CallbackRequest {
  readonly query: Readonly<Record<string, unknown>>;
}

/** Used when the host gives no information about the client. */
const UNKNOWN: TicketClient = { network: '', hadRefusal: false };

/**
 * The passport strategy `cas`. It extends the one of passport-cas and replaces `authenticate`: the original has no time limit, no size
 * limit and no namespaces, and logs users out on any `?RelayState=`.
 */
export class CasStrategy extends Strategy {
  // Not `#options`: passport calls `authenticate` on an object that only inherits from this one.
  constructor(private readonly options: CasStrategyOptions) {
    super({ version: 'CAS3.0', ssoBaseURL: options.baseUrl }, () => undefined);
  }

  override authenticate(
    request: CallbackRequest,
    { fresh = false, client = UNKNOWN }: Partial<TicketRequest> = {},
  ): void {
    // Read before the wait: passport replaces these callbacks when the next request uses the same strategy object.
    const { success, fail, error } = this;
    validate(request.query['ticket'], { fresh, client }, this.options)
      .then((result) => ('identity' in result ? success(result.identity) : fail(result.reason)))
      .catch(error);
  }
}

async function validate(ticket: unknown, asked: TicketRequest, options: CasStrategyOptions): Promise<LoginResult> {
  const result = await ticketToIdentity(ticket, asked, options);
  if ('reason' in result) options.log.info(result, 'A login through the CAS server failed.');
  return result;
}
