// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import { fileLink } from '../e2e/visitor.js';
import { describeWith } from '../services/index.js';
import { file } from './sample-files.js';
import { MOULIN, openSampleInstallation, type SampleInstallation } from './sample-installation.js';

describeWith(['chromium'], 'without JavaScript', () => {
  const javaScriptEnabled = false;
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation();
  }, 60_000);
  afterAll(() => installation?.stop());

  async function portalOf(login: string): Promise<Page> {
    const { page } = await installation.visitor(login, { javaScriptEnabled });
    await page.goto('/');
    return page;
  }

  test('a teacher puts several files in at once and deletes one', async () => {
    const page = await portalOf('claire.vuillemin');
    await page.locator('main').getByRole('link', { name: 'Fichiers' }).click();
    await page.getByLabel('Fichiers à déposer').setInputFiles([file('Dictée.odt', 10), file('Calcul.ods', 20)]);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByRole('status').getByText('2 fichiers déposés').waitFor();

    await page.locator('tr', { hasText: 'Calcul.ods' }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Corbeille', exact: true }).click();
    await page.getByRole('status').getByText('1 élément est dans la corbeille').waitFor();
    expect([await fileLink(page, 'Dictée').count(), await fileLink(page, 'Calcul').count()]).toEqual([1, 0]);
  });

  test('the menus open: another school, the account, its colours and its language', async () => {
    const page = await portalOf('claire.vuillemin');
    await page.locator('summary', { hasText: 'École des Tilleuls' }).click();
    await page.locator('.v-head').getByRole('link', { name: 'École du Moulin' }).click();
    await page.waitForURL(`**/s/${MOULIN}/`);
    await page.locator('summary', { hasText: 'Claire Vuillemin' }).click();
    await page.getByRole('link', { name: 'Profil et réglages' }).click();
    await page.getByLabel('Sombre').check();
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Garder ces réglages' }).click();
    await page.getByRole('heading', { name: 'Profile and settings' }).waitFor();

    expect(await page.locator('html').getAttribute('data-bs-theme')).toBe('dark');
  });

  test('a guardian finds children of both schools on the first page', async () => {
    const page = await portalOf('sophie.renaud');
    for (const name of ['Inès', 'Jules']) await page.getByRole('region', { name }).waitFor();
  });

  test('a head switches a brick on for all, and a pupil finds it and logs out', async () => {
    const head = await portalOf('karim.bensaid');
    await head.getByRole('link', { name: 'Choisir les outils de l’école' }).click();
    await head.getByRole('button', { name: /^Allumer Fichiers pour \d+ personnes$/ }).click();
    await head.getByRole('status').getByText('l’outil est allumé').waitFor();

    const page = await portalOf('jules.renaud');
    await page.locator('main').getByRole('link', { name: 'Ma classe' }).click();
    await page.getByText('Quand un fichier sera déposé pour ta classe').waitFor();
    await page.locator('summary', { hasText: 'Jules Renaud' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Déconnexion réussie' }).waitFor();
  });
});
