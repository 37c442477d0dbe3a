// SPDX-License-Identifier: EUPL-1.2
import { samplePeople, sampleSchools, type CasFlavour } from '../envole-box/index.js';
import { cookieBrowser, type CookieBrowser } from '../services/cookie-browser.js';
import { proxyTicketBrick } from './portal-hosts.js';
import { hiddenFields, startFullHost, STRANGER, type FullHost } from './full-host.js';

const pupils = sampleSchools.slice(0, 2).map(({ uai }) => {
  const { login = '' } = samplePeople.find((one) => one.uai === uai && one.profile === 'eleve') ?? {};
  return { uai, login };
});
const [ONE = { uai: '', login: '' }] = pupils;

const callbackOf = ({ url }: FullHost): string => `${url}/cas/callback`;
const whoIs = async (browser: CookieBrowser, { url }: FullHost): Promise<string | undefined> => {
  const { status, text } = await browser.ask(`${url}/api/v1/me`);
  return status === 200 ? (JSON.parse(text) as { login: string }).login : undefined;
};
/** Posts a ticket from the site of the SSO: browsers then send no cookies of Volée (SameSite=Lax). */
const postTicket = (full: FullHost, ticket: string, path = '/cas/callback'): Promise<Response> =>
  fetch(full.url + path, {
    method: 'POST',
    body: new URLSearchParams({ ticket }),
    redirect: 'manual',
    headers: { Origin: full.cas.url, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
  });

describe('a ticket that is posted by a form', () => {
  let full: FullHost;
  beforeAll(async () => {
    full = await startFullHost({ ticketBy: 'post' });
  });
  afterAll(() => full.stop());

  /** Follows the answer to a posted ticket in the browser that sent it. */
  async function comeBack(browser: CookieBrowser, answer: Response): Promise<ReturnType<CookieBrowser['ask']>> {
    const [, value = ''] = /^volee_ticket=([^;]+)/.exec(answer.headers.getSetCookie().join('\n')) ?? [];
    browser.cookies.set('volee_ticket', value);
    return browser.ask(new URL(answer.headers.get('location') ?? '', full.url).href);
  }

  test('C14 CAS 3.0 §2.1.1 method: a user of each school logs in; no URL of Volée and no log line contains the ticket', async () => {
    for (const { uai, login } of pupils) {
      const browser = cookieBrowser();
      const form = await browser.open(`${full.url}/s/${uai}/file-share/`);
      expect(new URL(form.url).searchParams.get('method')).toBe('POST');
      const handing = await browser.submit(form.url, { ...hiddenFields(form), login });
      expect(handing.text).toContain(`action="${callbackOf(full)}"`);
      const { ticket = '' } = hiddenFields(handing);

      const answer = await postTicket(full, ticket);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cas/callback']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^volee_ticket=.*; Max-Age=60; Path=\/; .*HttpOnly; SameSite=Lax$/),
      ]);
      const back = await comeBack(browser, answer);
      expect(back.headers.get('location')).toBe(`/s/${uai}/file-share/`);
      expect(browser.cookies.has('volee_ticket')).toBe(false);
      expect(await whoIs(browser, full)).toBe(login);
      expect(browser.visited.filter((address) => address.startsWith(full.url)).join('\n')).not.toContain(ticket);
      expect(full.log.join('\n')).not.toContain(ticket);
    }
  });

  test('CAS 3.0 §2.1.1 method: a ticket posted by another site starts no session in a browser that began no login', async () => {
    const victim = cookieBrowser();
    const answer = await postTicket(full, full.cas.issueTicket(ONE.login, callbackOf(full)));
    const back = await comeBack(victim, answer);
    expect(back.headers.get('location')).toBe('/login?cookie=set');
    expect(victim.cookies.has('volee_ticket')).toBe(false);
    expect(await whoIs(victim, full)).toBeUndefined();
  });

  test('CAS 3.0 §2.1.1 method: posted tickets are refused at every URL except the callback', async () => {
    for (const path of ['/', '/login', '/account', `/s/${ONE.uai}/file-share/`, '/cas/callback/', '/CAS/callback']) {
      const answer = await postTicket(full, full.cas.issueTicket(ONE.login, callbackOf(full)), path);
      expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, 403, []]);
    }
  });

  test('C9: a replayed, invented, malformed or empty ticket opens no session', async () => {
    const ticket = full.cas.issueTicket(ONE.login, callbackOf(full));
    const first = cookieBrowser();
    await first.ask(`${full.url}/login`);
    await comeBack(first, await postTicket(full, ticket));
    expect(await whoIs(first, full)).toBe(ONE.login);
    for (const again of [ticket, 'ST-invented', '', 'ST-1\r\nSet-Cookie: x=y', 'x'.repeat(5_000)]) {
      const browser = cookieBrowser();
      await browser.ask(`${full.url}/login`);
      await comeBack(browser, await postTicket(full, again));
      expect(await whoIs(browser, full)).toBeUndefined();
    }
  });
});

