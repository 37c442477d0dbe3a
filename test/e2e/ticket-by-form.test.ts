// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core';

import { startFullHost, type FullHost } from '../integration/full-host.js';
import { describeWith, launchChromium } from '../services/index.js';

/** The SSO is at `localhost` and Volée at `127.0.0.1`: two different sites for a browser, as in real installations. */
describeWith(['chromium'], 'a form of another site posts the ticket in a real browser', () => {
  let full: FullHost;
  let browser: Browser;

  beforeAll(async () => {
    full = await startFullHost({ ticketBy: 'post' }, { cas: { host: 'localhost' } });
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await full?.stop();
  });

  async function visitor(javaScriptEnabled = true): Promise<Page> {
    return (await browser.newContext({ javaScriptEnabled })).newPage();
  }
  const whoIs = async (page: Page): Promise<unknown> => {
    const answer = await page.context().request.get(`${full.url}/api/v1/me`);
    return answer.status() === 200 ? ((await answer.json()) as { login: string }).login : undefined;
  };

  test.each([true, false])(
    'C14 CAS 3.0 §2.1.1 method: the user is logged in, with script: %s; no URL ever contains the ticket',
    async (script) => {
      const page = await visitor(script);
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(request.url()));
      await page.goto(`${full.url}/account`);
      const login = new URL(page.url());
      expect([login.hostname, login.searchParams.get('method')]).toEqual(['localhost', 'POST']);
      await page.locator('button[value="ines.renaud"]').first().click();
      if (!script) await page.getByRole('button', { name: 'Continuer' }).click();
      await page.waitForURL(`${full.url}/account`);
      expect(await whoIs(page)).toBe('ines.renaud');
      expect(addresses.length).toBeGreaterThan(3);
      expect(addresses.join('\n')).not.toMatch(/ticket=|ST-/);
    },
  );

  test('CAS 3.0 §2.1.1 method: a page of another site that posts the ticket of another user starts no session', async () => {
    const page = await visitor();
    const action = `${full.url}/cas/callback`;
    const ticket = full.cas.issueTicket('karim.bensaid', action);
    await page.route('http://evil.localhost/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${action}"><input name="ticket" value="${ticket}"><button>Win</button></form>`,
      }),
    );
    await page.goto('http://evil.localhost/');
    await page.click('button');
    // No login was begun in this browser, so a login begins now and the SSO asks for an account.
    await page.waitForURL(`${full.cas.url}/login?*`);
    expect(await whoIs(page)).toBeUndefined();
  });
});
