// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core';

import { SAMPLE_PASSWORD } from '../envole-box/index.js';
import { startPortalHosts, type PortalHosts } from '../integration/portal-hosts.js';
import { describeWith, launchChromium, launchFirefox } from '../services/index.js';

const KEEPER = 'mathieu.grosjean';

describeWith(['chromium', 'firefox', 'slapd', 'lemonldap'], 'LemonLDAP::NG and Volée in a real browser', () => {
  describe.each([
    ['Chromium', launchChromium],
    ['Firefox', launchFirefox],
  ] as const)('%s', (_name, launch) => {
    let hosts: PortalHosts;
    let browser: Browser;
    let page: Page;
    let url: string;

    beforeAll(async () => {
      hosts = await startPortalHosts();
      ({ url } = hosts.here);
      await hosts.here.host.administrators.grant(KEEPER, null, 'cli');
      browser = await launch();
    }, 60_000);
    beforeEach(async () => {
      page = await (await browser.newContext()).newPage();
    });
    afterEach(() => page.context().close());
    afterAll(async () => {
      await browser?.close();
      await hosts?.stop();
    });

    async function showPassword(): Promise<void> {
      await page.fill('input[name=user]', KEEPER);
      await page.fill('input[name=password]', SAMPLE_PASSWORD);
      await page.click('button[type=submit]');
    }
    const isIn = async (): Promise<boolean> => (await page.context().request.get(`${url}/api/v1/me`)).status() === 200;
    async function loseSession(): Promise<void> {
      const [cookie] = (await page.context().cookies(url)).filter(({ name }) => name === 'volee_session');
      if (cookie) await page.context().addCookies([{ ...cookie, value: 'of a session that is over' }]);
    }

    test('CAS 3.0 §2.1.1 gateway: a user with a session at the portal is logged in without a question', async () => {
      await page.goto(`${url}/account`);
      await showPassword();
      await page.waitForURL(`${url}/account`);
      await loseSession();
      expect(await isIn()).toBe(false);
      await page.goto(`${url}/accessibility`);
      expect([page.url(), await isIn()]).toEqual([`${url}/accessibility`, true]);
    });

    test('C12 CAS 3.0 §2.1.1 gateway: a user without a session at the portal reads the public page, without a redirect loop', async () => {
      await page.goto(`${url}/account`);
      await showPassword();
      await page.waitForURL(`${url}/account`);
      await loseSession();
      await page.context().clearCookies({ name: 'lemonldap' });
      let sent = 0;
      page.on('request', (request) => (sent += request.url().startsWith(hosts.portal.casUrl) ? 1 : 0));
      for (let visit = 0; visit < 3; visit += 1) {
        await page.goto(`${url}/accessibility`);
        expect([page.url(), await isIn()]).toEqual([`${url}/accessibility`, false]);
      }
      expect(sent).toBe(1);
    });

    test('CAS 3.0 §2.1.1 renew: the console asks for the password again when it was entered long ago, and then opens', async () => {
      await page.goto(`${url}/admin/`);
      await showPassword();
      await page.waitForURL(`${url}/admin/`);
      await hosts.passTime(31 * 60);
      await page.goto(`${url}/admin/schools`);
      expect(new URL(page.url()).origin).toBe(hosts.portal.url);
      // The portal first asks for a confirmation.
      await page.click('#upgrd button[type=submit]');
      await showPassword();
      await page.waitForURL(`${url}/admin/schools`);
      expect(await page.locator('h1').innerText()).toBe('Plateforme');
    });
  });
});
