// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { samplePeople, sampleSchools } from '../envole-box/index.js';
import { cookieBrowser, type CookieBrowser } from '../services/cookie-browser.js';
import { startFullHost } from './full-host.js';

const full = await startFullHost();
const { url, cas, host } = full;
afterAll(() => full.stop());

const CALLBACK = `${url}/cas/callback`;
const LOGIN_AT_SSO = `${cas.url}/login?service=${encodeURIComponent(CALLBACK)}`;
const [tilleuls, troisRivieres] = sampleSchools.map(({ uai }) => uai) as [string, string];

async function whoIs(browser: CookieBrowser): Promise<string | undefined> {
  const { status, text } = await browser.ask(`${url}/api/v1/me`);
  return status === 200 ? (JSON.parse(text) as { login: string }).login : undefined;
}

const count = async (table: string): Promise<number> => {
  const [row] = await host.database.dataSource.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`);
  return row?.n ?? -1;
};

test('CAS 3.0 §2.5.1 service: a user of each school logs in and reaches the requested page', async () => {
  for (const uai of [tilleuls, troisRivieres]) {
    const { login = '' } = samplePeople.find((one) => one.uai === uai && one.profile === 'eleve') ?? {};
    const path = `/s/${uai}/file-share/?order=name`;
    const { browser, page } = await full.logIn(login, path);
    expect(browser.visited[2]).toBe(LOGIN_AT_SSO);
    expect([page.status, new URL(page.url).pathname.startsWith(`/s/${uai}/file-share/`)]).toEqual([200, true]);
    expect(await whoIs(browser)).toBe(login);
  }
});

test('a login in capitals is the same person', async () => {
  const { browser } = await full.logIn('noe.vernier');
  expect(await whoIs(browser)).toBe('noe.vernier');
});

test('a form that was sent after the session ended brings back to its page, logged in', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/account/preferences`, {
    method: 'POST',
    body: new URLSearchParams({ theme: 'dark', language: 'en' }),
    headers: { Origin: url, Referer: `${url}/account?from=form` },
  });
  const back = await browser.ask(`${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', CALLBACK)}`);
  expect(back.headers.get('location')).toBe('/account?from=form');
});

test('C2: service URL, return page and goodbye page use publicUrl, regardless of Host and X-Forwarded-*', async () => {
  const forged = [
    { 'X-Forwarded-Host': 'evil.example.org', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '8443' },
    { Forwarded: 'host=evil.example.org;proto=https', 'X-Original-Host': 'evil.example.org' },
    { Host: 'evil.example.org' },
  ];
  for (const headers of forged) {
    const browser = cookieBrowser();
    const begun = await browser.ask(`${url}/login?to=/account`, { headers });
    expect(begun.headers.get('location')).toBe(LOGIN_AT_SSO);
    const ticket = cas.issueTicket('ines.renaud', CALLBACK);
    const back = await browser.ask(`${CALLBACK}?ticket=${ticket}`, { headers });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/account']);
    const out = await browser.ask(`${url}/logout`, { method: 'POST', headers: { ...headers, Origin: url } });
    expect(out.headers.get('location')).toBe(`${cas.url}/logout?service=${encodeURIComponent(`${url}/logged-out`)}`);
  }
});

test('C14 CAS 3.0 §2.2.4, Appendix B: the ticket leaves the address by a 303, and no answer to it is kept', async () => {
  for (const ticket of [cas.issueTicket('ines.renaud', CALLBACK), 'ST-invented', 'nonsense', '']) {
    const browser = cookieBrowser();
    await browser.ask(`${url}/login?to=/account`);
    const seen = await browser.ask(`${CALLBACK}?ticket=${ticket}`);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([303, 'no-store']);
    expect(seen.headers.get('location')).not.toContain('ticket');
    const unasked = await cookieBrowser().ask(`${CALLBACK}?ticket=${ticket}`);
    expect([unasked.status, unasked.headers.get('cache-control')]).toEqual([303, 'no-store']);
  }
});

test.each([{ length: 256 }, { host: 'cas.example.org' }])(
  'CAS 3.0 §3.1.1, §3.7: a ticket of the shape %j lets in, and its logout out',
  async (shape) => {
    cas.shapeTickets(shape);
    const { browser, ticket } = await full.logIn('karim.bensaid');
    cas.shapeTickets({});
    expect(ticket.length).toBe(shape.length ?? 'ST-1--cas.example.org'.length + 32);
    expect(await whoIs(browser)).toBe('karim.bensaid');
    await cas.sendLogout(ticket);
    expect(await whoIs(browser)).toBeUndefined();
  },
);

