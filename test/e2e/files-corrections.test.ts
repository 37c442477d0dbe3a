// SPDX-License-Identifier: EUPL-1.2
import fileShare from '@volee/file-share';
import { startTestHost, SCHOOL, type Role, type TestHost } from '@volee/core-adapter/testing';
import type { Browser, Page } from 'playwright-core';

import { inventedFile } from '../envole-box/index.js';
import { cookieHeader } from '../integration/session-cookie.js';
import { describeWith, launchChromium } from '../services/index.js';

const WORD = 'Relis la légende.';

/** A work with a sheet, handed in, corrected, done again and corrected again. Each test continues from the state of the one before. */
describeWith(['chromium'], 'a work that is corrected twice', () => {
  let host: TestHost;
  let browser: Browser;
  let teacher: Page;
  let pupil: Page;
  let work: string;
  let part: string;
  const started = startTestHost({ bricks: [fileShare] });

  beforeAll(async () => {
    host = await started;
    browser = await launchChromium();
    [teacher, pupil] = await Promise.all([pageOf('teacher'), pageOf('pupil')]);
    await teacher.goto(`${host.url}/s/${SCHOOL}/file-share/groups/${host.ids.cm1}/works/new`);
    await teacher.getByLabel('Titre').fill('Les volcans');
    await teacher.getByLabel('De cet appareil (À compléter)').setInputFiles(chosen('Questions.odt'));
    await press(teacher, /^Donner/);
    work = teacher.url().replace(/\?.*/, '');
    part = `${work}/pupils/${await host.ids.person('pupil')}`;
  }, 60_000);
  afterAll(() => browser?.close());

  async function pageOf(role: Role): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR' });
    context.setDefaultTimeout(20_000);
    const [name = '', value = ''] = (await cookieHeader(host.host, await host.ids.person(role))).split('=');
    await context.addCookies([{ name, value, url: host.url }]);
    return context.newPage();
  }

  async function press(page: Page, name: string | RegExp): Promise<void> {
    const loaded = page.waitForEvent('load');
    await page.locator('main').getByRole('button', { name }).first().click();
    await loaded;
  }

  const read = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  const field = (): ReturnType<Page['getByLabel']> => teacher.getByLabel(/^Un mot pour/);

  test('a sheet without any change is handed in after a question', async () => {
    await pupil.goto(part);
    await press(pupil, 'Commencer');
    await press(pupil, 'Rendre ce fichier');
    expect(await read(pupil)).toContain('Tu n’as pas changé ta feuille');
    await pupil.getByRole('link', { name: 'Continuer mon travail' }).click();
    await pupil.getByText('Tu n’as pas changé ta feuille').waitFor({ state: 'detached' });
    await press(pupil, 'Rendre ce fichier');
    await press(pupil, 'Rendre sans rien changer');
    expect(await read(pupil)).toContain('C’est rendu, bravo !');
    await teacher.goto(work);
    expect(await read(teacher)).toMatch(/Questions\.odt, .*, votre modèle sans changement/);
  });

  test('« Redonner » without network says that nothing was given, and so when the network is back', async () => {
    await teacher.goto(part);
    await field().fill(WORD);
    await teacher
      .locator('.v-keptline')
      .getByText(/^Gardé/)
      .waitFor();
    await teacher.getByRole('radio', { name: /^À refaire/ }).check();
    await teacher.context().setOffline(true);
    await teacher.getByRole('button', { name: /^Redonner/ }).click();
    await teacher.getByText('Pas de réseau : la correction n’est pas encore donnée.').waitFor();
    await teacher.context().setOffline(false);
    await teacher.getByText(/n’est pas encore donnée\s: touchez de nouveau/).waitFor();
    await pupil.goto(part);
    expect(await read(pupil)).not.toContain(WORD);
    await press(teacher, /^Redonner/);
    expect(await read(teacher)).toContain('La correction est donnée à Inès.');
  });

  test('« Redonner » says so, too, where the browser does not know that the network is away', async () => {
    await teacher.goto(part);
    await teacher.route('**/kept', (route) => route.abort());
    await field().fill('Encore une chose.');
    await teacher.getByRole('checkbox', { name: 'Redonner sans attendre' }).check();
    await teacher.getByRole('radio', { name: /^À refaire/ }).check();
    await teacher.getByRole('button', { name: /^Redonner/ }).click();
    await teacher.getByText('Pas de réseau : la correction n’est pas encore donnée.').waitFor();
    await teacher.unroute('**/kept');
    await field().fill(WORD);
    await teacher.getByText(/n’est pas encore donnée\s: touchez de nouveau/).waitFor();
  });

  test('the tick beside the sheet stays when a photo is chosen', async () => {
    await pupil.goto(part);
    await choose('page 1.png');
    await pupil.getByLabel('Rendre aussi « Questions.odt »').check();
    await choose('page 2.png');
    expect(await pupil.getByLabel('Rendre aussi « Questions.odt »').isChecked()).toBe(true);
    await press(pupil, /^Rendre ces/);
    expect(await read(pupil)).toMatch(/C’est rendu, bravo !.*page 1\.png.*Questions\.odt/);
  });

  test('the correction of work that was done again begins without a word', async () => {
    await teacher.goto(work);
    expect(await read(teacher)).toContain('À corriger, refait');
    await teacher.goto(part);
    expect(await field().inputValue()).toBe('');
    expect(await teacher.locator('details', { hasText: 'Toutes les corrections données' }).textContent()).toContain(
      WORD,
    );
    await teacher.getByRole('radio', { name: /^Corrigé/ }).check();
    await press(teacher, /^Redonner/);
    await pupil.goto(part);
    expect(await pupil.locator('#answer-text').count()).toBe(0);
  });

  test('« … » beside a file leads to « Déplacer », and puts it into the trash with a way back', async () => {
    await teacher.goto(`${host.url}/s/${SCHOOL}/file-share/own`);
    await teacher.locator('[data-upload-form] input[type=file]').setInputFiles(chosen('Plan.odt'));
    const file = teacher.locator('a[data-kind]', { hasText: 'Plan.odt' });
    await file.first().waitFor();
    await teacher.reload();
    const about = teacher.locator('tr', { has: file }).locator('a[href*="nodes/"]');
    await about.click();
    await teacher.getByRole('link', { name: 'Déplacer' }).click();
    await teacher
      .getByRole('heading', { name: /^Déplacer/ })
      .first()
      .waitFor();
    await teacher.goBack();
    await press(teacher, 'Mettre à la corbeille');
    expect(await read(teacher)).toContain('1 élément est dans la corbeille.');
    expect(await file.count()).toBe(0);
    await press(teacher, 'Annuler');
    await file.waitFor();
  });

  async function choose(name: string): Promise<void> {
    const loaded = pupil.waitForEvent('load');
    await pupil.getByLabel('Ajouter un fichier').setInputFiles(chosen(name));
    await loaded;
  }
});

function chosen(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/octet-stream', buffer: inventedFile([name, 20]).content };
}
