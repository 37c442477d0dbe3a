// SPDX-License-Identifier: EUPL-1.2
import type { APIRequestContext, Page } from 'playwright-core';

import type { Stoppable } from '../services/index.js';

/** The services around Volée in a school: single sign-on, directory and database, with the sample schools. */
export interface Stack extends Stoppable {
  readonly databaseUrl: string;
  /** Settings of `@volee/cas-bridge`. */
  readonly sso: { readonly baseUrl: string };
  /** Settings of `@volee/ldap-sync`. */
  readonly directory: Readonly<Record<string, string>>;
  /** Fills in the login page of the SSO that is open in the browser. */
  enter(page: Page, login: string): Promise<void>;
  /** Logs in at the SSO and at Volée by requests alone, with the cookies of a browser. Only the embedded SSO can. */
  signIn?(requests: APIRequestContext, publicUrl: string, login: string): Promise<void>;
  /** Lets time pass at the SSO, which trusts a password for some minutes. The embedded one always asks again. */
  passTime(seconds: number): Promise<void>;
  /** Ends the SSO session of this browser, and returns once the SSO has notified the services. */
  leave(page: Page): Promise<void>;
  /** After a logout that began at Volée: returns from the SSO's page to Volée. */
  comeBack(page: Page): Promise<void>;
  /** Makes the directory return no people from now on, without an error. */
  emptyDirectory(): Promise<void>;
  stopDirectory(): Promise<void>;
  stopSso(): Promise<void>;
}

export interface StackPlace {
  /** A folder for the database. */
  readonly folder: string;
  /** The address of Volée, to which the SSO sends logout messages. */
  readonly publicUrl: string;
}

/** A user with a password at the SSO that no school lists. */
export const STRANGER = { login: 'etienne.nouveau', displayName: 'Étienne Nouveau' } as const;
