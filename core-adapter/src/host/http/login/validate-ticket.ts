// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import type passport from 'passport';
import type { AuthenticateCallback } from 'passport';
import type { Identity, TicketClient } from '../../../api/login/auth-provider.js';

/** The SSO's answer to a request that came back from it. */
export type TicketOutcome =
  { readonly identity: Identity } | { readonly refused: string } | { readonly trouble: Error };

/** A passport of one host: the module's own is global, and two hosts may run in one process. */
export type Authenticator = InstanceType<typeof passport.Passport>;

/** The options that the strategy receives beside the request. */
export interface ValidateTicketOptions {
  /** Accept only a login for which the password was just typed. */
  readonly fresh: boolean;
  readonly client: TicketClient;
}

/** Asks the strategy through passport, and turns its three ways of answering into one value. */
export function validateTicket(
  authenticator: Authenticator,
  strategy: string,
  request: Request,
  response: Response,
  asked: ValidateTicketOptions,
): Promise<TicketOutcome> {
  return new Promise((resolve, reject) => {
    const answer: AuthenticateCallback = (error: unknown, user, info) => {
      if (error) resolve({ trouble: error instanceof Error ? error : new Error(String(error)) });
      else if (user) resolve({ identity: user as unknown as Identity });
      else resolve({ refused: String(info ?? 'refused') });
    };
    const options = { session: false, ...asked };
    const middleware = authenticator.authenticate(strategy, options, answer) as RequestHandler;
    void middleware(request, response, reject);
  });
}
