// SPDX-License-Identifier: EUPL-1.2
import { logoutRequestXml } from '../envole-box/index.js';
import { cookieBrowser, type CookieBrowser, type Seen } from '../services/cookie-browser.js';
import { startFullHost } from './full-host.js';

const full = await startFullHost();
const { url, cas } = full;
afterAll(() => full.stop());

const CALLBACK = `${url}/cas/callback`;
const message = (ticket: string): string => logoutRequestXml(ticket, new Date());
const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(CALLBACK, { method: 'POST', body, headers });
/** Number of logout messages with this result so far. */
const counted = async (outcome: 'ended' | 'unknown' | 'unreadable'): Promise<number> => {
  const measures = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^volee_single_logouts_total{outcome="${outcome}"} (\\d+)$`, 'm').exec(measures)?.[1]);
};
const countedAll = (): Promise<number[]> => Promise.all((['ended', 'unknown', 'unreadable'] as const).map(counted));
const isIn = async (browser: CookieBrowser): Promise<boolean> => (await browser.ask(`${url}/api/v1/me`)).status === 200;

test('C4 CAS 3.0 §2.3.3: a logout message in a form field ends the session', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud');
  expect(await isIn(browser)).toBe(true);
  expect(await cas.sendLogout(ticket)).toMatchObject({ isAccepted: true, outcome: 200 });
  expect(await isIn(browser)).toBe(false);
});

test('C3: logouts are audited, and counted together with messages that ended no session', async () => {
  const { ticket } = await full.logIn('ines.renaud');
  const before = await countedAll();
  for (const body of [message(ticket), message(ticket), message('ST-unknown'), 'nothing']) await post(body);
  expect(await countedAll()).toEqual(before.map((count, index) => count + ([1, 2, 1][index] ?? 0)));
  const person = await full.host.directory.personByLogin('ldap', 'ines.renaud');
  const lines = await full.host.database.dataSource.query<{ actor: string; subject: string }[]>(
    `SELECT actor, subject FROM core_audit WHERE action = 'core.session.end' AND subject LIKE ?`,
    [`%${person?.id ?? ''}%`],
  );
  expect(lines.at(-1)?.actor).toBe('sso');
  expect(lines.map(({ subject }) => subject).join()).not.toMatch(/ST-/);
});

test('C3: a logout, a new login in the same browser and the end of the time leave one line each, with the reason', async () => {
  const person = await full.host.directory.personByLogin('ldap', 'karim.bensaid');
  const reasons = async (): Promise<string[]> => {
    const lines = await full.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM core_audit WHERE action = 'core.session.end' AND subject LIKE ? ORDER BY id`,
      [`%${person?.id ?? ''}%`],
    );
    return lines.map(({ subject }) => (JSON.parse(subject) as { reason: string }).reason);
  };
  const before = (await reasons()).length;
  const { browser } = await full.logIn('karim.bensaid');
  await full.logIn('karim.bensaid', '/login?renew=true&to=/account', browser);
  await browser.ask(`${url}/logout`, { method: 'POST', headers: { Origin: url } });
  await full.logIn('karim.bensaid');
  full.clock.advance(13 * 3_600_000);
  await full.host.sessions.sweep();
  expect((await reasons()).slice(before)).toEqual(['newLogin', 'logout', 'expired']);
});

test.each(['application/xml', 'text/xml; charset=utf-8', 'application/x-www-form-urlencoded', 'nonsense'])(
  'C4: a logout message as the whole body of type %s ends the session',
  async (type) => {
    const { browser, ticket } = await full.logIn('karim.bensaid');
    expect((await post(`\n ${message(ticket)}`, { 'Content-Type': type })).status).toBe(200);
    expect(await isIn(browser)).toBe(false);
  },
);

test('C3: a message about one ticket ends only the session of that ticket', async () => {
  const ines = await full.logIn('ines.renaud');
  const inesElsewhere = await full.logIn('ines.renaud');
  const karim = await full.logIn('karim.bensaid');
  await cas.sendLogout(ines.ticket);
  expect([await isIn(ines.browser), await isIn(inesElsewhere.browser), await isIn(karim.browser)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('C3 CAS 3.0 §2.3.3: unknown, malformed and a thousand invented tickets end no session and get the same answer', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud');
  const answer = async (body: BodyInit): Promise<unknown> => {
    const response = await post(body);
    return [response.status, await response.text(), response.headers.get('set-cookie')];
  };
  const bodies = [
    message('ST-unknown'),
    message(ticket.toLowerCase()),
    message(`${ticket} `).replace('SessionIndex>', 'NameID>'),
    message(`${ticket}</samlp:SessionIndex><samlp:SessionIndex>ST-2`),
    `<!DOCTYPE x [<!ENTITY e "${ticket}">]>${message('&e;')}`,
    `<LogoutRequest>${ticket}`,
    'logoutRequest=',
    'logoutRequest=%3C',
    new URLSearchParams({ LogoutRequest: message(ticket) }),
    '',
    Buffer.from([0xff, 0xfe, 0x00]),
  ];
  for (const body of bodies) expect(await answer(body)).toEqual([200, '', null]);
  for (let round = 0; round < 20; round += 1) {
    const tickets = Array.from({ length: 50 }, (_, number) => `ST-${round}-${number}-${'x'.repeat(20)}`);
    const answers = await Promise.all(
      tickets.map((one) => answer(new URLSearchParams({ logoutRequest: message(one) }))),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify([200, '', null])]));
  }
  expect(await isIn(browser)).toBe(true);
});

test('C3: a message of 5 MB is refused with 413, and a multipart message is not read', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud');
  const large = new URLSearchParams({ logoutRequest: message(ticket), filling: 'x'.repeat(5_000_000) });
  expect((await post(large)).status).toBe(413);
  const parts = new FormData();
  parts.set('logoutRequest', message(ticket));
  expect((await post(parts)).status).toBe(200);
  expect(await isIn(browser)).toBe(true);
});

