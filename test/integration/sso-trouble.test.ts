// SPDX-License-Identifier: EUPL-1.2
import type { Trouble } from '../envole-box/index.js';
import { cookieBrowser } from '../services/cookie-browser.js';
import { startFullHost } from './full-host.js';

const full = await startFullHost({ timeout: '1s' });
const { url, cas } = full;
afterAll(() => full.stop());
afterEach(() => cas.failWith(undefined));

const CALLBACK = `${url}/cas/callback`;

test.each<Trouble>(['500', 'html', 'hang', 'redirect', 'huge', 'empty'])(
  'C17: failing SSO (%s): the page says so, no session is opened, and existing sessions continue',
  async (trouble) => {
    const { browser: inside } = await full.logIn('karim.bensaid');
    cas.failWith(trouble);
    const { page, browser } = await full.logIn('ines.renaud', '/account');
    expect([page.status, page.text.includes('Le service de connexion ne répond pas')]).toEqual([503, true]);
    expect(page.text).toMatch(/Référence à donner\s*: [0-9a-f]{8}/);
    expect(page.text).not.toMatch(/CAS|ticket|ST-|127\.0\.0\.1/);
    expect((await browser.ask(`${url}/api/v1/me`)).status).toBe(401);
    expect((await inside.open(`${url}/account`)).status).toBe(200);

    cas.failWith(undefined);
    const again = await browser.open(`${url}/login`);
    expect(again.status).toBe(200);
    expect((await browser.ask(`${url}/api/v1/me`)).status).toBe(200);
  },
);

test('C17: a ticket that came while the SSO was in trouble is not tried again', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/login`);
  const ticket = cas.issueTicket('ines.renaud', CALLBACK);
  cas.failWith('500');
  await browser.ask(`${CALLBACK}?ticket=${ticket}`);
  cas.failWith(undefined);
  const reloaded = await browser.ask(`${CALLBACK}?ticket=${ticket}`);
  expect(reloaded.headers.get('location')).toBe('/login?cookie=set');
});

test('C17: logins beyond the capacity of the SSO get a page to wait and retry, and then succeed', async () => {
  const crowded = await startFullHost({ parallel: 1, waiting: 0, timeout: '1s' });
  const callback = `${crowded.url}/cas/callback`;
  const { browser: inside } = await crowded.logIn('karim.bensaid');
  const arriving = ['ines.renaud', 'jules.renaud'].map((login) => ({ login, browser: cookieBrowser() }));
  for (const { browser } of arriving) await browser.ask(`${crowded.url}/login?to=/account`);

  // The server keeps the first visitor waiting until the time limit; until then the only place is taken.
  crowded.cas.failWith('hang');
  const pages = await Promise.all(
    arriving.map(({ login, browser }) =>
      browser.open(`${callback}?ticket=${crowded.cas.issueTicket(login, callback)}`),
    ),
  );
  expect((await inside.open(`${crowded.url}/account`)).status).toBe(200);
  const [busy, ...others] = pages.filter(({ url: address }) => address.includes('problem=busy'));
  expect(others).toEqual([]);
  expect(busy).toMatchObject({ status: 503, text: expect.stringContaining('Beaucoup de monde arrive en même temps') });
  expect(busy?.text).toContain('href="/login?to=%2Faccount"');
  expect(Number(busy?.headers.get('retry-after'))).toBeGreaterThan(4);
  expect(pages.map(({ url: address }) => address).join()).not.toContain('ticket=');
  expect(await measured(crowded.url, 'volee_logins_total{outcome="busy"}')).toBe(1);

  crowded.cas.failWith(undefined);
  for (const { login } of arriving) {
    expect((await crowded.logIn(login, '/account')).page.url).toBe(`${crowded.url}/account`);
  }
  await crowded.stop();
});

test('C17: after five failures no user is sent to the SSO, until it has recovered', async () => {
  const broken = await startFullHost();
  broken.cas.failWith('500');
  for (let count = 0; count < 5; count += 1) await broken.logIn('ines.renaud');
  const browser = cookieBrowser();
  const page = await browser.open(`${broken.url}/account`);
  expect([page.status, page.url]).toEqual([503, expect.stringContaining(`${broken.url}/login?problem=trouble`)]);
  expect(page.text).toContain('href="/login?to=%2Faccount"');

  broken.cas.failWith(undefined);
  broken.clock.advance(10_000);
  const { page: account } = await broken.logIn('ines.renaud', '/account');
  expect(account.url).toBe(`${broken.url}/account`);
  await broken.stop();
});

test('C17: while the SSO is unreachable, signed-in users can continue and log out', async () => {
  const gone = await startFullHost();
  const { browser: inside } = await gone.logIn('karim.bensaid');
  const browser = cookieBrowser();
  await browser.ask(`${gone.url}/login`);
  await gone.cas.stop();
  const page = await browser.open(`${gone.url}/cas/callback?ticket=ST-any`);
  expect([page.status, page.text.includes('Le service de connexion ne répond pas')]).toEqual([503, true]);
  expect((await inside.open(`${gone.url}/account`)).status).toBe(200);
  const out = await inside.ask(`${gone.url}/logout`, { method: 'POST', headers: { Origin: gone.url } });
  expect(out.status).toBe(303);
  expect((await inside.ask(`${gone.url}/api/v1/me`)).status).toBe(401);
  expect(gone.log.join('\n')).toMatch(/could not be asked/);
  await gone.stop();
});

async function measured(host: string, name: string): Promise<number> {
  const text = await (await fetch(`${host}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `)) ?? '';
  return Number(line.slice(name.length));
}
