// SPDX-License-Identifier: EUPL-1.2
import fileShare from '@volee/file-share';
import { startTestHost, SCHOOL, type Role, type TestHost } from '@volee/core-adapter/testing';
import type { Browser, Page } from 'playwright-core';

import { inventedFile } from '../envole-box/index.js';
import { cookieHeader } from '../integration/session-cookie.js';
import { describeWith, launchChromium } from '../services/index.js';

const HTML = '<!doctype html><script>document.title = "run"; alert(1)</script>';
const MADE = [
  inventedFile(['Dessin.png', 40]),
  { name: 'Mon texte.pdf', content: withScript(inventedFile(['Mon texte.pdf', 20]).content) },
  inventedFile(['La chanson.wav', 30]),
  { name: 'Ma poésie.txt', content: Buffer.from('L’été s’en va <b>vite</b>.') },
  // F1: markup under the name of a picture, and a picture under the name of markup.
  { name: 'Piège.png', content: Buffer.from(HTML) },
  { name: 'Page.html', content: inventedFile(['x.png', 20]).content },
];

/** A PDF that runs a script when it opens (ISO 32000-1 §12.6.4.16). */
function withScript(pdf: Buffer): Buffer {
  const action = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
  return Buffer.from(pdf.toString('latin1').replace('/Type /Catalog', `/Type /Catalog ${action}`), 'latin1');
}

describeWith(['chromium'], 'files that a page shows', () => {
  let host: TestHost;
  let browser: Browser;
  let part: string;
  const complaints: string[] = [];
  const started = startTestHost({ bricks: [fileShare] });

  beforeAll(async () => {
    host = await started;
    browser = await launchChromium();
    const teacher = await pageOf('teacher');
    await teacher.goto(`${host.url}/s/${SCHOOL}/file-share/groups/${host.ids.cm1}/works/new`);
    await teacher.getByLabel('Titre').fill('Les volcans');
    await teacher.getByRole('button', { name: /^Donner/ }).click();
    await teacher.waitForURL(/works\/[\da-f-]{36}/);
    part = `${teacher.url().replace(/\?.*/, '')}/pupils/${await host.ids.person('pupil')}`;
    const pupil = await pageOf('pupil');
    await pupil.goto(part);
    const files = MADE.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: content }));
    const loaded = pupil.waitForEvent('load');
    await pupil.getByLabel('Ajouter un fichier').setInputFiles(files);
    await loaded;
    await pupil.getByRole('button', { name: /^Rendre/ }).click();
    await pupil.getByText('C’est rendu').first().waitFor();
    await pupil.context().close();
    await teacher.context().close();
  });
  afterAll(() => browser?.close());

  async function pageOf(role: Role, { javaScriptEnabled = true, width = 1280 } = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled, viewport: { width, height: 800 } });
    context.setDefaultTimeout(20_000);
    const [name = '', value = ''] = (await cookieHeader(host.host, await host.ids.person(role))).split('=');
    await context.addCookies([{ name, value, url: host.url }]);
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    return page;
  }

  /** Opens the correction with one of the files. */
  async function look(page: Page, name: string): Promise<void> {
    await page.goto(part);
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.locator('[aria-current=page]', { hasText: name }).waitFor();
  }
  const isDrawn = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.v-preview img')?.naturalWidth ?? 0) > 0);

  test('a photo is there at once, and is enlarged and turned', async () => {
    const page = await pageOf('teacher', { width: 390 });
    await page.goto(part);
    await isDrawn(page);
    const box = (): Promise<{ width: number; height: number } | null> => page.locator('.v-preview img').boundingBox();
    const before = await box();
    await page.getByRole('button', { name: 'Agrandir' }).click();
    await page.getByRole('button', { name: 'Tourner' }).click();
    const after = await box();
    expect(after?.width).toBeGreaterThan(before?.width ?? Infinity);
    expect(await page.locator('.v-preview img').evaluate(({ style }) => style.transform)).toContain('rotate(90deg)');
    // The page itself never scrolls to the side.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.context().close();
  });

  test('F1: a text, a sound and a PDF are shown, and nothing in them runs', async () => {
    const page = await pageOf('teacher', { width: 390 });
    await look(page, 'Ma poésie.txt');
    expect(await page.locator('.v-preview pre').innerText()).toBe('L’été s’en va <b>vite</b>.');
    await look(page, 'La chanson.wav');
    await page.waitForFunction(() => (document.querySelector('audio')?.duration ?? 0) > 1);
    await look(page, 'Mon texte.pdf');
    // The words of the PDF are in the page, for searching and for screen readers.
    await page.getByRole('region', { name: 'Page 1 sur 1' }).getByText('Mon texte').waitFor();
    await page.getByRole('button', { name: 'Agrandir' }).click();
    await page.locator('.v-preview-page canvas').waitFor();
    await look(page, 'Piège.png');
    expect(await page.locator('.v-preview pre').innerText()).toBe(HTML);
    await look(page, 'Page.html');
    await isDrawn(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript pictures show, and a PDF is a download', async () => {
    const page = await pageOf('teacher', { javaScriptEnabled: false });
    await page.goto(part);
    expect(await page.getByRole('img', { name: 'Dessin.png', exact: true }).isVisible()).toBe(true);
    await look(page, 'Mon texte.pdf');
    const downloading = page.waitForEvent('download');
    await page.locator('.v-preview-stage a').click();
    expect((await downloading).suggestedFilename()).toBe('Mon texte.pdf');
    await page.context().close();
  });

  test('a head sees names until they open a file, and the journal has a line for it', async () => {
    const page = await pageOf('head');
    await page.goto(part);
    expect(await page.locator('.v-preview').count()).toBe(0);
    await page.getByRole('link', { name: /^Dessin\.png/ }).click();
    await isDrawn(page);
    await page.context().close();
    const lines = await host.host.database.dataSource.query(`SELECT * FROM core_audit WHERE action LIKE '%part.read'`);
    expect(JSON.stringify(lines)).toMatch(/file/);
  });
});