test('C10: a ticket for another service is refused', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/login`);
  await browser.ask(`${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', 'https://other.example.org/')}`);
  expect(await whoIs(browser)).toBeUndefined();
});

test('C9: returning to a used ticket shows the portal to the signed-in user, and opens no session for others', async () => {
  const { browser, ticket } = await full.logIn('ines.renaud', '/account');
  const again = await browser.open(`${CALLBACK}?ticket=${ticket}`);
  expect([again.status, new URL(again.url).pathname]).toEqual([200, `/s/${tilleuls}/`]);

  const thief = cookieBrowser();
  const seen = await thief.open(`${CALLBACK}?ticket=${ticket}`);
  expect(seen.url).toBe(LOGIN_AT_SSO);
  const prepared = cookieBrowser();
  await prepared.ask(`${url}/login`);
  expect((await prepared.open(`${CALLBACK}?ticket=${ticket}`)).url).toBe(LOGIN_AT_SSO);
  expect([await whoIs(thief), await whoIs(prepared)]).toEqual([undefined, undefined]);
  expect(await whoIs(browser)).toBe('ines.renaud');
});

test('C9: the same ticket twice at the same moment opens one session', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/login`);
  const before = await count('core_session');
  const address = `${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', CALLBACK)}`;
  const answers = await Promise.all([browser.ask(address), browser.ask(address)]);
  expect(answers.map(({ headers }) => headers.get('location')).sort()).toEqual(
    [`/s/${tilleuls}/`, '/login?to=%2F'].sort(),
  );
  expect(await count('core_session')).toBe(before + 1);
  // Whichever answer the browser shows, it ends at home, without the SSO.
  expect((await browser.open(`${url}/login?to=%2F`)).url).toBe(`${url}/s/${tilleuls}/`);
  expect(await count('core_session')).toBe(before + 1);
});

test('a link with the ticket of another user opens no session in a browser that began no login', async () => {
  const victim = cookieBrowser();
  const ticket = cas.issueTicket('ines.renaud', CALLBACK);
  expect((await victim.open(`${CALLBACK}?ticket=${ticket}`)).url).toBe(LOGIN_AT_SSO);
  expect(await whoIs(victim)).toBeUndefined();
});

test.each([
  '//evil.example.org/',
  '/\\evil.example.org',
  'https:evil.example.org',
  'https://evil.example.org/',
  '/login?to=/',
])('C11: after a login with to=%s one is at home', async (to) => {
  const { page } = await full.logIn('ines.renaud', `/login?${new URLSearchParams({ to }).toString()}`);
  expect(page.url).toBe(`${url}/s/${tilleuls}/`);
});

test('C11: a signed-in user is not redirected to other sites either', async () => {
  const { browser } = await full.logIn('ines.renaud');
  const seen = await browser.ask(`${url}/login?to=//evil.example.org/`);
  expect(seen.headers.get('location')).toBe('/');
});

test('a callback without the cookie starts the login anew, and ends at home', async () => {
  const { browser } = await full.logIn('ines.renaud');
  browser.cookies.delete('volee_session');
  const seen = await browser.open(`${CALLBACK}?ticket=ST-old`);
  expect(seen.url).toBe(`${url}/s/${tilleuls}/`);
});

test('a browser that refuses cookies is told so, and is not sent round in circles', async () => {
  const { page, browser } = await full.logIn('ines.renaud', '/account', cookieBrowser({ refuseCookies: true }));
  expect([page.status, page.text.includes('Votre navigateur refuse les cookies')]).toEqual([400, true]);
  expect(browser.visited.length).toBeLessThan(10);
});

test('a forged or an old login cookie is none', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/login?to=/account`);
  const genuine = browser.cookies.get('volee_login') ?? '';
  const forged = Buffer.from(JSON.stringify({ to: '/account', refusals: 0, until: 9e15 })).toString('base64url');
  // Signed by the key of sessions: a value that was signed as a session must not pass for a login.
  const signed = createHmac('sha256', host.settings.session.secret).update(forged).digest('base64').replace(/=+$/, '');
  const cookies = [forged, `${forged}.`, `${forged}${genuine.slice(genuine.indexOf('.'))}`, `${forged}.${signed}`];
  for (const cookie of [...cookies, 'x', '']) {
    browser.cookies.set('volee_login', cookie);
    const seen = await browser.ask(`${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', CALLBACK)}`);
    expect(seen.headers.get('location')).toBe('/login?cookie=set');
  }
  browser.cookies.set('volee_login', genuine);
  full.clock.advance(10 * 60_000);
  const late = await browser.ask(`${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', CALLBACK)}`);
  expect(late.headers.get('location')).toBe('/login?cookie=set');
});

