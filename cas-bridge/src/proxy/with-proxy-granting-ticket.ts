// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Log } from '@volee/core-adapter';

import type { ValidationQuery } from '../protocol/cas-server.js';
import { OutageError } from '../transport/outage-error.js';
import { failureWords, UnreachableError } from '../transport/unreachable-error.js';
import { isProxyTicket } from '../protocol/ticket.js';
import type { TicketValidator } from '../validation/ticket-validator.js';
import type { ValidationResult } from '../validation/validation-result.js';

/** The failure of a server that could not deliver the PGT (CAS 3.0 §2.5.3). The ticket was valid, and is used up. */
const REFUSALS = ['INVALID_PROXY_CALLBACK', 'UNAUTHORIZED_SERVICE_PROXY'];
/** The time for which no PGT is requested after one was refused, in milliseconds. */
const PAUSE = 10 * 60_000;

export function isGrantRefusal(code: string): boolean {
  return REFUSALS.includes(code);
}

/**
 * Requests a PGT with every ticket (CAS 3.0 §2.5.4). A server that cannot deliver it refuses the ticket, or hangs while it calls the
 * host behind a firewall. No PGT is requested for ten minutes after that, so that the login succeeds without one when it begins again.
 */
export function withProxyGrantingTicket(
  validator: TicketValidator,
  pgtUrl: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): TicketValidator {
  const { pathname } = new URL(pgtUrl);
  let pausedUntil = -Infinity;

  function pause(reason: string, sentence: string): void {
    pausedUntil = clock.now().getTime() + PAUSE;
    log.error(
      { reason },
      `${sentence}: check that it reaches ${pathname}, trusts its certificate and allows Volée to act for users (AllowProxy at ` +
        'LemonLDAP::NG), or remove proxyTickets. For ten minutes, logins proceed without one.',
    );
  }

  async function withGrant(query: ValidationQuery): Promise<ValidationResult> {
    try {
      const verdict = await validator.validate({ ...query, pgtUrl });
      if (!verdict.accepted && isGrantRefusal(verdict.code))
        pause(verdict.code, 'The CAS server issues no proxy-granting tickets');
      return verdict;
    } catch (error) {
      // The result for a proxy ticket does not show whether the server delivers PGTs.
      if (error instanceof UnreachableError && error.failure.kind === 'silence' && !isProxyTicket(query.ticket))
        pause(
          failureWords(error.failure),
          'The CAS server may be waiting for the address that takes proxy-granting tickets',
        );
      throw error;
    }
  }

  async function withoutGrant(query: ValidationQuery): Promise<ValidationResult> {
    try {
      return await validator.validate(query);
    } catch (error) {
      // So it was not our address that it waited for.
      if (error instanceof OutageError) pausedUntil = -Infinity;
      throw error;
    }
  }

  return {
    validate: (query) => (clock.now().getTime() < pausedUntil ? withoutGrant(query) : withGrant(query)),
  };
}
