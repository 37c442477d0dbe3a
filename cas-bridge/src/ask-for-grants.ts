// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Log } from '@volee/core-adapter';

import { OutageError } from './outage-error.js';
import type { TicketValidator } from './ticket-validator.js';

/** What a server says that hands over no grant (CAS 3.0 §2.5.3). The ticket was good, and is used up. */
const REFUSALS = ['INVALID_PROXY_CALLBACK', 'UNAUTHORIZED_SERVICE_PROXY'];
/** For so long, in milliseconds, nobody's grant is asked for after one was refused. */
const PAUSE = 10 * 60_000;

export function isGrantRefusal(code: string): boolean {
  return REFUSALS.includes(code);
}

/**
 * Asks for a grant with every ticket (CAS 3.0 §2.5.4). A server that cannot hand it over refuses the ticket with it, or does not answer in time: so that people come
 * in all the same, no grant is asked for during a while then, and the login that is begun again goes without.
 */
export function askForGrants(
  validator: TicketValidator,
  pgtUrl: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): TicketValidator {
  let pausedUntil = -Infinity;
  return {
    async validate(query) {
      if (clock.now().getTime() < pausedUntil) return validator.validate(query);
      try {
        const verdict = await validator.validate({ ...query, pgtUrl });
        if (!verdict.accepted && isGrantRefusal(verdict.code)) pause(verdict.code);
        return verdict;
      } catch (error) {
        // It may be waiting for our address, which a firewall keeps from it: the next one asks without, and shows whether that was it.
        if (error instanceof OutageError) pause('no answer in time');
        throw error;
      }
    },
  };

  function pause(reason: string): void {
    pausedUntil = clock.now().getTime() + PAUSE;
    log.error(
      { reason },
      `The CAS server hands over no proxy-granting tickets: see that it reaches ${new URL(pgtUrl).pathname}, trusts its certificate and ` +
        'lets Volée speak for people (AllowProxy at LemonLDAP::NG), or leave proxyTickets out. For ten minutes people come in without.',
    );
  }
}
