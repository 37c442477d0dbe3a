// SPDX-License-Identifier: EUPL-1.2
import type { Strategy } from 'passport';

/**
 * The user that the SSO authenticated. The host finds the person in the directory and decides whether they may log in.
 * @stable
 */
export interface Identity {
  /** The name of the directory source in which `login` is looked up. */
  readonly source: string;
  readonly login: string;
  /** The service ticket: a back-channel logout message names it to end the session (CAS 3.0 §2.3.3). */
  readonly ticket: string;
  /** Whether the user typed their password for this login; false when an existing SSO session was used. */
  readonly fresh?: boolean;
  /** The PGTIOU: identifies the proxy-granting ticket that the SSO sent for the user (CAS 3.0 §2.5.4). See {@link Proxying}. */
  readonly pgtIou?: string;
}

/** The client that presents a ticket. A provider with a queue uses it to share the queue fairly. @stable */
export interface TicketClient {
  /** The IPv4 address, or the /64 network of an IPv6 address, as `server.trustProxy` has it. */
  readonly network: string;
  /** Whether a ticket of the same login attempt was refused before. */
  readonly hadRefusal: boolean;
}

/** The login and the password that a user types at the SSO. @stable */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/**
 * The result of a test login. It holds counts of attribute values and never the values, which are personal data.
 * @stable
 */
export interface TestLoginResult {
  /** The user name that the SSO returned; in CAS, the content of `cas:user`. */
  readonly user: string;
  /** The number of values of each attribute, by attribute name. */
  readonly attributes: Readonly<Record<string, number>>;
  /** The place where the settings look for the login: `user` or the name of an attribute. */
  readonly lookedIn: string;
  /** The login found in `lookedIn`; undefined when that place does not hold exactly one login. */
  readonly identity?: Pick<Identity, 'source' | 'login'>;
}

/**
 * How a login is requested from the SSO (CAS 3.0 §2.1.1). `default`: the SSO shows its form unless it has a session.
 * `gateway`: the SSO shows no form and redirects back either way. `renew`: the SSO asks for the password again.
 * @stable
 */
export type LoginKind = 'default' | 'gateway' | 'renew';

/**
 * Logs users in. The host serves `/login`, `/logout` and `/cas/…` and calls the provider for the steps that depend on the protocol.
 * @stable
 */
export interface AuthProvider {
  /**
   * The name of the directory source in which logins are looked up. When two records of one person are merged, the
   * login of this source is kept.
   */
  readonly source?: string;
  /**
   * Validates a request that returns from the SSO: `success(identity)`; `fail(reason)` for an invalid or refused ticket; `error(BusyError)`
   * when the queue is full and the ticket was not validated; `error(UnavailableError)` when the SSO does not answer.
   *
   * The option `fresh` accepts only a password typed for this ticket. The option `client` is a {@link TicketClient}: a strategy that queues
   * tickets gives each network a fair share of the queue and, within a network, serves clients without a refused ticket first.
   */
  readonly strategy: Strategy;
  /** Scheme, host and port of the SSO, such as `https://sso.example.org`; added to the Content-Security-Policy. */
  readonly origin: string;
  /** Whether the SSO supports `renew`. When absent or false, the host requests none. */
  readonly supportsRenew?: boolean;
  /**
   * The address to which a browser is redirected to log in.
   * @throws UnavailableError when the SSO is known to be down
   */
  loginUrl(kind: LoginKind): string;
  /** The address to which a browser is redirected to end its SSO session; the SSO may redirect back to `returnTo`. */
  logoutUrl(returnTo: string): string;
  /** The ticket named in a back-channel logout message; undefined when `message` is not a logout message. */
  readLogout(message: string): string | undefined;
  /**
   * Logs in at the SSO as a browser would, for `volee doctor --login`, then logs out. The password is sent to the SSO
   * only; errors and logs contain neither the password nor a ticket. Absent when the protocol offers no test login.
   * @throws DomainError in one sentence: wrong password, no login form, a refused ticket, or no answer
   */
  testLogin?(credentials: Credentials, signal: AbortSignal): Promise<TestLoginResult>;
  /**
   * Whether the ticket was issued to another service that acts for a user (in CAS, a proxy ticket, CAS 3.0 §2.6) and so
   * belongs to no login begun here. Absent when the protocol has no such tickets.
   */
  isProxyTicket?(ticket: unknown): boolean;
  /** Present when bricks may act for users at other services. */
  readonly proxying?: Proxying;
}

/** Acting for a user at other services: in CAS, proxy tickets (CAS 3.0 §2.5.4, §2.7). @stable */
export interface Proxying {
  /**
   * Reads the grant that the SSO sends to `grantUrl` while it validates a ticket. `id` is the `pgtIou` of the
   * following {@link Identity}.
   * @returns undefined when the query contains no grant
   */
  readGrant(query: Readonly<Record<string, unknown>>): { readonly id: string; readonly grant: string } | undefined;
  /**
   * A single-use ticket for the service at the address `service`.
   * @throws UnavailableError when the SSO issues no ticket
   * @throws BusyError when too many requests for tickets are waiting
   */
  ticketFor(grant: string, service: string): Promise<string>;
}
