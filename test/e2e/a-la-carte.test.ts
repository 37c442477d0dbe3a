// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import fileShare from '@volee/file-share';
import type { Page } from 'playwright-core';

import { focusOf, tabTo } from '../a11y/keyboard.js';
import {
  MOULIN,
  openSampleInstallation,
  TILLEULS,
  TROIS_RIVIERES,
  type SampleInstallation,
} from '../a11y/sample-installation.js';
import { describeWith } from '../services/index.js';
import type { Visitor } from './visitor.js';

const texts = { title: 'Agenda', summary: 'Ce qui vient cette semaine' };
const agenda = defineBrick(
  {
    id: 'agenda',
    version: '1.0.0',
    adapter: '^0.2.0',
    kind: 'feature',
    // Any schema without required settings.
    settings: fileShare.manifest.settings,
    locales: { fr: texts, en: texts },
    permissions: { read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] } },
  },
  ({ http }) => http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), t('summary'))),
);

/** From 1 December to 11 December included, in Paris: the first instant, and the first one after the period. */
const FROM = '2026-12-01';
const UNTIL = '2026-12-11';
const BEGINS = Date.parse('2026-11-30T23:00:00Z');
const IS_OVER = Date.parse('2026-12-11T23:00:00Z');
const consoleOf = (uai: string): string => `/admin/s/${uai}/bricks?brick=agenda`;

