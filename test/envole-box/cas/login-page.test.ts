// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from '../../services/chromium-path.js';
import { describeWith } from '../../services/describe-with.js';
import { sampleCasAccounts } from './sample-cas-accounts.js';
import { startCas, type Cas } from './start-cas.js';

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let cas: Cas;
let application: Server;
let service: string;
let browser: Browser;

beforeAll(async () => {
  cas = await startCas({ accounts: sampleCasAccounts() });
  application = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<title>${request.url}</title>`);
  }).listen(0, '127.0.0.1');
  await once(application, 'listening');
  service = `http://127.0.0.1:${(application.address() as AddressInfo).port}/cas`;
});
afterAll(async () => {
  await cas.stop();
  application.close();
  application.closeAllConnections();
});

describe('as it is sent', () => {
  const text = async (path: string): Promise<string> => (await fetch(cas.url + path)).text();

  test('French, without a script and without another host', async () => {
    const page = await text(`/login?service=${service}`);
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<h1>Connexion (ENVOLE d’essai)</h1>');
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=|(src|href)="(https?:)?\/\//);
  });

  test('a strict policy, which lets the form lead to the service and nowhere else', async () => {
    const policyOf = async (path: string): Promise<string | null> =>
      (await fetch(cas.url + path)).headers.get('content-security-policy');
    expect(await policyOf(`/login?service=${service}`)).toBe(
      `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self' ${new URL(service).origin}; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(await policyOf('/login')).toContain("form-action 'self';");
  });

  test('everybody is on it once', async () => {
    const page = await text('/login');
    const logins = [...page.matchAll(/name="login" value="([^"]+)"/g)].map(([, login]) => login);
    expect(logins.slice(0, 3)).toEqual(['claire.vuillemin', 'mathieu.grosjean', 'ines.renaud']);
    expect(logins.sort()).toEqual(
      sampleCasAccounts()
        .map(({ login }) => login)
        .sort(),
    );
  });

  test('it weighs less than 90 kB, font included', async () => {
    const paths = ['/login', '/assets/style.css', '/assets/font.woff2', '/assets/icon.svg'];
    const sizes = await Promise.all(
      paths.map(async (path) => (await (await fetch(cas.url + path)).arrayBuffer()).byteLength),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(90_000);
  });
});

describeWith(['chromium'], 'the login page in a browser', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: QUIET });
  });
  afterAll(() => browser.close());

  async function open(path: string, colorScheme: 'light' | 'dark' = 'light', width = 360): Promise<Page> {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 740 } });
    await page.goto(cas.url + path);
    return page;
  }

  test.each([
    ['light', '/login'],
    ['dark', '/login'],
    ['light', '/logout'],
    ['dark', '/login?service=javascript:x'],
  ] as const)('axe finds nothing: %s %s', async (scheme, path) => {
    const page = await open(path, scheme);
    if (path === '/login') await page.click('summary');
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  test.each([320, 360, 1280])('nothing is cut off at %i px, and every target is 44 px high', async (width) => {
    const page = await open(`/login?service=${service}`, 'light', width);
    await page.click('summary');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const heights = await page.$$eval('button, summary', (all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.close();
  });

  test('by keyboard: the third name, Enter, and the service is there with a ticket (the policy allows it)', async () => {
    const page = await open(`/login?service=${encodeURIComponent(service)}`);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('ines.renaud');
    await Promise.all([page.waitForURL(`${service}?ticket=*`), page.keyboard.press('Enter')]);
    expect(page.url()).toMatch(/\?ticket=ST-[A-Za-z0-9-]+$/);
    await page.close();
  });
});

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
