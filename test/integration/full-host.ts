// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';

import {
  sampleCasAccounts,
  scribeEntries,
  startCas,
  startDirectory,
  type Cas,
  type CasOptions,
  type Directory,
} from '../envole-box/index.js';
import { freePort } from '../services/free-port.js';
import { cookieBrowser, type CookieBrowser, type Seen } from '../services/cookie-browser.js';
import { startHostAt, type HostAt } from './host-at.js';

/** An account of the SSO that no directory holds. */
export const STRANGER = 'gaston.inconnu';

export interface FullHostOptions {
  readonly cas?: Omit<CasOptions, 'accounts'>;
  readonly bricks?: readonly BrickDefinition[];
  /** Defaults to a SQLite database of its own. */
  readonly databaseUrl?: string;
  readonly trustProxy?: number;
}

export interface FullHost extends HostAt {
  readonly cas: Cas;
  readonly directory: Directory;
  /** Opens a page of the host in a new browser and logs in on the way. */
  logIn(login: string, path?: string, browser?: CookieBrowser): Promise<LoggedIn>;
}

export interface LoggedIn {
  readonly browser: CookieBrowser;
  readonly page: Seen;
  /** The service ticket of this login. */
  readonly ticket: string;
}

/**
 * A host with cas-bridge, ldap-sync and file-share, and the embedded CAS and LDAP, connected by HTTP and LDAP.
 * @param sso settings of cas-bridge besides the address
 */
export async function startFullHost(sso: object = {}, options: FullHostOptions = {}): Promise<FullHost> {
  const stranger = { login: STRANGER, displayName: 'Gaston Inconnu', role: 'Inconnu', attributes: {} };
  const directory = await startDirectory({ entries: scribeEntries() });
  const cas = await startCas({ accounts: [...sampleCasAccounts(), stranger], ...options.cas });
  const url = `http://127.0.0.1:${await freePort()}`;
  const host = await startHostAt(url, {
    sso: { baseUrl: cas.url, ...sso },
    directory: { url: directory.url, bindDn: directory.reader.dn, bindPassword: directory.reader.password },
    bricks: options.bricks ?? [],
    ...(options.trustProxy !== undefined && { trustProxy: options.trustProxy }),
    ...(options.databaseUrl !== undefined && { databaseUrl: options.databaseUrl }),
  });

  return {
    ...host,
    cas,
    directory,
    async logIn(login, path = '/', browser = cookieBrowser()) {
      const form = await browser.open(url + path);
      const page = await browser.submit(form.url, { ...hiddenFields(form), login });
      const back = browser.visited.filter((address) => address.includes('/cas/callback?')).at(-1) ?? url;
      return { browser, page, ticket: new URL(back).searchParams.get('ticket') ?? '' };
    },
    async stop() {
      await host.stop();
      await Promise.all([cas.stop(), directory.stop()]);
    },
  };
}

/** The hidden fields of a login form. */
export function hiddenFields({ text }: Seen): Record<string, string> {
  const fields = text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
