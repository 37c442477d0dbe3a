// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { tabTo } from './keyboard.js';
import { pageFaults } from './page-faults.js';
import { openSampleInstallation, type SampleInstallation } from './sample-installation.js';
import { watchConsole } from './every-page-tour.js';

describeWith(['chromium'], 'accesses for applications, in light and in dark, on a desktop and on a phone', () => {
  const TOKENS = '/account/tokens';
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation();
  }, 60_000);
  afterAll(() => installation?.stop());

  test('one is made, is not made twice, and is taken back', async () => {
    const { page } = await installation.visitor('claire.vuillemin');
    const complaints = watchConsole(page);
    await page.goto('/account');
    await page.getByRole('link', { name: 'Gérer les accès' }).click();
    await page.getByText('Aucun accès pour le moment').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByLabel('Nom', { exact: true }).fill('Ordinateur de la classe');
    await page.getByRole('button', { name: 'Créer l’accès' }).click();
    await page.getByRole('link', { name: 'Cochez au moins un outil' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByLabel('Fichiers').check();
    await page.getByRole('button', { name: 'Créer l’accès' }).click();
    const code = page.getByLabel('Code de l’accès «\u00a0Ordinateur de la classe\u00a0»');
    expect(await code.inputValue()).toMatch(/^volee_[\w-]{43}$/);
    expect(await code.isEditable()).toBe(false);
    expect(await pageFaults(page)).toEqual([]);

    await page.reload();
    await page.getByRole('link', { name: 'Vous avez déjà un accès de ce nom' }).waitFor();
    expect(await page.getByText('Ordinateur de la classe', { exact: true }).count()).toBe(1);
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Retirer l’accès Ordinateur de la classe' }).click();
    await page.getByRole('heading', { name: 'Retirer cet accès' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Retirer l’accès Ordinateur de la classe' }).click();
    await page.getByRole('status').getByText('est retiré').waitFor();
    await page.getByText('Aucun accès pour le moment').waitFor();
    // The browser reports the 400 of a refused form to its console.
    expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
    await page.context().close();
  });

  test('a user without bricks gets an explanation', async () => {
    const { page } = await installation.visitor('karim.bensaid');
    await page.goto(TOKENS);
    await page.getByText('Aucun outil n’est allumé pour vous').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('without scripts of ours, by keyboard alone', async () => {
    const { page } = await installation.visitor('sophie.renaud');
    await page.route(/\.js/, (route) => route.abort());
    await page.goto(TOKENS);
    await tabTo(page, 'Nom');
    await page.keyboard.type('Téléphone');
    await tabTo(page, 'Fichiers');
    await page.keyboard.press('Space');
    await tabTo(page, 'Créer l’accès');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Votre accès est prêt' }).waitFor();
    await tabTo(page, 'Code de l’accès «\u00a0Téléphone\u00a0»');
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected).toMatch(/^volee_/);
    await tabTo(page, 'C’est copié');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vos accès' }).waitFor();
    await tabTo(page, 'Retirer');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Retirer cet accès' }).waitFor();
    await page.context().close();
  });
});
