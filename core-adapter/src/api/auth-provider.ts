// SPDX-License-Identifier: EUPL-1.2
import type { Strategy } from 'passport';

/** Who the SSO says is there. Which person that is, and whether he may come in, is the host's word. */
export interface Identity {
  /** The directory source whose logins the SSO speaks. */
  readonly source: string;
  readonly login: string;
  /** The service ticket: the SSO names it again to end the session (CAS 3.0 §2.3.3). */
  readonly ticket: string;
  /** Whether he has just shown his password, and was not merely known to the SSO from before. */
  readonly fresh?: boolean;
  /** Names the right to speak for him elsewhere, which the SSO handed over: see {@link Proxying}. */
  readonly grantId?: string;
}

/** The client that brings a ticket, so that a provider whose queue is full knows who fills it. */
export interface TicketClient {
  /** The IPv4 address, or the /64 network of an IPv6 address, as `server.trustProxy` has it. */
  readonly network: string;
  /** Whether a ticket of the same login attempt was refused before. */
  readonly hadRefusal: boolean;
}

/** What somebody types at the SSO. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** What a login on trial came to. What the attributes hold is personal data, and stays out of it. */
export interface Rehearsal {
  /** Whom the SSO named: of CAS, the CAS user. */
  readonly user: string;
  /** How many values came with him, by name of the attribute. */
  readonly attributes: Readonly<Record<string, number>>;
  /** Where the settings look for the login, such as `user` or an attribute. */
  readonly lookedIn: string;
  /** What was found there; undefined when it holds no single login. */
  readonly identity?: Pick<Identity, 'source' | 'login'>;
}

/**
 * How the SSO is asked to log somebody in. `usual`; `silent`: only if it knows him already, it shows him nothing and sends him back
 * either way; `fresh`: it must ask for his password again.
 */
export type LoginKind = 'usual' | 'silent' | 'fresh';

/** The way in. The host owns `/login`, `/logout` and `/cas/…` and asks this for what only the protocol knows. */
export interface AuthProvider {
  /** The directory source whose logins the SSO speaks: of two records of one person, its own is kept. */
  readonly source?: string;
  /**
   * Judges a request that came back from the SSO: `success(identity)`, `fail(reason)` for a ticket that was refused or
   * makes no sense, `error(BusyError)` when too many tickets wait and this one was not validated, `error(UnavailableError)`
   * when the SSO could not be asked. With the option `fresh`, only a person who typed the password for this ticket is accepted.
   * The option `client` is a {@link TicketClient}. A strategy that queues tickets gives each network a fair share of the queue, and
   * within a network lets clients without a refused ticket go first.
   */
  readonly strategy: Strategy;
  /** Scheme, host and port of the SSO, for the Content-Security-Policy. */
  readonly origin: string;
  /** Whether the SSO can be asked for a `fresh` login; without it, nothing asks for one. */
  readonly supportsRenew?: boolean;
  /** Where a browser is sent to log in. @throws UnavailableError when the SSO is known not to answer */
  loginUrl(kind: LoginKind): string;
  /** Where a browser is sent to end its SSO session; `returnTo` is where it may come back to. */
  logoutUrl(returnTo: string): string;
  /** The ticket that a back-channel logout message names; undefined when it is no such message. */
  readLogout(message: string): string | undefined;
  /**
   * Logs in at the SSO as a browser would, for `volee doctor --login`, and leaves it again. The password goes to the SSO alone, and
   * neither it nor a ticket is ever in an error or in the log. Left out where the protocol cannot be tried so.
   * @throws DomainError in one sentence: wrong password, no form to fill in, a ticket that is refused, nobody answers
   */
  rehearse?(credentials: Credentials, signal: AbortSignal): Promise<Rehearsal>;
  /** Whether another service brings such a ticket for a person, who began no login here (CAS 3.0 §2.6). Absent: none does. */
  isBroughtByService?(ticket: unknown): boolean;
  /** Present when bricks may speak for people at other services. */
  readonly proxying?: Proxying;
}

/** Speaking for a person at other services: in CAS, proxy tickets (CAS 3.0 §2.5.4, §2.7). */
export interface Proxying {
  /**
   * What the SSO hands over at `grantUrl` while it judges a ticket, named as the {@link Identity} will name it.
   * @returns undefined when the address carries none
   */
  readGrant(query: Readonly<Record<string, unknown>>): { readonly id: string; readonly grant: string } | undefined;
  /**
   * A ticket, good once, for the service at this address.
   * @throws UnavailableError when the SSO gives none; BusyError when too many wait for it
   */
  ticketFor(grant: string, service: string): Promise<string>;
}
