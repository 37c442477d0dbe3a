// SPDX-License-Identifier: EUPL-1.2
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

import type { Page } from 'playwright-core';

import { file } from '../a11y/sample-files.js';
import { MOULIN, openSampleInstallation, TILLEULS, type SampleInstallation } from '../a11y/sample-installation.js';
import { describeWith } from '../services/index.js';
import { fileLink, type ChosenFile, type Visitor } from './visitor.js';

const UPLOADS = /\/uploads\/[\da-f]{32}$/;

/** Cuts the connection of every upload at its first bytes. @returns a function that ends this and returns the number of cut uploads */
function cutUploads(): () => number {
  let count = 0;
  const cut = (message: unknown): void => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    if (request.method !== 'POST' || !UPLOADS.test(request.url ?? '')) return;
    count += 1;
    socket.destroy();
  };
  // Node.js docs, "Diagnostics Channel": every server of this process publishes there.
  subscribe('http.server.request.start', cut);
  return () => {
    unsubscribe('http.server.request.start', cut);
    return count;
  };
}

describeWith(['chromium'], 'files sent over a line that breaks off', () => {
  let installation: SampleInstallation;
  let claire: Visitor;
  let page: Page;

  beforeAll(async () => {
    installation = await openSampleInstallation();
    claire = await installation.visitor('claire.vuillemin');
    ({ page } = claire);
  }, 60_000);
  beforeEach(async () => {
    await installation.host.database.dataSource.query('DELETE FROM file_share_node WHERE rank = 1');
    await page.goto(`/s/${TILLEULS}/file-share/`);
  });
  afterAll(() => installation?.stop());

  const choose = (...files: ChosenFile[]): Promise<void> => page.locator('input[type=file]').setInputFiles(files);
  const row = (name: string): ReturnType<Page['locator']> => page.locator('[data-upload-list] li', { hasText: name });
  const fold = (text: string): Promise<void> => page.locator('[data-upload-fold]:visible', { hasText: text }).waitFor();
  const state = (name: string): Promise<void> => page.locator(`[data-state=${name}]:visible`).waitFor();

  /** The files of all schools, as the database has them. */
  async function stored(): Promise<object[]> {
    return installation.host.database.dataSource.query(
      'SELECT school, name FROM file_share_node WHERE rank = 1 ORDER BY changedAt, id',
    );
  }

  /** Sends the requests of the page, and withholds the answers. @returns a function that ends this and returns the number of sent files */
  async function loseAnswers(): Promise<() => Promise<number>> {
    let sent = 0;
    await page.route(UPLOADS, async (route) => {
      if (route.request().method() === 'GET') return route.abort();
      sent += 1;
      await route.fetch();
      await route.abort();
    });
    return async () => {
      await page.unroute(UPLOADS);
      return sent;
    };
  }

  test('F15: one that breaks off on its way begins again by itself when the line is back, and is stored once', async () => {
    const film = file('Éruption.mp4', 9_000_000);
    const restoreLine = cutUploads();
    await choose(film);
    await state('paused');
    expect(await row(film.name).innerText()).toContain('Connexion coupée. L’envoi recommencera tout seul.');
    await page.context().setOffline(true);
    expect(restoreLine()).toBeGreaterThan(0);
    expect(await stored()).toEqual([]);

    await page.context().setOffline(false);
    await fold('1 fichier déposé');
    await fileLink(page, film.name).waitFor();
    expect(await stored()).toEqual([{ school: TILLEULS, name: film.name }]);
    expect((await claire.download(film.name)).equals(film.buffer)).toBe(true);
  });

  test('F15: one whose answer was lost is not sent again', async () => {
    const plan = file('Plan.pdf', 700);
    const restoreLine = await loseAnswers();
    await choose(plan);
    await state('paused');
    expect(await restoreLine()).toBe(1);
    const asked: string[] = [];
    page.on('request', (request) => void (UPLOADS.test(request.url()) && asked.push(request.method())));

    await page.getByRole('button', { name: 'Réessayer' }).click();
    await fold('1 fichier déposé');
    expect(asked).toEqual(['GET']);
    expect(await stored()).toEqual([{ school: TILLEULS, name: plan.name }]);
  });

  test('T1: two teachers of two schools, each with a file of the same name on a line that broke off', async () => {
    const odile = await installation.visitor('odile.ravier');
    await odile.page.goto(`/s/${MOULIN}/file-share/own`);
    for (const one of [page, odile.page]) {
      await one.context().setOffline(true);
      await one.locator('input[type=file]').setInputFiles(file('Menu.pdf', 300));
      await one.locator('[data-state=paused]:visible').waitFor();
      await one.context().setOffline(false);
      await one.locator('[data-upload-fold]:visible').waitFor();
    }
    expect(await stored()).toEqual([
      { school: TILLEULS, name: 'Menu.pdf' },
      { school: MOULIN, name: 'Menu.pdf' },
    ]);
    await odile.page.context().close();
  });

  test('rows that are done fold into one line; one that failed stays, and is tried again with the keyboard', async () => {
    await page.route(UPLOADS, (route) =>
      route.request().postData()?.includes('Refusé.odt') ? route.fulfill({ status: 500 }) : route.fallback(),
    );
    await choose(...['Un.pdf', 'Deux.pdf', 'Refusé.odt', 'Un.pdf'].map((name) => file(name, 300)));
    await fold('3 fichiers déposés, dont 1 sous un autre nom\u00a0: Un (2).pdf');
    expect(await page.locator('[data-upload-list] li').count()).toBe(1);
    expect(await row('Refusé.odt').innerText()).toContain('n’a pas pu être déposé');

    await page.unroute(UPLOADS);
    await page.getByRole('button', { name: 'Réessayer' }).press('Enter');
    const sentence = '4 fichiers déposés, dont 1 sous un autre nom\u00a0: Un (2).pdf';
    await fold(sentence);
    expect(await page.locator('[data-upload-list] li').count()).toBe(0);
    expect(await page.locator('[data-upload-fold-status]').textContent()).toContain(`${sentence}. Visible pour `);
    const hasFocus = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((element) => element === document.activeElement);
    expect(await hasFocus('[data-upload-fold] button[type=button]')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-upload-list]').isVisible()).toBe(false);
    expect(await hasFocus('[data-upload-form] button')).toBe(true);
  });

  test('the line goes by itself where nobody else sees the file, but not where it tells another name', async () => {
    const visitor = await installation.visitor('claire.vuillemin');
    const { page: timed } = visitor;
    await timed.clock.install();
    await timed.goto(`/s/${TILLEULS}/file-share/own`);
    const line = timed.locator('[data-upload-fold]');
    const send = (): Promise<void> => timed.locator('input[type=file]').setInputFiles(file('Leçon 4.pdf', 300));
    await send();
    await line.waitFor();
    await timed.clock.runFor(60_000);
    await line.waitFor({ state: 'hidden' });

    await send();
    await line.waitFor();
    expect((await line.locator('[data-fold-text]').innerText()).trim()).toBe(
      '1 fichier déposé, sous un autre nom\u00a0: Leçon 4 (2).pdf',
    );
    await timed.clock.runFor(60_000);
    expect(await line.isVisible()).toBe(true);
    await timed.context().close();
  });

  test('a file that the server never takes whole waits for the person in the end', async () => {
    await page.clock.install();
    await page.route(UPLOADS, (route) =>
      route.request().method() === 'GET' ? route.fulfill({ status: 404, json: {} }) : route.fulfill({ status: 502 }),
    );
    await choose(file('Trop pour le relais.zip', 5_000));
    for (let attempt = 1; attempt < 8; attempt += 1) {
      await state('paused');
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.clock.runFor(60_000);
      await answered;
    }
    await state('cut');
    expect(await page.getByRole('button', { name: 'Réessayer' }).isVisible()).toBe(true);
  });
});
