// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { axeViolations } from '../../services/axe-violations.js';
import { chromiumPath } from '../../services/chromium-path.js';
import { describeWith } from '../../services/describe-with.js';
import { readForm } from './read-form.js';
import { sampleCasAccounts } from './sample-cas-accounts.js';
import { startCas, type Cas } from './start-cas.js';

let cas: Cas;
let application: Server;
let service: string;
let heard: string[];

beforeAll(async () => {
  cas = await startCas({ accounts: sampleCasAccounts() });
  application = createServer((request, response) => {
    void readForm(request).then((form) => {
      heard.push(`${request.method} ${request.url} ${form?.get('ticket') ?? ''}`);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>there</title>');
    });
  }).listen(0, '127.0.0.1');
  await once(application, 'listening');
  service = `http://127.0.0.1:${(application.address() as AddressInfo).port}/cas?to=a%20b`;
});
beforeEach(() => void (heard = []));
afterAll(async () => {
  await cas.stop();
  application.close();
  application.closeAllConnections();
});

function choose(method: string): Promise<Response> {
  const body = new URLSearchParams({ login: 'ines.renaud', service, method });
  return fetch(`${cas.url}/login`, { method: 'POST', body, redirect: 'manual' });
}

describe('method=POST (CAS 3.0 §2.1.1)', () => {
  test('the ticket comes in a form to the service, on a page that nothing keeps (appendix B)', async () => {
    const response = await choose('POST');
    const page = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page).toContain(`<form method="post" action="${service}">`);
    const ticket = /name="ticket" value="(ST-[A-Za-z0-9-]+)"/.exec(page)?.[1] ?? '';
    const query = new URLSearchParams({ service, ticket });
    const answer = await fetch(`${cas.url}/serviceValidate?${query.toString()}`);
    expect(await answer.text()).toContain('<cas:user>ines.renaud</cas:user>');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`script-src 'self'; form-action 'self' ${new URL(service).origin};`);
  });

  test('from a session too, and the login form hands the method on', async () => {
    const cookie = (await choose('GET')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const query = new URLSearchParams({ service, method: 'POST' });
    const again = await fetch(`${cas.url}/login?${query.toString()}`, { headers: { cookie } });
    expect(await again.text()).toContain('name="ticket"');
    const form = await fetch(`${cas.url}/login?${query.toString()}`);
    expect(await form.text()).toContain('<input type="hidden" name="method" value="POST" />');
  });

  test.each(['HEADER', 'GET', 'post'])('method=%s is a redirect', async (method) => {
    const response = await choose(method);
    expect([response.status, response.headers.get('location')?.startsWith(`${service}&ticket=ST-`)]).toEqual([
      303,
      true,
    ]);
  });
});

describeWith(['chromium'], 'the page with the ticket in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: ['--no-sandbox', '--disable-quic'] });
  });
  afterAll(() => browser.close());

  test.each([true, false])('with scripts: %s, the service gets the ticket', async (javaScriptEnabled) => {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(`${cas.url}/login?${new URLSearchParams({ service, method: 'POST' }).toString()}`);
    await page.click('button[value="ines.renaud"]');
    if (!javaScriptEnabled) await page.click('text=Continuer');
    await page.waitForURL(service);
    const posts = heard.filter((line) => line.startsWith('POST'));
    expect(posts).toEqual([expect.stringMatching(/^POST \/cas\?to=a%20b ST-[A-Za-z0-9-]+$/)]);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing: %s', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 740 } });
    await page.route('**/continue.js', (route) => route.abort()); // without its script, the page stays
    await page.goto(`${cas.url}/login?${new URLSearchParams({ service, method: 'POST' }).toString()}`);
    await page.click('button[value="ines.renaud"]');
    await page.waitForSelector('text=Continuer');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
