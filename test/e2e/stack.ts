// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import type { Stoppable } from '../services/index.js';

/** What stands around Volée in an establishment: single sign-on, directory and database, over the sample schools. */
export interface Stack extends Stoppable {
  readonly databaseUrl: string;
  /** Settings of `@volee/cas-bridge`. */
  readonly sso: { readonly baseUrl: string };
  /** Settings of `@volee/ldap-sync`. */
  readonly directory: Readonly<Record<string, string>>;
  /** Fills in the login page of the SSO, which the browser shows. */
  enter(page: Page, login: string): Promise<void>;
  /** Ends the session of this browser at the SSO, and comes back once the SSO has told the services. */
  leave(page: Page): Promise<void>;
  /** After a logout that began at Volée: from what the SSO shows back to Volée. */
  comeBack(page: Page): Promise<void>;
  /** From now on the directory finds nobody, and says so without an error. */
  emptyDirectory(): Promise<void>;
  stopDirectory(): Promise<void>;
  stopSso(): Promise<void>;
}

export interface StackPlace {
  /** Where the database may lie. */
  readonly folder: string;
  /** Where Volée will listen: the SSO tells that address about logouts. */
  readonly publicUrl: string;
}

/** Knows his password, and no school lists him. */
export const STRANGER = { login: 'etienne.nouveau', displayName: 'Étienne Nouveau' } as const;
