// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';

import { startTestHost, SCHOOL, type Role, type TestHost } from '@volee/core-adapter/testing';
import livret from '@volee/livret-bridge';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import { describeWith, launchChromium } from '../services/index.js';
import { cookieHeader } from '../integration/session-cookie.js';

const CHANGES = '**/changes';

describeWith(['chromium'], 'a class that is typed while things go wrong', () => {
  let host: TestHost;
  let browser: Browser;
  let path: string;
  const started = startTestHost({ bricks: [livret] });

  beforeAll(async () => {
    host = await started;
    browser = await launchChromium();
    path = `/s/${SCHOOL}/livret-bridge/classes/${host.ids.cm1}/1`;
    await host.host.database.dataSource.query(
      `INSERT INTO livret_bridge_period (id, school, year, rhythm, period, count, startsOn, endsOn, dueOn)
       VALUES ('${randomUUID()}', '${SCHOOL}', 2026, 'T', 1, 3, '2026-08-01', '2026-12-12', '2026-12-04')`,
    );
  });
  afterAll(() => browser?.close());

  async function browserOf(...roles: Role[]): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: host.url, locale: 'fr-FR' });
    context.setDefaultTimeout(20_000);
    for (const role of roles) await logIn(context, role);
    return context;
  }

  async function logIn(context: BrowserContext, role: Role): Promise<void> {
    const cookie = await cookieHeader(host.host, await host.ids.person(role));
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: host.url }]);
  }

  async function open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  const says = (page: Page, words: RegExp): Promise<void> =>
    page.locator('[data-save-status]', { hasText: words }).waitFor();
  /** The cell of a pupil and a line, by what a screen reader says. */
  const cell = (page: Page, line: string): Locator =>
    page.getByRole('textbox', { name: `Inès Faivre ${line}`, exact: true });
  const kept = (page: Page): Promise<number> => page.evaluate(() => localStorage.length);

  /** "Back" is pressed on the page of the next pupil: pressed while that page arrives, Chromium may refuse. */
  async function saveAndGoBack(page: Page): Promise<void> {
    const before = page.url();
    await page.getByRole('button', { name: /^Enregistrer et passer à/ }).click();
    await page.waitForURL((url) => url.href !== before);
    await page.goBack();
  }

  async function type(page: Page, line: string, key: string): Promise<void> {
    await cell(page, line).focus();
    await page.keyboard.press(key);
  }

  /** The values that the server has in the first three lines, on a page of its own. */
  async function stored(): Promise<string> {
    const { text } = await host.as('teacherInBothSchools').get(path).expect(200);
    const row = text.split('<tr>').find((part) => part.includes('>Inès Faivre<')) ?? '';
    return (/name="was" value="([^"]*)"/.exec(row)?.[1] ?? '').slice(0, 3);
  }

  test('the network goes while a teacher types: cells stay on the device, outlive a reload, and are sent later', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    await type(page, 'Langage oral', '3');
    await says(page, /^Gardé à \d+\sh\s\d\d$/);
    await context.setOffline(true);
    await type(page, 'Langage oral', '2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('0');
    await says(page, /^Pas de réseau\s: 2 cases gardées sur cet appareil$/);
    const keptText = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(keptText).not.toMatch(/Inès|Faivre|Vuillet/);

    await context.setOffline(false);
    await page.route(CHANGES, (route) => route.abort());
    await page.reload();
    expect(await cell(page, 'Langage oral').inputValue()).toBe('2');
    await page.unroute(CHANGES);
    await page.reload();
    await page.waitForFunction(() => localStorage.length === 0);
    expect(await stored()).toBe('2N ');
    await context.close();
  });

  test('a filter blocks the script of a bilan: a button saves and leads on, and a position can be emptied', async () => {
    const context = await browserOf('teacher');
    await context.route('**/livret-bridge-bilan.js*', (route) => route.abort());
    const page = await open(context);
    await page.getByRole('link', { name: 'Inès Faivre' }).click();
    await page.getByRole('link', { name: 'Français' }).first().click();
    const line = page.locator('[data-cell]', { has: page.locator('.livret-bridge-pos') }).first();
    const empty = line.getByRole('radio', { name: 'Vide' });
    await line.getByRole('radio').first().check({ force: true });
    await saveAndGoBack(page);
    await page.reload();
    expect(await empty.isChecked()).toBe(false);
    await empty.check();
    await saveAndGoBack(page);
    await page.reload();
    expect(await empty.isChecked()).toBe(true);
    expect(await page.locator('[data-onward]').isVisible()).toBe(false);
    await context.close();
  });

  test('an answer is lost, and the teacher types on: no clash with what they wrote themselves', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    await page.route(CHANGES, async (route) => {
      // A request that Playwright sends lacks the header by which the host knows its own pages.
      const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'same-origin' };
      await route.fetch({ headers });
      await route.abort();
    });
    await type(page, 'Écriture', '1');
    await says(page, /^Pas de réseau/);
    expect((await stored())[2]).toBe('1');
    await page.unroute(CHANGES);
    await page.keyboard.press('4');
    await says(page, /^Gardé/);
    expect([await page.locator('.livret-bridge-clash').count(), (await stored())[2]]).toEqual([0, '4']);
    await context.close();
  });

  test('the server fails at one cell: the others are sent all the same', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    await page.route(CHANGES, (route) =>
      route.request().postData()?.includes('cell=FRA-LGO')
        ? route.fulfill({ status: 500, contentType: 'text/html', body: '<p>Erreur</p>' })
        : route.continue(),
    );
    await type(page, 'Langage oral', '4');
    await type(page, 'Écriture', '3');
    await page.waitForFunction(() => localStorage.length === 1);
    await says(page, /1 case gardée/);
    expect((await stored())[2]).toBe('3');
    await context.close();
  });

  test('two tabs of one teacher: what one of them saves is in the other one', async () => {
    const context = await browserOf('teacher');
    const [one, other] = [await open(context), await open(context)];
    await type(one, 'Langage oral', '4');
    await says(one, /^Gardé/);
    await other.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="0"][value="4"]') !== null);
    await type(other, 'Langage oral', '3');
    await says(other, /^Gardé/);
    expect([await other.locator('.livret-bridge-clash').count(), (await stored())[0]]).toEqual([0, '3']);
    await context.close();
  });

  test('on plain HTTP, without Web Locks and encryption: two tabs save, and a page says that the device keeps nothing', async () => {
    const context = await browserOf('teacher');
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
      for (const name of ['subtle', 'randomUUID']) Object.defineProperty(crypto, name, { value: undefined });
    });
    const [one, other] = [await open(context), await open(context)];
    await type(one, 'Langage oral', '1');
    await type(other, 'Écriture', '4');
    for (const page of [one, other]) await says(page, /^Gardé/);
    expect(await stored()).toMatch(/^1.4/);
    await context.setOffline(true);
    await type(one, 'Langage oral', '2');
    await says(one, /ne peut rien garder/);
    expect(await kept(one)).toBe(0);
    await context.setOffline(false);
    await says(one, /^Gardé/);
    expect((await stored())[0]).toBe('2');
    await context.close();
  });

  test('two teachers write one cell: both values stand under the row until the second one chooses', async () => {
    const [claire, paul] = [await browserOf('teacher'), await browserOf('teacherInBothSchools')];
    const [first, second] = [await open(claire), await open(paul)];
    await type(first, 'Langage oral', '1');
    await says(first, /^Gardé/);
    await type(second, 'Langage oral', '4');
    await says(second, /^1 case attend votre choix$/);
    await second.getByText('Langage oral, Inès Faivre\u00a0: deux choix.').waitFor();
    await second.reload();
    await second.getByRole('button', { name: 'Mettre 4' }).click();
    await says(second, /^Gardé/);
    expect([await kept(second), (await stored())[0]]).toEqual([0, '4']);
    await claire.close();
    await paul.close();
  });

  test('two tabs and a colleague write one cell: a tab that is asked about the other keeps its own value', async () => {
    const [claire, paul] = [await browserOf('teacher'), await browserOf('teacherInBothSchools')];
    const [one, other, colleague] = [await open(claire), await open(claire), await open(paul)];
    await type(colleague, 'Langage oral', '1');
    await says(colleague, /^Gardé/);
    await type(one, 'Langage oral', '2');
    await one.getByRole('button', { name: 'Mettre 2' }).waitFor();
    await type(other, 'Langage oral', '3');
    await one.getByRole('button', { name: 'Mettre 3' }).waitFor();
    await says(one, /^2 cases attendent votre choix$/);
    await one.getByRole('button', { name: 'Garder 1' }).click();
    await one.getByRole('button', { name: 'Mettre 2' }).click();
    for (const tab of [one, other]) await says(tab, /^Gardé/);
    expect([await kept(one), (await stored())[0]]).toEqual([0, '2']);
    await claire.close();
    await paul.close();
  });

  test('a tab with the cursor in a text goes on from the text that another tab has saved', async () => {
    const context = await browserOf('teacher');
    const tabs = [await open(context), await open(context)] as const;
    const [here, there] = tabs.map((tab) => tab.locator('form[data-changes] textarea').first());
    for (const tab of tabs) await tab.getByRole('link', { name: 'Inès Faivre' }).click();
    await here?.focus();
    await there?.pressSequentially('Elle lit.');
    await says(tabs[1], /^Gardé/);
    await tabs[0].waitForFunction(() => document.querySelector('textarea')?.value === 'Elle lit.');
    await here?.press('End');
    await here?.pressSequentially(' Bien. ');
    await says(tabs[0], /^Gardé/);
    // The server leaves the last space out, and the text of the page keeps it: nobody has typed there since.
    expect(await here?.inputValue()).toBe('Elle lit. Bien. ');
    await there?.press('End');
    await there?.pressSequentially(' Oui.');
    await tabs[0].waitForFunction(() => document.querySelector('textarea')?.value === 'Elle lit. Bien. Oui.');
    await context.close();
  });

  test('a colleague wrote the value that never left a device: its next value waits for a choice', async () => {
    const [claire, paul] = [await browserOf('teacher'), await browserOf('teacherInBothSchools')];
    const [first, second] = [await open(claire), await open(paul)];
    await second.route(CHANGES, (route) => route.abort());
    await type(second, 'Langage oral', '1');
    await says(second, /^Pas de réseau/);
    await type(first, 'Langage oral', '1');
    await says(first, /^Gardé/);
    await second.unroute(CHANGES);
    await type(second, 'Langage oral', '4');
    await says(second, /^1 case attend votre choix$/);
    expect((await stored())[0]).toBe('1');
    await second.getByRole('button', { name: 'Mettre 4' }).click();
    await says(second, /^Gardé/);
    await claire.close();
    await paul.close();
  });

  test('H3: another person at the same browser neither sends nor reads what is kept; it waits for its writer', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    await context.clearCookies();
    await type(page, 'Langage oral', '2');
    await says(page, /^Votre session est terminée/);
    await logIn(context, 'teacherInBothSchools');
    const theirs = await open(context);
    await says(theirs, /^Tout est gardé/);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await says(page, /^Votre session est terminée/);
    expect([await cell(theirs, 'Langage oral').inputValue(), (await stored())[0]]).toEqual(['4', '4']);
    await logIn(context, 'teacher');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await says(page, /^Gardé/);
    expect((await stored())[0]).toBe('2');
    await context.close();
  });

  test('P18 "back" to a bilan shows what is stored, and no older text', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    const bilan = `${(await page.getByRole('link', { name: 'Inès Faivre' }).getAttribute('href')) ?? ''}?subject=general`;
    const word = page.locator('textarea[name=general]');
    for (const text of ['Un', 'Un deux']) {
      await page.goto(bilan);
      await word.fill(text);
      await says(page, /^Gardé/);
      await page.goto(path);
    }
    for (const _ of [1, 2, 3]) await page.goBack();
    expect(await word.inputValue()).toBe('Un deux');
    await context.close();
  });

  test('the device has no room left: the page keeps it, says so, and sends it', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    await page.evaluate(() => localStorage.setItem('room', 'x'.repeat(5 * 1024 * 1024 - 4)));
    await context.setOffline(true);
    await type(page, 'Langage oral', '3');
    await says(page, /ne peut rien garder/);
    await context.setOffline(false);
    await says(page, /^Gardé/);
    expect((await stored())[0]).toBe('3');
    await context.close();
  });

  test('a week passes, or the teacher logs out: nothing stays on the device', async () => {
    const context = await browserOf('teacher');
    const page = await open(context);
    await page.route(CHANGES, (route) => route.abort());
    await type(page, 'Langage oral', '1');
    await says(page, /^Pas de réseau/);
    await page.locator('summary', { hasText: 'Claire Vuillet' }).click();
    const leave = page.getByRole('button', { name: 'Se déconnecter' });
    await leave.click();
    await says(page, /Vous déconnecter l’efface/);
    await Promise.all([page.waitForRequest(/\/logout$/), leave.click()]);
    const later = await context.newPage();
    await later.goto('/accessibility');
    expect([await kept(later), (await stored())[0]]).toEqual([0, '3']);

    await logIn(context, 'teacher');
    await later.evaluate(() => localStorage.setItem('volee x', `${Date.now() - 8 * 86_400_000} eA==.eA==`));
    await later.goto(path);
    await later.waitForFunction(() => localStorage.length === 0);
    await context.close();
  });
});