test('a cookie, an Origin or another site on the message make no difference', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud');
  const other = await full.logIn('karim.bensaid');
  const headers = { Origin: 'https://evil.example.org', 'Sec-Fetch-Site': 'cross-site' };
  await other.browser.ask(CALLBACK, { method: 'POST', body: message(ticket), headers });
  expect([await isIn(browser), await isIn(other.browser)]).toEqual([false, true]);
});

test('C6: after a second login with renew in the same browser, only the second ticket ends the session', async () => {
  const { browser, ticket: first } = await full.logIn('ines.renaud');
  const session = browser.cookies.get('volee_session');
  const { ticket: second, page } = await full.logIn('ines.renaud', '/login?renew=true&to=/account', browser);
  expect(page.url).toBe(`${url}/account`);
  expect(second).not.toBe(first);
  expect(browser.cookies.get('volee_session')).not.toBe(session);

  const [ended, unknown] = [await counted('ended'), await counted('unknown')];
  expect((await cas.sendLogout(first)).isAccepted).toBe(true);
  expect([await counted('ended'), await counted('unknown')]).toEqual([ended, unknown + 1]);
  expect(await isIn(browser)).toBe(true);
  await cas.sendLogout(second);
  expect([await counted('ended'), await counted('unknown')]).toEqual([ended + 1, unknown + 1]);
  expect(await isIn(browser)).toBe(false);
});

test('C6 CAS 3.0 §2.3.3: a message about an expired or deleted session is accepted like any other', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud');
  full.clock.advance(2 * 3_600_000);
  expect(await isIn(browser)).toBe(false);
  expect((await cas.sendLogout(ticket)).isAccepted).toBe(true);
  await full.host.sessions.sweep();
  expect((await cas.sendLogout(ticket)).isAccepted).toBe(true);
});

test('C5: a request in flight does not revive a session that the SSO ended', async () => {
  const { browser, ticket } = await full.logIn('claire.vuillemin');
  const pages = Array.from({ length: 10 }, () => browser.ask(`${url}/account`));
  await cas.sendLogout(ticket);
  await Promise.all(pages);
  expect(await isIn(browser)).toBe(false);
});

test('CAS 3.0 §2.3.1: POST /logout ends the session here and at the SSO, and returns to the goodbye page', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud', '/account');
  const session = browser.cookies.get('volee_session') ?? '';
  const goodbye = await browser.submit(`${url}/logout`, {});
  expect([goodbye.url, goodbye.status]).toEqual([`${url}/logged-out`, 200]);
  expect(goodbye.text).toMatch(/Déconnexion réussie/);
  expect(cas.logoutReports.filter((report) => report.ticket === ticket)).toMatchObject([{ isAccepted: true }]);
  browser.cookies.set('volee_session', session);
  expect(await isIn(browser)).toBe(false);
  // The SSO session has ended too, so the next page leads to the login.
  const { url: asked } = await browser.open(`${url}/account`);
  expect(asked.startsWith(`${cas.url}/login`)).toBe(true);
});

test.each(['service', 'url', 'to'])('C11: a logout with a hostile %s ends on the goodbye page', async (name) => {
  for (const evil of [
    'https://evil.example.org/',
    '//evil.example.org/',
    '/\\evil.example.org',
    'https:evil.example.org',
  ]) {
    const fields = { [name]: evil };
    const query = new URLSearchParams(fields).toString();
    const leaving: ((browser: CookieBrowser) => Promise<Seen>)[] = [
      (browser) => browser.open(`${url}/logout?${query}`),
      (browser) => browser.submit(`${url}/logout?${query}`, fields),
      (browser) => browser.submit(`${url}/logout`, fields),
    ];
    for (const leave of leaving) {
      const { browser } = await full.logIn('ines.renaud');
      const before = browser.visited.length;
      const goodbye = await leave(browser);
      expect([goodbye.url, goodbye.status, goodbye.text.includes('evil')]).toEqual([`${url}/logged-out`, 200, false]);
      const atSso = `${cas.url}/logout?service=${encodeURIComponent(`${url}/logged-out`)}`;
      expect(browser.visited.slice(before + 1)).toEqual([atSso, `${url}/logged-out`]);
      expect(await isIn(browser)).toBe(false);
    }
  }
});

test('a second logout, or one without a session, is not an error', async () => {
  const browser = cookieBrowser();
  expect((await browser.submit(`${url}/logout`, {})).url).toBe(`${url}/logged-out`);
  expect((await browser.submit(`${url}/logout`, {})).url).toBe(`${url}/logged-out`);
});

test('P6: another site cannot log users out', async () => {
  const { browser } = await full.logIn('ines.renaud');
  const crossSite = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example.org' };
  expect((await browser.ask(`${url}/logout`, { method: 'POST', headers: crossSite })).status).toBe(403);
  expect((await browser.ask(`${url}/logout`, { headers: crossSite })).headers.get('location')).toBe('/account');
  expect(await isIn(browser)).toBe(true);
});

test.each(['utf-7', 'utf-16', 'nonsense'])('C4: a message is read with any charset label: %s', async (charset) => {
  const { browser, ticket } = await full.logIn('karim.bensaid');
  const headers = { 'Content-Type': `application/x-www-form-urlencoded; charset=${charset}` };
  const response = await post(new URLSearchParams({ logoutRequest: message(ticket) }).toString(), headers);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await isIn(browser)).toBe(false);
});
