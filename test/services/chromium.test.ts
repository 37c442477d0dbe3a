// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';

import type { Browser, Page } from 'playwright-core';

import { axeViolations } from './axe-violations.js';
import { launchChromium } from './chromium.js';
import { describeWith } from './describe-with.js';
import { listenOnFreePort } from './free-port.js';
import { transferredBytes } from './transferred-bytes.js';

const strict = "default-src 'none'; style-src 'self'; script-src 'self'";
const style = `p.pale { color: #ccc; background: #fff } /*${'x'.repeat(20_000)}*/`;
const documents: Record<string, string> = {
  '/good': '<!doctype html><html lang="fr"><title>Bien</title><main><h1>Bonjour</h1></main></html>',
  '/bad':
    '<!doctype html><html lang="fr"><title>Mal</title><link rel="stylesheet" href="/style.css">' +
    '<main><h1>Bonjour</h1><p class="pale">Pâle</p><input type="text"></main></html>',
};

describeWith(['chromium'], 'the Chromium of the distribution', () => {
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      response.setHeader('content-security-policy', strict);
      if (url === '/moved') return response.writeHead(302, { location: '/bad', 'x-long': 'x'.repeat(3_000) }).end();
      const isStyle = url === '/style.css';
      response.setHeader('content-type', isStyle ? 'text/css' : 'text/html; charset=utf-8');
      if (isStyle) response.setHeader('cache-control', 'max-age=3600');
      return response.end(isStyle ? style : documents[url]);
    });
    origin = `http://127.0.0.1:${await listenOnFreePort(server)}`;
    browser = await launchChromium();
  });
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test('axe names every fault of a page behind a strict Content-Security-Policy', async () => {
    await page.goto(`${origin}/bad`);

    expect(await axeViolations(page)).toEqual([
      expect.stringMatching(/^serious color-contrast: .* — p$/),
      expect.stringMatching(/^critical label: .* — input$/),
    ]);
  });

  test('axe has nothing to say of a good page', async () => {
    await page.goto(`${origin}/good`);

    expect(await axeViolations(page)).toEqual([]);
  });

  test('the bytes of a visit count style sheets and redirects, and no cache helps', async () => {
    const first = await transferredBytes(page, `${origin}/bad`);
    const second = await transferredBytes(page, `${origin}/bad`);
    const moved = await transferredBytes(page, `${origin}/moved`);

    expect(first).toBeGreaterThan(style.length);
    expect(second).toBe(first);
    expect(moved - first).toBeGreaterThan(3_000);
  });

  test('no page leaves the machine: a name that would resolve does not', async () => {
    const name = origin.replace('127.0.0.1', 'school.localhost');

    await expect(page.goto(`${name}/good`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });
});
