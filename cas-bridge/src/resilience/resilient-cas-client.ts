// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError, type Clock } from '@volee/core-adapter';
import type { Proxying, TicketClient } from '@volee/core-adapter/login';

import { concurrencyLimiter } from './concurrency-limiter.js';
import type { CasServer } from '../protocol/cas-server.js';
import { circuitBreaker } from './circuit-breaker.js';
import { isProxyTicket, madeUpTicket } from '../protocol/ticket.js';
import type { TicketValidator } from '../validation/ticket-validator.js';
import type { ValidationResult } from '../validation/validation-result.js';

export interface ResilientCasClientOptions {
  readonly server: CasServer;
  readonly service: string;
  readonly validator: TicketValidator;
  readonly proxying: Proxying;
  readonly clock: Clock;
  /** `parallel` calls run at the same time, and `waiting` more are queued. */
  readonly parallel: number;
  readonly waiting: number;
}

/** The CAS server as logins use it: with a limit of concurrent calls, and no calls during an outage (C17). */
export interface ResilientCasClient {
  /** Runs the call that validates a ticket when its turn comes. @throws BusyError when the queue is full; the call is then not made */
  inTurn<T>(ticket: string, client: TicketClient, call: () => Promise<T>): Promise<T>;
  /** Must be called within `inTurn`. */
  readonly validator: TicketValidator;
  readonly proxying: Proxying;
  /**
   * @throws UnavailableError during an outage, or for a doubtful server when `silent`. @param silent whether the login is a gateway login
   * from a public page
   */
  checkBeforeSending(silent: boolean): void;
}

export function resilientCasClient({
  server,
  service,
  clock,
  parallel,
  waiting,
  ...sso
}: ResilientCasClientOptions): ResilientCasClient {
  const health = circuitBreaker(server.origin, clock);
  const bounded = concurrencyLimiter(parallel, waiting, clock);
  // Proxy tickets say nothing about the server's health: LemonLDAP::NG answers 500 when the session of a proxy-granting ticket has ended.
  // They have their own limiter, so that hanging calls never block logins.
  const boundedApart = concurrencyLimiter(parallel, waiting, clock);
  const unwatched = async <T>(call: () => Promise<T>): Promise<T> => {
    health.throwIfOpen();
    return call();
  };

  /**
   * A health check in the background: a failure is reported to the next login. It runs at most every 10 s while the server is healthy,
   * and every 2 s after a failure. It validates a ticket, because a server may show its login page while validation is broken.
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
    proxying: {
      ...sso.proxying,
      // Each session has its own share, because only the session knows its proxy-granting ticket.
      ticketFor: (grant, target) =>
        boundedApart({ share: grant, isLast: false }, () => unwatched(() => sso.proxying.ticketFor(grant, target))),
    },
    checkBeforeSending(silent) {
      health.throwIfOpen();
      look();
      // A visitor of a public page must not be sent to a server that may answer nothing.
      if (silent && health.isDoubtful())
        throw new UnavailableError(
          `The CAS server at ${server.origin} did not answer the last request; silent logins are paused.`,
        );
    },
  };
}