test('a refused ticket starts one fresh login, and a second refusal ends on a clear page', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/login?to=/account`);
  const first = await browser.ask(`${CALLBACK}?ticket=ST-invented`);
  expect(first.headers.get('location')).toBe(LOGIN_AT_SSO);
  const second = await browser.open(`${CALLBACK}?ticket=ST-F4K3T1CK3T`);
  expect([second.status, second.text.includes('La connexion n’a pas abouti')]).toEqual([403, true]);
  expect(second.text).toContain('href="/login?to=%2Faccount"');
  // C14: neither the address that stays in the history nor a Referer holds the ticket.
  expect(second.url).not.toContain('ticket=');

  const retried = cookieBrowser();
  await retried.ask(`${url}/login?to=/account`);
  await retried.ask(`${CALLBACK}?ticket=ST-invented`);
  const good = await retried.ask(`${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', CALLBACK)}`);
  expect(good.headers.get('location')).toBe('/account');
});

test('C5: a user logged out at the SSO during the login gets an explanation and no session', async () => {
  const ended = async (): Promise<number> => {
    const measures = await (await fetch(`${url}/metrics`)).text();
    return Number(/^volee_logins_total{outcome="ended"} (\d+)$/m.exec(measures)?.[1]);
  };
  const before = await ended();
  const comeTooLate = async (browser: CookieBrowser): Promise<string> => {
    await browser.ask(`${url}/login?to=/account`);
    const ticket = cas.issueTicket('ines.renaud', CALLBACK);
    await cas.sendLogout(ticket);
    return `${CALLBACK}?ticket=${ticket}`;
  };
  const browser = cookieBrowser();
  const page = await browser.open(await comeTooLate(browser));
  expect([page.status, page.text.includes('Votre connexion vient de prendre fin')]).toEqual([409, true]);
  expect(page.url.startsWith(`${url}/login?problem=ended&to=%2Faccount&reference=`)).toBe(true);
  expect(page.text).toContain('href="/login?to=%2Faccount"');
  expect(await whoIs(browser)).toBeUndefined();

  const program = cookieBrowser();
  const answer = await program.ask(await comeTooLate(program), { headers: { Accept: 'application/json' } });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([409, { error: { kind: 'loginEnded' } }]);
  expect(await whoIs(program)).toBeUndefined();
  expect(await ended()).toBe(before + 2);
  // The next login is an ordinary one.
  expect((await full.logIn('ines.renaud', '/account', browser)).page.url).toBe(`${url}/account`);
});

test('the session id changes at login: a planted id is useless, expired or not', async () => {
  const { browser: attacker } = await full.logIn('jules.renaud');
  const planted = attacker.cookies.get('volee_session') ?? '';
  const victim = cookieBrowser();
  await victim.ask(`${url}/login`);
  victim.cookies.set('volee_session', planted);
  await victim.ask(`${CALLBACK}?ticket=${cas.issueTicket('ines.renaud', CALLBACK)}`);
  expect(await whoIs(victim)).toBe('ines.renaud');
  expect(victim.cookies.get('volee_session')).not.toBe(planted);
  expect(await whoIs(attacker)).toBeUndefined();

  const second = cookieBrowser();
  second.cookies.set('volee_session', planted);
  await full.logIn('karim.bensaid', '/', second);
  expect(await whoIs(second)).toBe('karim.bensaid');
  expect(second.cookies.get('volee_session')).not.toBe(planted);
  expect(await whoIs(attacker)).toBeUndefined();
});

test('C14: after all this no ticket stands in the log', () => {
  expect(full.log.length).toBeGreaterThan(50);
  expect(full.log.join('\n')).not.toMatch(/ST-|TGT-|ticket=|volee_session|volee_login/);
});

test('C9: a HEAD request consumes no ticket, opens no session and ends none', async () => {
  const browser = cookieBrowser();
  await browser.ask(`${url}/login`);
  const callback = `${url}/cas/callback?ticket=${cas.issueTicket('ines.renaud', `${url}/cas/callback`)}`;
  expect((await browser.ask(callback, { method: 'HEAD' })).status).toBe(303);
  expect((await browser.ask(`${url}/api/v1/me`)).status).toBe(401);
  expect((await browser.ask(callback)).status).toBe(303);
  expect((await browser.ask(`${url}/logout`, { method: 'HEAD' })).status).toBe(303);
  expect((await browser.ask(`${url}/api/v1/me`)).status).toBe(200);
});