test('CAS 3.0 §2.5.1 format: JSON and XML answers give the same users', async () => {
  const json = await startFullHost({ format: 'json', flavour: 'cas3' });
  const xml = await startFullHost({ format: 'xml', flavour: 'cas3' });
  for (const full of [json, xml]) {
    for (const { login } of pupils) expect(await whoIs((await full.logIn(login)).browser, full)).toBe(login);
    const browser = cookieBrowser();
    await browser.ask(`${full.url}/login`);
    await browser.ask(`${callbackOf(full)}?ticket=ST-invented`);
    expect(full.log.join('\n')).toContain('"reason":"INVALID_TICKET"');
    await full.stop();
  }
});

describe('gateway and renew with the embedded CAS', () => {
  let full: FullHost;
  beforeAll(async () => {
    full = await startFullHost();
  });
  afterAll(() => full.stop());

  const kindsAsked = async (path: string): Promise<(string | null)[]> => {
    const { headers } = await cookieBrowser().ask(full.url + path);
    const { searchParams } = new URL(headers.get('location') ?? '', full.url);
    return [searchParams.get('renew'), searchParams.get('gateway')];
  };

  test('C12 CAS 3.0 §2.1.1 renew: renew is never sent together with gateway', async () => {
    expect(await kindsAsked('/login?gateway=true')).toEqual([null, 'true']);
    expect(await kindsAsked('/login?renew=true')).toEqual(['true', null]);
    expect(await kindsAsked('/login?renew=true&gateway=true')).toEqual(['true', null]);
    expect(await kindsAsked('/login?renew=yes&gateway=true')).toEqual([null, null]);
    expect(await kindsAsked('/login')).toEqual([null, null]);
  });

  test('C12 CAS 3.0 §2.1.1 gateway: after a logout no session is opened silently', async () => {
    const { browser } = await full.logIn(ONE.login);
    await browser.ask(`${full.url}/logout`, { method: 'POST', headers: { Origin: full.url } });
    // The browser was closed before the redirect to the SSO, so the SSO session is still open.
    full.clock.advance(3_600_000);
    const page = await browser.open(`${full.url}/accessibility`);
    expect(page.url).toBe(`${full.url}/accessibility`);
    expect(browser.visited.filter((address) => address.includes('gateway'))).toEqual([]);
    expect(await whoIs(browser, full)).toBeUndefined();
  });

  test('C17 CAS 3.0 §2.1.1 gateway: the requested public page is shown with every result', async () => {
    const silent = async (): Promise<CookieBrowser> => {
      const browser = cookieBrowser();
      await browser.ask(`${full.url}/login?gateway=true&to=/accessibility`);
      return browser;
    };
    const here = [200, `${full.url}/accessibility`];
    for (const ticket of ['ST-invented', full.cas.issueTicket(STRANGER, callbackOf(full))]) {
      const page = await (await silent()).open(`${callbackOf(full)}?ticket=${ticket}`);
      expect([page.status, page.url]).toEqual(here);
    }
    full.cas.failWith('500');
    const failed = await (await silent()).open(`${callbackOf(full)}?ticket=ST-1`);
    expect([failed.status, failed.url]).toEqual(here);
    // The server is now in doubt, and silent logins are not sent there.
    const known = cookieBrowser();
    known.cookies.set('volee_session', 'of a session that is over');
    const page = await known.open(`${full.url}/accessibility`);
    expect([page.status, page.url]).toEqual(here);
    expect(known.visited.some((address) => address.startsWith(full.cas.url))).toBe(false);
    full.cas.failWith(undefined);
    full.clock.advance(10_000);
  });

  test('CAS 3.0 §2.5.1 renew: the SSO refuses a ticket that was issued without a password', async () => {
    // Like LemonLDAP::NG, the server does not send isFromNewLogin: only `renew` in the validation counts.
    full.cas.setFlavour('lemonldap');
    const { browser } = await full.logIn(ONE.login);
    await browser.ask(`${full.url}/login?renew=true&to=/account`);
    // The user removes `renew` from the URL.
    const service = encodeURIComponent(callbackOf(full));
    const known = await browser.ask(`${full.cas.url}/login?service=${service}`);
    const refused = await browser.ask(known.headers.get('location') ?? '');
    expect(refused.headers.get('location')).toBe(`${full.cas.url}/login?service=${service}&renew=true`);
    const form = await browser.open(refused.headers.get('location') ?? '');
    const page = await browser.submit(form.url, { ...hiddenFields(form), login: ONE.login });
    expect([page.status, page.url]).toEqual([200, `${full.url}/account`]);
    full.cas.setFlavour('cas3');
  });

  test('another account cannot confirm the password of the signed-in account', async () => {
    const [, TWO = ONE] = pupils;
    const { browser } = await full.logIn(ONE.login);
    await browser.ask(`${full.url}/login?renew=true&to=/account`);
    const back = await browser.open(`${callbackOf(full)}?ticket=${full.cas.issueTicket(TWO.login, callbackOf(full))}`);
    expect([back.status, back.text.includes('Ce n’est pas le même compte')]).toEqual([403, true]);
    // The SSO session of the other account is still open: only a logout of both continues.
    expect(back.text).toMatch(/action="\/logout"/);
    expect(await whoIs(browser, full)).toBe(ONE.login);
  });

  test('a login that stays without a new password ends on an error page, and the log names the setting', async () => {
    const { browser } = await full.logIn(ONE.login);
    await browser.ask(`${full.url}/login?renew=true&to=/account`);
    await browser.ask(`${callbackOf(full)}?ticket=ST-1`);
    const page = await browser.open(`${callbackOf(full)}?ticket=ST-2`);
    expect([page.status, page.text.includes('mot de passe n’a pas été redemandé')]).toEqual([403, true]);
    expect(full.log.join('\n')).toContain('renew: false');
    expect(await whoIs(browser, full)).toBe(ONE.login);
  });

  test('C14: a ticket in the URL takes precedence over a posted one, and a long text is refused', async () => {
    const browser = cookieBrowser();
    await browser.ask(`${full.url}/login?to=/account`);
    browser.cookies.set('volee_ticket', 'ST-planted');
    const back = await browser.ask(`${callbackOf(full)}?ticket=${full.cas.issueTicket(ONE.login, callbackOf(full))}`);
    expect(back.headers.get('location')).toBe('/account');
    expect((await postTicket(full, `ST-${'x'.repeat(300)}`)).headers.getSetCookie()).toEqual([]);
  });
});

