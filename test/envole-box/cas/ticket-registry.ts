// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { CasAccount } from './cas-account.js';

/** CAS 3.0 §2.5.3. */
export type FailureCode = 'INVALID_REQUEST' | 'INVALID_TICKET' | 'INVALID_SERVICE';

export interface ServiceTicket {
  id: string;
  service: string;
  account: CasAccount;
  issuedAt: Date;
  /** Whether the person logged in for this very ticket (CAS 3.0 §4.1.4) or an SSO session spoke for him. */
  isFromNewLogin: boolean;
  isSpent: boolean;
}

/** A single sign-on session: the browser holds its id in a cookie (CAS 3.0 §3.6). */
export interface SsoSession {
  id: string;
  account: CasAccount;
  tickets: ServiceTicket[];
}

const TICKET_LIFETIME_MS = 5 * 60_000; // CAS 3.0 §3.1.1: five minutes at most are recommended

/** Tickets and SSO sessions, in memory. */
export class TicketRegistry {
  readonly #sessions = new Map<string, SsoSession>();
  readonly #tickets = new Map<string, ServiceTicket>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  openSession(account: CasAccount): SsoSession {
    const session: SsoSession = { id: randomId('TGT'), account, tickets: [] };
    this.#sessions.set(session.id, session);
    return session;
  }

  session(id: string | undefined): SsoSession | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  /** Ends a session; what services got from it no longer counts, and comes back to be logged out of. */
  closeSession(id: string | undefined): ServiceTicket[] {
    const session = this.session(id);
    if (!session) return [];
    this.#sessions.delete(session.id);
    for (const ticket of session.tickets) ticket.isSpent = true;
    return session.tickets;
  }

  issue(session: SsoSession, service: string, isFromNewLogin: boolean): ServiceTicket {
    const { account } = session;
    const ticket = { id: randomId('ST'), service, account, issuedAt: this.#now(), isFromNewLogin, isSpent: false };
    session.tickets.push(ticket);
    this.#tickets.set(ticket.id, ticket);
    return ticket;
  }

  ticket(id: string): ServiceTicket | undefined {
    return this.#tickets.get(id);
  }

  /** Spends a ticket, whatever comes of it: a second try must fail even after a wrong service (CAS 3.0 §2.5.3). */
  redeem(id: string, service: string, renew: boolean): ServiceTicket | FailureCode {
    const ticket = this.#tickets.get(id);
    if (!ticket || ticket.isSpent) return 'INVALID_TICKET';
    ticket.isSpent = true;
    if (this.#now().getTime() - ticket.issuedAt.getTime() > TICKET_LIFETIME_MS) return 'INVALID_TICKET';
    if (ticket.service !== service) return 'INVALID_SERVICE';
    if (renew && !ticket.isFromNewLogin) return 'INVALID_TICKET'; // §2.5.1, renew
    return ticket;
  }
}

function randomId(prefix: 'TGT' | 'ST'): string {
  return `${prefix}-${randomBytes(24).toString('base64url').replaceAll('_', '-')}`; // §3.7: letters, digits and hyphens
}
