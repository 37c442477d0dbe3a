// SPDX-License-Identifier: EUPL-1.2
import type { CasAccount } from './cas-account.js';
import type { FailureCode } from './failure-code.js';
import { ticketId, type TicketShape } from './ticket-id.js';

export interface ServiceTicket {
  id: string;
  service: string;
  account: CasAccount;
  /** The SSO session that issued the ticket. */
  sessionId: string;
  issuedAt: Date;
  /** Whether the person logged in for this ticket, and not through an SSO session (CAS 3.0 §4.1.4). */
  isFromNewLogin: boolean;
  isSpent: boolean;
  /** The pgtUrls that a proxy ticket went through, the last first (CAS 3.0 §2.6.2); empty for service tickets. */
  proxies: readonly string[];
}

/** A proxy-granting ticket and its IOU (CAS 3.0 §3.3, §3.4). */
export interface ProxyGrant {
  id: string;
  iou: string;
  sessionId: string;
  proxies: readonly string[];
}

/** A single sign-on session: the browser holds its id in a cookie (CAS 3.0 §3.6). */
export interface SsoSession {
  id: string;
  account: CasAccount;
  tickets: ServiceTicket[];
}

export interface TicketQuestion {
  id: string;
  service: string;
  /** Accepts only a ticket of a new login (CAS 3.0 §2.5.1, renew). */
  renew: boolean;
  acceptsProxyTickets: boolean;
}

const TICKET_LIFETIME_MS = 5 * 60_000; // CAS 3.0 §3.1.1: five minutes at most are recommended

/** Tickets and SSO sessions, in memory. */
export class TicketRegistry {
  /** The format of the next service and proxy tickets. */
  shape: TicketShape = {};
  readonly #sessions = new Map<string, SsoSession>();
  readonly #tickets = new Map<string, ServiceTicket>();
  readonly #grants = new Map<string, ProxyGrant>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  openSession(account: CasAccount): SsoSession {
    const session: SsoSession = { id: ticketId('TGT'), account, tickets: [] };
    this.#sessions.set(session.id, session);
    return session;
  }

  session(id: string | undefined): SsoSession | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  /** Ends a session and invalidates its tickets. Returns the tickets for which services must be notified. */
  closeSession(id: string | undefined): ServiceTicket[] {
    const session = this.session(id);
    if (!session) return [];
    this.#sessions.delete(session.id);
    for (const ticket of session.tickets) ticket.isSpent = true;
    return session.tickets;
  }

  issue(session: SsoSession, service: string, isFromNewLogin: boolean): ServiceTicket {
    return this.#issue('ST', session, { service, isFromNewLogin, proxies: [] });
  }

  /** Issues a proxy ticket (CAS 3.0 §3.2); undefined when the grant is unknown, or its session has ended. */
  issueByProxy(pgt: string, service: string): ServiceTicket | undefined {
    const grant = this.#grants.get(pgt);
    const session = this.session(grant?.sessionId);
    if (!grant || !session) return undefined;
    return this.#issue('PT', session, { service, isFromNewLogin: false, proxies: grant.proxies });
  }

  ticket(id: string): ServiceTicket | undefined {
    return this.#tickets.get(id);
  }

  /** Issues a proxy-granting ticket for the service at `pgtUrl`, valid while the session of this ticket lasts. */
  grant({ sessionId, proxies }: ServiceTicket, pgtUrl: string): ProxyGrant {
    const grant = { id: ticketId('PGT'), iou: ticketId('PGTIOU'), sessionId, proxies: [pgtUrl, ...proxies] };
    this.#grants.set(grant.id, grant);
    return grant;
  }

  withdraw({ id }: ProxyGrant): void {
    this.#grants.delete(id);
  }

  /** Consumes a ticket, whatever the result: a second validation must fail even after a wrong service (CAS 3.0 §2.5.3). */
  redeem({ id, service, renew, acceptsProxyTickets }: TicketQuestion): ServiceTicket | FailureCode {
    const ticket = this.#tickets.get(id);
    if (!ticket || ticket.isSpent) return 'INVALID_TICKET';
    ticket.isSpent = true;
    if (this.#now().getTime() - ticket.issuedAt.getTime() > TICKET_LIFETIME_MS) return 'INVALID_TICKET';
    if (ticket.proxies.length > 0 && !acceptsProxyTickets) return 'INVALID_TICKET_SPEC'; // CAS 3.0 §2.5
    if (ticket.service !== service) return 'INVALID_SERVICE';
    if (renew && !ticket.isFromNewLogin) return 'INVALID_TICKET'; // CAS 3.0 §2.5.1, renew
    return ticket;
  }

  #issue(
    prefix: 'ST' | 'PT',
    session: SsoSession,
    what: Pick<ServiceTicket, 'service' | 'isFromNewLogin' | 'proxies'>,
  ): ServiceTicket {
    const { id: sessionId, account } = session;
    const id = ticketId(prefix, this.shape);
    const ticket: ServiceTicket = { id, account, sessionId, issuedAt: this.#now(), isSpent: false, ...what };
    session.tickets.push(ticket);
    this.#tickets.set(id, ticket);
    return ticket;
  }
}
