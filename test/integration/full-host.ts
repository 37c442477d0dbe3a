// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  bootHost,
  brickEntries,
  checkSettingsText,
  migrate,
  ownersOf,
  type Host,
  type RootLog,
} from '@volee/core-adapter/host';
import { TestClock } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import {
  sampleCasAccounts,
  sampleSchools,
  scribeEntries,
  startCas,
  startDirectory,
  type Cas,
  type Directory,
} from '../envole-box/index.js';
import { freePort } from '../services/free-port.js';
import { cookieBrowser, type CookieBrowser, type Seen } from './cookie-browser.js';

/** Whom the SSO knows and no directory does. */
export const STRANGER = 'gaston.inconnu';

export interface FullHost {
  readonly url: string;
  readonly host: Host;
  readonly cas: Cas;
  readonly directory: Directory;
  readonly clock: TestClock;
  /** Every line of the log as JSON. */
  readonly log: readonly string[];
  /** Reads the directory and applies what it says. */
  sync(): Promise<void>;
  /** Opens a page of the host in a new browser and logs in on the way. */
  logIn(login: string, path?: string, browser?: CookieBrowser): Promise<LoggedIn>;
  stop(): Promise<void>;
}

export interface LoggedIn {
  readonly browser: CookieBrowser;
  readonly page: Seen;
  /** The service ticket that this login was given. */
  readonly ticket: string;
}

/**
 * cas-bridge, ldap-sync and file-share in a host on SQLite, before the embedded CAS and LDAP, all by HTTP.
 * @param sso settings of cas-bridge beside the address
 */
export async function startFullHost(sso: object = {}): Promise<FullHost> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-full-'));
  const stranger = { login: STRANGER, displayName: 'Gaston Inconnu', role: 'Inconnu', attributes: {} };
  const directory = await startDirectory({ entries: scribeEntries() });
  const cas = await startCas({ accounts: [...sampleCasAccounts(), stranger] });
  const url = `http://127.0.0.1:${await freePort()}`;
  const written = {
    server: { publicUrl: url, listen: url.replace('http://', '') },
    database: { url: `sqlite:${join(folder, 'volee.sqlite')}` },
    session: { secret: 'a secret that only tests know, 32+ characters' },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: {
      '@volee/cas-bridge': { baseUrl: cas.url, timeout: '300ms', ...sso },
      '@volee/ldap-sync': {
        url: directory.url,
        bindDn: directory.reader.dn,
        bindPassword: directory.reader.password,
        baseDn: 'o=gouv,c=fr',
        layout: 'scribe',
      },
      '@volee/file-share': {},
    },
  };
  const settings = checkSettingsText(JSON.stringify(written), 'test settings', {});
  if (settings.problems) throw new Error(settings.problems.join('\n'));
  await migrate(settings.value.database.url, ownersOf([fileShare.manifest]));

  const log: string[] = [];
  const clock = new TestClock('2026-11-24T10:00:00Z');
  const host = await bootHost({
    settings: settings.value,
    bricks: brickEntries(settings.value, join(folder, 'volee.yaml')),
    log: recordIn(log),
    clock,
  });
  const failed = host.bricks.flatMap((brick) => (brick.state === 'failed' ? brick.cause : []));
  if (failed.length > 0) throw new Error(failed.join('\n'));
  const sync = async (): Promise<void> => {
    for (const source of host.sources) await host.sync.run(source, new AbortController().signal);
  };
  await sync();
  for (const { uai } of sampleSchools) await host.activations.enable(uai, 'file-share', 'cli');
  await host.listen();

  return {
    url,
    host,
    cas,
    directory,
    clock,
    log,
    sync,
    async logIn(login, path = '/', browser = cookieBrowser()) {
      const form = await browser.open(url + path);
      const page = await browser.submit(form.url, { ...hiddenFields(form), login });
      const back = browser.visited.filter((address) => address.includes('/cas/callback?')).at(-1) ?? url;
      return { browser, page, ticket: new URL(back).searchParams.get('ticket') ?? '' };
    },
    async stop() {
      await host.stop();
      await Promise.all([cas.stop(), directory.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a login form carries beside what people choose. */
export function hiddenFields({ text }: Seen): Record<string, string> {
  const fields = text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

function recordIn(lines: string[]): RootLog {
  const write = (fields: object, sentence: string): void => {
    const { err } = fields as { err?: unknown };
    lines.push(JSON.stringify({ ...fields, sentence, ...(err !== undefined && { err: String(err) }) }));
  };
  const log: RootLog = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log;
}
