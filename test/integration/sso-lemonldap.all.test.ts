// SPDX-License-Identifier: EUPL-1.2
import { samplePeople, sampleSchools } from '../envole-box/index.js';
import { describeWith, type LemonldapServer } from '../services/index.js';
import { cookieBrowser, type CookieBrowser, type Seen } from '../services/cookie-browser.js';
import type { HostAt } from './host-at.js';
import { answerPortal, leavePortal, questionOf } from './portal-forms.js';
import { startPortalHosts, type PortalHosts } from './portal-hosts.js';

const [tilleuls = '', troisRivieres = ''] = sampleSchools.map(({ uai }) => uai);
const pupils = [tilleuls, troisRivieres].map((uai) => {
  const { login = '' } = samplePeople.find((one) => one.uai === uai && one.profile === 'eleve') ?? {};
  return { uai, login };
});
const [INES = { uai: '', login: '' }] = pupils;
/** The login of the platform administrator. */
const KEEPER = 'mathieu.grosjean';
/** A time after which a login no longer counts as recent, here (30 min) and at the portal (5 min). */
const LONG_S = 31 * 60;

describeWith(['slapd', 'lemonldap'], 'a whole host before LemonLDAP::NG', () => {
  let hosts: PortalHosts;
  let portal: LemonldapServer;
  let here: HostAt;
  let there: HostAt;

  beforeAll(async () => {
    hosts = await startPortalHosts();
    ({ portal, here, there } = hosts);
    await here.host.administrators.grant(KEEPER, null, 'cli');
  }, 60_000);
  afterAll(() => hosts?.stop());

  async function logIn(
    login: string,
    path = '/',
    browser = cookieBrowser(),
  ): Promise<{ browser: CookieBrowser; page: Seen }> {
    return { browser, page: await answerPortal(browser, await browser.open(here.url + path), login) };
  }
  async function whoIs(browser: CookieBrowser, { url }: HostAt = here): Promise<string | undefined> {
    const { status, text } = await browser.ask(`${url}/api/v1/me`);
    return status === 200 ? (JSON.parse(text) as { login: string }).login : undefined;
  }
  const visitsOf = ({ visited }: CookieBrowser, origin = portal.url): string[] =>
    visited.filter((address) => address.startsWith(origin));

  test('a user of each school logs in and reaches the requested page', async () => {
    for (const { uai, login } of pupils) {
      const { browser, page } = await logIn(login, `/s/${uai}/file-share/?order=name`);
      expect([page.status, new URL(page.url).pathname.startsWith(`/s/${uai}/file-share/`)]).toEqual([200, true]);
      expect(await whoIs(browser)).toBe(login);
    }
  });

  describe('gateway', () => {
    test('CAS 3.0 §2.1.1 gateway: a user with a session at the portal is logged in without a question', async () => {
      for (const { login } of pupils) {
        const { browser } = await logIn(login);
        browser.cookies.set('volee_session', 'of a session that is over');
        const before = visitsOf(browser).length;
        const page = await browser.open(`${here.url}/accessibility`);
        expect([page.status, page.url]).toEqual([200, `${here.url}/accessibility`]);
        expect(visitsOf(browser).slice(before)).toEqual([expect.stringMatching(/\/cas\/login\?.*gateway=true/)]);
        expect(await whoIs(browser)).toBe(login);
      }
    });

    test('C12 CAS 3.0 §2.1.1 gateway: without a session at the portal the page stays public, and the portal is asked only once', async () => {
      const browser = cookieBrowser();
      browser.cookies.set('volee_session', 'of a session that is over');
      const page = await browser.open(`${here.url}/accessibility`);
      expect([page.status, page.url, questionOf(page)]).toEqual([200, `${here.url}/accessibility`, 'none']);
      expect(visitsOf(browser)).toHaveLength(1);
      for (const path of ['/accessibility', '/login?gateway=true&to=/accessibility']) {
        expect((await browser.open(here.url + path)).url).toBe(`${here.url}/accessibility`);
      }
      expect(visitsOf(browser)).toHaveLength(1);
      expect(await whoIs(browser)).toBeUndefined();
      // The visitor can still log in.
      await logIn(INES.login, '/', browser);
      expect(await whoIs(browser)).toBe(INES.login);
    });
  });

  describe('renew', () => {
    test('CAS 3.0 §2.1.1 renew: a sensitive page asks for the password again after a long time, and then opens', async () => {
      const { browser } = await logIn(KEEPER, '/admin/');
      await hosts.passTime(LONG_S);
      const asked = await browser.open(`${here.url}/admin/schools?q=ecole`);
      expect(questionOf(asked)).toBe('renew');
      expect(browser.visited.at(-1)).toMatch(/\/cas\/login\?.*renew=true$/);
      expect((await browser.open(`${here.url}/account`)).status).toBe(200);

      const page = await answerPortal(browser, await browser.open(`${here.url}/admin/schools?q=ecole`), KEEPER);
      expect([page.status, page.url]).toEqual([200, `${here.url}/admin/schools?q=ecole`]);
      expect((await browser.ask(`${here.url}/admin/audit`)).status).toBe(200);
    });

    test('CAS 3.0 §2.5.1 renew: after removing `renew` from the URL the portal refuses the ticket; the second time an error is shown', async () => {
      const { browser } = await logIn(KEEPER, '/admin/');
      await hosts.passTime(LONG_S);
      const service = encodeURIComponent(`${here.url}/cas/callback`);
      await browser.ask(`${here.url}/login?renew=true&to=/admin/`);
      const answers: (string | null)[] = [];
      for (let round = 0; round < 2; round += 1) {
        const known = await browser.ask(`${portal.casUrl}/login?service=${service}`);
        const { headers } = await browser.ask(known.headers.get('location') ?? '');
        answers.push(headers.get('location'));
      }
      expect(answers).toEqual([
        expect.stringMatching(/\/cas\/login\?.*renew=true$/),
        expect.stringMatching(/^\/login\?problem=notFresh&to=%2Fadmin%2F/),
      ]);
      const { headers } = await browser.ask(`${here.url}/admin/`);
      expect(headers.get('location')).toBe('/login?renew=true&to=%2Fadmin%2F');
    });

    test('CAS 3.0 §2.1.1 renew: a form sent too late is kept on a page, without effect', async () => {
      const { browser } = await logIn(KEEPER, '/admin/administrators');
      const page = `${here.url}/admin/administrators?q=a`;
      const send = (login: string): Promise<Seen> =>
        browser.ask(`${here.url}/admin/administrators/grant`, {
          method: 'POST',
          body: new URLSearchParams({ login }),
          headers: { Origin: here.url, Referer: page },
        });
      await hosts.passTime(2 * LONG_S);
      const kept = await send(INES.login);
      expect(kept.status).toBe(401);
      const link = /href="(\/login\?[^"]*)"/.exec(kept.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(Object.fromEntries(new URLSearchParams(link.split('?')[1]))).toEqual({ renew: 'true', to: '/de-retour' });
      const asked = await browser.open(here.url + link);
      const back = await answerPortal(browser, asked, KEEPER);
      expect([back.status, back.url]).toEqual([200, `${here.url}/de-retour`]);
      const pupil = await here.host.directory.personByLogin('ldap', INES.login);
      expect(await here.host.administrators.isPlatformAdministrator(pupil?.id ?? '')).toBe(false);
    });
  });

  describe('proxy tickets', () => {
    const callbackOf = ({ url }: HostAt): string => `${url}/cas/callback`;
    async function ticketFor(browser: CookieBrowser, { url }: HostAt, service: string): Promise<string> {
      const { uai } = pupils[0] ?? INES;
      const query = new URLSearchParams({ service });
      const { text } = await browser.ask(`${url}/s/${uai}/errand/ticket?${query}`, {
        headers: { Accept: 'application/json' },
      });
      return (JSON.parse(text) as { ticket?: string }).ticket ?? text;
    }
    /** Sends a ticket like a service, without a browser. */
    async function bring(ticket: string, to: HostAt, headers = {}): Promise<CookieBrowser> {
      const program = cookieBrowser();
      await program.ask(`${callbackOf(to)}?ticket=${ticket}`, { headers });
      return program;
    }

    test('CAS 3.0 §2.5.4, §2.7: a brick gets a proxy ticket for a pupil; the portal validates it at the other service, once', async () => {
      const { browser } = await logIn(INES.login);
      const service = 'http://127.0.0.1:9/webmail';
      const ticket = await ticketFor(browser, here, service);
      expect(ticket).toMatch(/^PT-/);
      const validate = async (): Promise<string> =>
        (await fetch(`${portal.casUrl}/proxyValidate?${new URLSearchParams({ service, ticket })}`)).text();
      const answer = await validate();
      expect(answer).toContain(`<cas:user>${INES.login}</cas:user>`);
      expect(answer).toContain(`<cas:proxy>${here.url}/cas/proxy?key=`);
      expect(await validate()).toContain('INVALID_TICKET');
    });

    test('C16 CAS 3.0 §2.6, §2.6.2: an allowed chain of one or two services opens a session without a browser', async () => {
      const { browser } = await logIn(INES.login);
      const atThere = await bring(await ticketFor(browser, here, callbackOf(there)), there);
      expect(await whoIs(atThere, there)).toBe(INES.login);
      const backHere = await bring(await ticketFor(atThere, there, callbackOf(here)), here);
      expect(await whoIs(backHere)).toBe(INES.login);
    });

    test('C16 CAS 3.0 §2.6.2: a chain with one service too few or too many opens no session', async () => {
      const browser = cookieBrowser();
      await answerPortal(browser, await browser.open(`${there.url}/`), INES.login);
      const tooShort = await bring(await ticketFor(browser, there, callbackOf(here)), here);
      expect(await whoIs(tooShort)).toBeUndefined();

      const { browser: first } = await logIn(INES.login);
      const second = await bring(await ticketFor(first, here, callbackOf(there)), there);
      const third = await bring(await ticketFor(second, there, callbackOf(here)), here);
      const tooLong = await bring(await ticketFor(third, here, callbackOf(there)), there);
      expect(await whoIs(tooLong, there)).toBeUndefined();
    });

    test('C16: a proxy ticket in a browser opens no session, because it may have been planted', async () => {
      const { browser } = await logIn(INES.login);
      const ticket = await ticketFor(browser, here, callbackOf(there));
      const browsers = [
        { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' },
        { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
        { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0' },
      ];
      for (const headers of browsers) {
        expect(await whoIs(await bring(ticket, there, headers), there)).toBeUndefined();
      }
      // The ticket has not been sent to the portal yet.
      expect(await whoIs(await bring(ticket, there), there)).toBe(INES.login);
    });

    test('C10: a proxy ticket for another service opens no session', async () => {
      const { browser } = await logIn(INES.login);
      const foreign = await bring(await ticketFor(browser, here, 'http://127.0.0.1:9/webmail'), there);
      expect(await whoIs(foreign, there)).toBeUndefined();
    });
  });

  test('C4 CAS 3.0 §2.3.3: a logout at the portal ends the sessions of this user in both services, and is audited', async () => {
    const [one, other] = [await logIn(INES.login), await logIn(pupils[1]?.login ?? '')];
    await one.browser.open(`${there.url}/`);
    const counted = async (): Promise<number> => {
      const measures = await (await fetch(`${here.url}/metrics`)).text();
      return Number(/^volee_single_logouts_total{outcome="ended"} (\d+)$/m.exec(measures)?.[1]);
    };
    const before = await counted();
    await leavePortal(one.browser, portal.casUrl);

    expect([await whoIs(one.browser), await whoIs(one.browser, there)]).toEqual([undefined, undefined]);
    expect((await one.browser.ask(`${here.url}/account`)).status).toBe(303);
    expect(await whoIs(other.browser)).toBe(pupils[1]?.login);
    expect(await counted()).toBe(before + 1);
    const person = await here.host.directory.personByLogin('ldap', INES.login);
    const lines = await here.host.database.dataSource.query<{ actor: string; subject: string }[]>(
      `SELECT actor, subject FROM core_audit WHERE action = 'core.session.end'`,
    );
    expect(lines).toContainEqual({ actor: 'sso', subject: expect.stringContaining(person?.id ?? '') });
  });

  test('C14: after all these tests no log contains a ticket', () => {
    for (const { log } of [here, there]) expect(log.join('\n')).not.toMatch(/(ST|PT|PGT|PGTIOU)-[0-9a-f]|ticket=|key=/);
  });
});
