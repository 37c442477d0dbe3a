// SPDX-License-Identifier: EUPL-1.2
import type { Strategy } from 'passport';

/** Who the SSO says is there. Which person that is, and whether he may come in, is the host's word. */
export interface Identity {
  /** The directory source whose logins the SSO speaks. */
  readonly source: string;
  readonly login: string;
  /** The service ticket: the SSO names it again to end the session (CAS 3.0 §2.3.3). */
  readonly ticket: string;
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

/** The way in. The host owns `/login`, `/logout` and `/cas/callback` and asks this for what only the protocol knows. */
export interface AuthProvider {
  /** The directory source whose logins the SSO speaks: of two records of one person, its own is kept. */
  readonly source?: string;
  /**
   * Judges a request that came back from the SSO: `success(identity)`, `fail(reason)` for a ticket that was refused or
   * makes no sense, `error(UnavailableError)` when the SSO could not be asked.
   */
  readonly strategy: Strategy;
  /** Scheme, host and port of the SSO, for the Content-Security-Policy. */
  readonly origin: string;
  /** Where a browser is sent to log in. */
  loginUrl(): string;
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
}