describeWith(['chromium'], 'à la carte: a head chooses the audience and the period of a brick', () => {
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation({ bricks: [agenda] });
  }, 60_000);
  afterAll(() => installation?.stop());

  /** The user's view at an instant: the number of portal links to the brick, and the status of the brick. */
  async function finds(visitor: Visitor, uai: string, instant: number): Promise<[number, number]> {
    installation.clock.set(new Date(instant));
    // Sessions end with the day, but the SSO session is still open.
    await visitor.open(`/s/${uai}/`);
    const links = await visitor.page.locator('main').getByRole('link', { name: 'Agenda' }).count();
    return [links, await visitor.open(`/s/${uai}/agenda/`)];
  }
  const HAS_IT: [number, number] = [1, 200];
  const HAS_NOT: [number, number] = [0, 404];

  describe('with mouse and script, for two of three classes', () => {
    let head: Visitor;
    let page: Page;

    beforeAll(async () => {
      head = await installation.visitor('mathieu.grosjean');
      ({ page } = head);
    });

    test('the head sees the audience, counted and listed, before confirming', async () => {
      await head.open(`/s/${TILLEULS}/`);
      await page.getByRole('link', { name: 'École', exact: true }).click();
      await page.getByRole('link', { name: /Agenda/ }).click();
      await page.getByLabel('Direction').uncheck();
      await page.getByLabel('Seulement ces classes ou groupes').check();
      await page.getByLabel('CE2').first().check();
      await page.getByLabel('CM1-CM2').check();
      await chooseDays(page);

      await page.locator('[data-effect]:not([aria-busy])').waitFor();
      await page.getByRole('heading', { name: 'Qui l’aura le 1er décembre' }).waitFor();
      const effect = page.locator('.v-effect');
      expect(await effect.innerText()).toMatch(/élèves\s+32\s|32\s+élèves/);
      await effect.getByRole('link', { name: /Voir les \d+ personnes/ }).click();
      const people = await page.locator('main').innerText();
      for (const name of ['Inès Renaud', 'Camille Girardet', 'Sophie Renaud', 'Claire Vuillemin', 'Nadia Chevassu'])
        expect(people).toContain(name);
      for (const name of ['Emma Barbier', 'Mathieu Grosjean', 'Brigitte Maillard', 'Jules Renaud'])
        expect(people).not.toContain(name);
    });

    test('nothing changes until the head confirms; going back keeps the choice', async () => {
      expect(await installation.host.activations.rules(TILLEULS, 'agenda')).toEqual([]);
      await page.locator('main').getByRole('link').first().click();
      expect(await page.getByLabel('Premier jour').inputValue()).toBe(FROM);
      await page.getByRole('button', { name: /^Allumer Agenda pour \d+ personnes le 1er décembre$/ }).click();
      await page.getByRole('status').getByText('l’outil s’allumera le 1er décembre').waitFor();
    });

    test('T9: a pupil of the class has the brick from the first to the last day only', async () => {
      const ines = await installation.visitor('ines.renaud');
      const emma = await installation.visitor('emma.barbier');
      expect(await finds(ines, TILLEULS, BEGINS - 1)).toEqual(HAS_NOT);
      expect(await finds(ines, TILLEULS, BEGINS)).toEqual(HAS_IT);
      expect(await finds(emma, TILLEULS, BEGINS)).toEqual(HAS_NOT);
      expect(await finds(ines, TILLEULS, IS_OVER - 1)).toEqual(HAS_IT);
      expect(await finds(ines, TILLEULS, IS_OVER)).toEqual(HAS_NOT);
    });

    test('the mother and the teacher have the brick, and the teacher of the other class does not', async () => {
      const sophie = await installation.visitor('sophie.renaud');
      const claire = await installation.visitor('claire.vuillemin');
      for (const person of [sophie, claire]) {
        expect(await finds(person, TILLEULS, BEGINS)).toEqual(HAS_IT);
        expect(await finds(person, TILLEULS, IS_OVER)).toEqual(HAS_NOT);
      }
      // The head teaches the third class; heading the school gives no access to the brick.
      expect(await finds(head, TILLEULS, BEGINS)).toEqual(HAS_NOT);
    });
  });

  test('without script: a button shows the audience, and the choice is kept', async () => {
    installation.clock.set(new Date('2026-11-24T08:40:00Z'));
    const { page } = await installation.visitor('karim.bensaid', { javaScriptEnabled: false });
    await page.goto(consoleOf(TROIS_RIVIERES));
    await page.getByLabel('Direction').uncheck();
    await page.getByLabel('Seulement ces classes ou groupes').check();
    await page.getByLabel('6e B').check();
    await chooseDays(page);
    await page.getByRole('button', { name: 'Voir qui l’aura' }).click();
    await page.getByRole('heading', { name: 'Qui l’aura le 1er décembre' }).waitFor();
    expect(await page.locator('.v-effect').innerText()).toMatch(/élèves\s+8\s|8\s+élèves/);
    await page.getByRole('link', { name: /Voir les \d+ personnes/ }).click();
    expect(await page.locator('main').innerText()).toContain('Inaya Traoré');
    await page.goBack();
    await page.getByRole('button', { name: /^Allumer Agenda pour \d+ personnes le 1er décembre$/ }).click();
    await page.getByRole('status').getByText('l’outil s’allumera le 1er décembre').waitFor();

    const inaya = await installation.visitor('inaya.traore', { javaScriptEnabled: false });
    const jules = await installation.visitor('jules.renaud', { javaScriptEnabled: false });
    expect(await finds(inaya, TROIS_RIVIERES, BEGINS - 1)).toEqual(HAS_NOT);
    expect(await finds(inaya, TROIS_RIVIERES, BEGINS)).toEqual(HAS_IT);
    expect(await finds(jules, TROIS_RIVIERES, BEGINS)).toEqual(HAS_NOT);
    expect(await finds(inaya, TROIS_RIVIERES, IS_OVER)).toEqual(HAS_NOT);
  });

  test('with the keyboard alone: the effect is announced, and the focus does not move', async () => {
    installation.clock.set(new Date('2026-11-24T08:40:00Z'));
    // Smooth scrolling to the focus would take time.
    const { page } = await installation.visitor('odile.ravier', { reducedMotion: 'reduce' });
    await page.goto(consoleOf(MOULIN));
    const press = async (name: string, key: string): Promise<void> => {
      await tabTo(page, name);
      await page.keyboard.press(key);
    };
    // The list names « Toute l’école » before the form does.
    await tabTo(page, 'Agenda');
    await press('Toute l’école', 'ArrowRight');
    await press('CM1', 'Space');
    await press('Direction', 'Space');
    await press('Tout de suite', 'ArrowRight');
    await tabTo(page, 'Premier jour');
    // The input is valid both for day-first and for month-first fields.
    await page.keyboard.type('12122026');
    expect(await page.getByLabel('Premier jour').inputValue()).toBe('2026-12-12');
    await page.getByText(/^Qui l’aura le 12 décembre\s: \d+ personnes\.$/).waitFor();
    expect((await focusOf(page)).name).toContain('Premier jour');
    await press('Allumer Agenda', 'Enter');
    await page.getByRole('status').getByText('l’outil s’allumera le 12 décembre').waitFor();

    const rules = await installation.host.activations.rules(MOULIN, 'agenda');
    expect(rules.map(({ profiles, groupIds }) => [profiles, groupIds.length])).toEqual([
      [['pupil', 'guardian', 'teacher'], 1],
    ]);
  });

  test('without an answer of the server, the busy state ends and the button works instead', async () => {
    const { page } = await installation.visitor('karim.bensaid');
    await page.goto(`${consoleOf(TROIS_RIVIERES)}&rule=new`);
    await page.route(/part=effect/, (route) => route.abort());
    await page.getByLabel('Direction').click();
    await page.getByRole('button', { name: 'Voir qui l’aura' }).waitFor();
    expect(await page.locator('[aria-busy]').count()).toBe(0);
  });
});

async function chooseDays(page: Page): Promise<void> {
  await page.getByLabel('À partir du').check();
  // The label of the choice, which is as large as its box, leaves the field to the mouse.
  await page.getByLabel('Premier jour').click();
  await page.getByLabel('Premier jour').fill(FROM);
  await page.getByLabel('Jusqu’au').check();
  await page.getByLabel('Dernier jour').fill(UNTIL);
}
