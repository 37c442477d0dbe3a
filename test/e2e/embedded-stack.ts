// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';

import type { APIRequestContext, Page } from 'playwright-core';

import { sampleCasAccounts, scribeEntries, startCas, startDirectory } from '../envole-box/index.js';
import { STRANGER, type Stack, type StackPlace } from './stack.js';

/** The embedded pair, CAS and LDAP in this process, and SQLite. */
export async function startEmbeddedStack({ folder }: StackPlace): Promise<Stack> {
  const stranger = { ...STRANGER, role: 'Inconnu des écoles', attributes: {} };
  const [directory, cas] = await Promise.all([
    startDirectory({ entries: scribeEntries() }),
    startCas({ accounts: [...sampleCasAccounts(), stranger] }),
  ]);
  return {
    databaseUrl: `sqlite:${join(folder, 'volee.sqlite')}`,
    sso: { baseUrl: cas.url },
    directory: {
      url: directory.url,
      bindDn: directory.reader.dn,
      bindPassword: directory.reader.password,
      baseDn: 'o=gouv,c=fr',
      layout: 'scribe',
    },
    enter: enterSampleCas,
    signIn: signInAtSampleCas,
    passTime: () => Promise.resolve(),
    leave: async (page) => void (await page.goto(`${cas.url}/logout`)),
    comeBack: () => Promise.resolve(),
    emptyDirectory: () => {
      directory.switches.loseReadRights = true;
      return Promise.resolve();
    },
    stopDirectory: () => directory.stop(),
    stopSso: () => cas.stop(),
    stop: async () => void (await Promise.allSettled([cas.stop(), directory.stop()])),
  };
}

/** Chooses a person on the login page of the embedded CAS. */
export async function enterSampleCas(page: Page, login: string): Promise<void> {
  const person = page.locator(`button[value="${login}"]`);
  // The people to try first are there at once, the others behind « Toutes les personnes ».
  if (!(await person.isVisible())) await page.locator('summary').click();
  await person.click();
}

/**
 * Logs in as `enterSampleCas` does, but by requests: for the page of the CAS and a portal, a browser takes as long as many tests do.
 * @throws Error when no page of Volée is at the end
 */
export async function signInAtSampleCas(requests: APIRequestContext, publicUrl: string, login: string): Promise<void> {
  const headers = { Accept: 'text/html' };
  const form = await requests.get(publicUrl, { headers });
  const service = new URL(form.url()).searchParams.get('service') ?? '';
  const entered = new URL((await requests.post(form.url(), { headers, form: { login, service } })).url());
  if (entered.origin !== publicUrl || entered.pathname === '/login') {
    throw new Error(`${login} was not logged in, but sent to ${entered.href}.`);
  }
}