describe.each<CasFlavour>(['cas3', 'eolesso-text', 'eolesso-user', 'eolesso-sections'])(
  'proxy tickets of a CAS server like %s',
  (flavour) => {
    const CHAIN = ['https://mail.example.org/pgt', 'https://portal.example.org/pgt'] as const;
    const [MAIL, PORTAL] = CHAIN;
    let full: FullHost;
    beforeAll(async () => {
      const isEoleSso = flavour.startsWith('eolesso');
      const settings = {
        flavour: isEoleSso ? 'cas2' : 'auto',
        logoutParameter: isEoleSso ? 'url' : 'service',
        proxyTickets: true,
        proxies: [CHAIN, 'https://one.example.org/pgt', '^https://[a-z]+\\.schools\\.example\\.org/pgt'],
      };
      const cas = { flavour, proxyCallbacks: { isHttpAllowed: true } };
      full = await startFullHost(settings, { cas, bricks: [proxyTicketBrick] });
    });
    afterAll(() => full.stop());

    const errand = (browser: CookieBrowser, uai: string, service: string): ReturnType<CookieBrowser['ask']> =>
      browser.ask(`${full.url}/s/${uai}/errand/ticket?${new URLSearchParams({ service }).toString()}`, {
        headers: { Accept: 'application/json' },
      });
    async function bring(ticket: string, headers = {}): Promise<CookieBrowser> {
      const program = cookieBrowser();
      await program.ask(`${callbackOf(full)}?ticket=${ticket}`, { headers });
      return program;
    }

    test('CAS 3.0 §2.5.4, §2.7, §2.7.3: a brick gets a proxy ticket for a pupil of each school, until the SSO session ends', async () => {
      const service = 'https://mail.example.org/';
      for (const { uai, login } of pupils) {
        const { browser } = await full.logIn(login);
        const { ticket } = JSON.parse((await errand(browser, uai, service)).text) as { ticket: string };
        const asked = `${full.cas.url}/proxyValidate?${new URLSearchParams({ service, ticket }).toString()}`;
        expect(await (await fetch(asked)).text()).toContain(login);

        full.cas.failWith('500');
        expect((await errand(browser, uai, service)).status).toBe(503);
        full.cas.failWith(undefined);
        full.cas.tickets.closeSession(browser.cookies.get('CASTGC'));
        const refused = await errand(browser, uai, service);
        expect([refused.status, refused.text]).toEqual([503, expect.not.stringMatching(/PGT-|PT-/)]);
      }
      expect(full.log.join('\n')).toMatch(/issues no ticket for https:\/\/mail\.example\.org \(INVALID_TICKET\)/);
      expect(full.log.join('\n')).not.toMatch(/PGT|PT-|ST-/);
    });

    test('C16 CAS 3.0 §2.6, §2.6.2: only an allowed chain, with the same order and length, opens a session', async () => {
      const chains: [string, ...string[]][] = [[...CHAIN], ['https://one.example.org/pgt']];
      chains.push(['https://lilas.schools.example.org/pgt']);
      for (const chain of chains) {
        for (const { login } of pupils) {
          const ticket = full.cas.issueProxyTicket(login, callbackOf(full), chain);
          expect(await whoIs(await bring(ticket), full)).toBe(login);
        }
      }
      const others: [string, ...string[]][] = [
        [PORTAL, MAIL],
        [MAIL],
        [PORTAL],
        [...CHAIN, 'https://one.example.org/pgt'],
        ['https://one.example.org/pgt', 'https://one.example.org/pgt'],
        ['https://one.example.org/pgt/'],
        ['https://evil.example.org/?https://lilas.schools.example.org/pgt'],
        ['https://lilas.schools.example.org/pgt.evil.example.org'],
      ];
      for (const chain of others) {
        const ticket = full.cas.issueProxyTicket(ONE.login, callbackOf(full), chain);
        expect([chain, await whoIs(await bring(ticket), full)]).toEqual([chain, undefined]);
      }
    });

    test('C16: a proxy ticket in a browser opens no session, because it may have been planted', async () => {
      const browsers = [
        { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' },
        { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
        { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0' },
      ];
      for (const headers of browsers) {
        const ticket = full.cas.issueProxyTicket(ONE.login, callbackOf(full), ['https://one.example.org/pgt']);
        expect([headers, await whoIs(await bring(ticket, headers), full)]).toEqual([headers, undefined]);
        // The ticket has not been sent to the SSO yet.
        expect(await whoIs(await bring(ticket), full)).toBe(ONE.login);
      }
    });

    test('C4 CAS 3.0 §2.3.3: a logout message with a proxy ticket ends only the session of that ticket', async () => {
      const [mine, others] = pupils.map(({ login }) =>
        full.cas.issueProxyTicket(login, callbackOf(full), ['https://one.example.org/pgt']),
      );
      const programs = [await bring(mine ?? ''), await bring(others ?? '')];
      const logoutRequest = `<LogoutRequest><SessionIndex>${mine}</SessionIndex></LogoutRequest>`;
      await fetch(callbackOf(full), { method: 'POST', body: new URLSearchParams({ logoutRequest }) });
      const logins = await Promise.all(programs.map((program) => whoIs(program, full)));
      expect(logins).toEqual([undefined, pupils[1]?.login]);
    });

    test('C9 CAS 3.0 §3.2.1: a proxy ticket of 256 characters is accepted, once', async () => {
      full.cas.shapeTickets({ length: 256 });
      const ticket = full.cas.issueProxyTicket(ONE.login, callbackOf(full), ['https://one.example.org/pgt']);
      full.cas.shapeTickets({});
      expect(ticket).toHaveLength(256);
      expect(await whoIs(await bring(ticket), full)).toBe(ONE.login);
      expect(await whoIs(await bring(ticket), full)).toBeUndefined();
    });
  },
);

test('without storage for grants users can log in; bricks get no ticket, and the log gives the remedy', async () => {
  const full = await startFullHost(
    { proxyTickets: true },
    { cas: { proxyCallbacks: { isHttpAllowed: true } }, bricks: [proxyTicketBrick] },
  );
  await full.host.database.dataSource.query('ALTER TABLE core_pending_grant RENAME TO core_grants_are_away');
  const { browser } = await full.logIn(ONE.login);
  expect(await whoIs(browser, full)).toBe(ONE.login);
  const answer = await browser.ask(`${full.url}/s/${ONE.uai}/errand/ticket?service=https://mail.example.org/`);
  expect(answer.status).toBe(503);
  expect(full.log.join('\n')).toContain('see that the SSO reaches /cas/proxy');
  await full.stop();
});
