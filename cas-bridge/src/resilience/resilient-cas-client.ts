// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError, type Clock, type Proxying, type TicketClient } from '@volee/core-adapter';

import { concurrencyLimiter } from './concurrency-limiter.js';
import type { CasServer } from '../protocol/cas-server.js';
import { circuitBreaker } from './circuit-breaker.js';
import { isProxyTicket, madeUpTicket } from '../protocol/ticket.js';
import type { TicketValidator } from '../validation/ticket-validator.js';
import type { ValidationResult } from '../validation/validation-result.js';

export interface PatientSsoOptions {
  readonly server: CasServer;
  readonly service: string;
  readonly validator: TicketValidator;
  readonly speaker: Proxying;
  readonly clock: Clock;
  /** How many calls are out at once, and how many more wait. */
  readonly parallel: number;
  readonly waiting: number;
}

/** The SSO as it is asked while people log in: by so many at a time, and not at all while it is taken for gone (C17). */
export interface PatientSso {
  /** Makes the call that shows a ticket when its turn comes. @throws BusyError when too many wait; nothing was called then */
  inTurn<T>(ticket: string, client: TicketClient, call: () => Promise<T>): Promise<T>;
  /** To be asked in turn. */
  readonly validator: TicketValidator;
  readonly speaker: Proxying;
  /** @throws UnavailableError when nobody is to be sent there now. @param silent whether he would be sent for a page that is for everybody */
  checkBeforeSending(silent: boolean): void;
}

export function resilientCasClient({
  server,
  service,
  clock,
  parallel,
  waiting,
  ...sso
}: PatientSsoOptions): PatientSso {
  const health = circuitBreaker(server.origin, clock);
  const bounded = concurrencyLimiter(parallel, waiting, clock);
  // What proxy tickets come to is no news of the server: LemonLDAP::NG answers 500 to the grant of a session that has ended. They have
  // places of their own: what hangs there must keep nobody from logging in.
  const boundedApart = concurrencyLimiter(parallel, waiting, clock);
  const unwatched = async <T>(call: () => Promise<T>): Promise<T> => {
    health.refuseWhenGone();
    return call();
  };

  /**
   * In the background: nobody waits for it, and who comes next is told when it went badly. At most every 10 s while all is well, every
   * 2 s after a failure. It looks where tickets are judged: a login page may be well while what stands behind it is not.
   */
  function look(): void {
    if (!health.isNewsOld()) return;
    health.watch(() => sso.validator.validate({ ticket: madeUpTicket('look'), service })).catch(() => undefined);
  }

  return {
    inTurn: (ticket, { network, hadRefusal }, call) =>
      (isProxyTicket(ticket) ? boundedApart : bounded)({ share: network, isLast: hadRefusal }, call),
    validator: {
      validate(query) {
        const call = (): Promise<ValidationResult> => sso.validator.validate(query);
        return isProxyTicket(query.ticket) ? unwatched(call) : health.watch(call);
      },
    },
    speaker: {
      ...sso.speaker,
      // Each session has a share: nobody knows the grant of another one.
      ticketFor: (grant, target) =>
        boundedApart({ share: grant, isLast: false }, () => unwatched(() => sso.speaker.ticketFor(grant, target))),
    },
    checkBeforeSending(silent) {
      health.refuseWhenGone();
      look();
      // Whoever reads a page that is for everybody must not be sent to a server that may show him nothing.
      if (silent && health.isDoubtful())
        throw new UnavailableError(
          `The CAS server at ${server.origin} did not answer the last time; nobody is sent there silently.`,
        );
    },
  };
}
