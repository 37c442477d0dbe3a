// SPDX-License-Identifier: EUPL-1.2
import type { Trouble } from '../envole-box/index.js';
import { cookieBrowser } from './cookie-browser.js';
import { startFullHost } from './full-host.js';

const full = await startFullHost();
const { url, cas } = full;
afterAll(() => full.stop());
afterEach(() => cas.failWith(undefined));

const CALLBACK = `${url}/cas/callback`;

test.each<Trouble>(['500', 'html', 'hang', 'redirect', 'huge', 'empty'])(
  'C17: the SSO in trouble (%s): the page says so, nobody comes in, and those who are in go on',
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

test('C17: an SSO that is gone: those who are in go on, and can leave', async () => {
  const gone = await startFullHost();
  const { browser: inside } = await gone.logIn('karim.bensaid');
  const browser = cookieBrowser();
  await browser.ask(`${gone.url}/login`);
  await gone.cas.stop();
  const page = await browser.ask(`${gone.url}/cas/callback?ticket=ST-any`);
  expect([page.status, page.text.includes('Le service de connexion ne répond pas')]).toEqual([503, true]);
  expect((await inside.open(`${gone.url}/account`)).status).toBe(200);
  const out = await inside.ask(`${gone.url}/logout`, { method: 'POST', headers: { Origin: gone.url } });
  expect(out.status).toBe(303);
  expect((await inside.ask(`${gone.url}/api/v1/me`)).status).toBe(401);
  expect(gone.log.join('\n')).toMatch(/could not be asked/);
  await gone.stop();
});
