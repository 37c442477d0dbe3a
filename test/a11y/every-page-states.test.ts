// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';

import { describeWith } from '../services/index.js';
import { PAGES } from './every-page-list.js';
import { EveryPageTour, statusOf } from './every-page-tour.js';
import { ADMINISTRATOR, TWO_RULES } from './fill-every-page.js';
import { pageFaults } from './page-faults.js';
import { file } from './sample-files.js';
import { MOULIN } from './sample-installation.js';
import { testOf } from './test-of.js';

describeWith(['chromium'], 'every page, in light and in dark, on a desktop and on a phone', () => {
  const tour = new EveryPageTour();

  for (const page of PAGES.filter(({ login }) => login === undefined)) testOf(page)(page.name, () => tour.lookAt(page));

  test('with more bricks than fit on a phone, the entry of the head is visible and the rest behind « Plus »', async () => {
    const { page } = await tour.made.installation.visitor('odile.ravier');
    await page.goto(`/s/${MOULIN}/`);
    await page.setViewportSize({ width: 360, height: 740 });
    const rail = page.getByRole('navigation', { name: 'Outils', exact: true });
    await expectInSight(rail.getByRole('link', { name: 'École' }));
    const library = rail.getByRole('link', { name: 'Bibliothèque' });
    expect(await library.filter({ visible: true }).count()).toBe(0);
    await rail.getByText('Plus').click();
    await expectInSight(library.filter({ visible: true }));
    expect(await pageFaults(page)).toEqual([]);
    await page.goto(`/s/${MOULIN}/onde-import/`);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectInSight(rail.locator('[aria-current=page]').filter({ visible: true }));
    await page.context().close();
  });

  test('long names of bricks wrap in the rail: in two lines on a phone, and whole on a desktop', async () => {
    const { page } = await tour.made.installation.visitor('lena.dangelo');
    await page.goto(`/s/${MOULIN}/`);
    const rail = page.getByRole('navigation', { name: 'Outils', exact: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const [width, isWhole] of [
        [360, [true, false]],
        [1280, [true, true]],
      ] as const) {
        await page.setViewportSize({ width, height: 740 });
        const names = rail.getByText(/^(Cahier|Photographies)/).filter({ visible: true });
        expect(await names.allTextContents()).toEqual(['Cahier et photos', 'Photographies et enregistrements']);
        const seen = await names.evaluateAll((all) =>
          all.map((name) => {
            const entry = name.closest('li')?.getBoundingClientRect() ?? new DOMRect();
            const line = Number.parseFloat(getComputedStyle(name).lineHeight);
            return {
              fits: name.scrollWidth <= name.clientWidth && name.getBoundingClientRect().width <= entry.width,
              // Letters may reach below their last line.
              isWhole: name.scrollHeight - name.clientHeight < line / 2,
              lines: Math.round(name.clientHeight / line),
            };
          }),
        );
        expect(seen.map(({ fits }) => fits)).toEqual([true, true]);
        expect(seen.map((name) => name.isWhole)).toEqual(isWhole);
        if (width === 360) expect(seen.map(({ lines }) => lines)).toEqual([2, 2]);
      }
    }
    await page.context().close();
  });

  test('the parts of a page keep one gap, whatever they are', async () => {
    const { page } = await tour.visitorFor('odile.ravier');
    const paths = [`/s/${MOULIN}/`, `/admin/s/${MOULIN}/bricks/file-share/people`, '/aide'];
    for (const path of paths) {
      await page.goto(path);
      for (const [width, gap] of [
        [1280, 30],
        [360, 16],
      ] as const) {
        await page.setViewportSize({ width, height: 740 });
        const gaps = await page.evaluate(() => {
          const parts = [...document.querySelectorAll('.v-page > *')].filter((part) => part.clientHeight > 1);
          // Crumbs, the way back, the title and the tabs are one part.
          return parts
            .map((part, index) => ({ part, before: parts[index - 1] }))
            .filter(
              ({ part, before }) =>
                before?.matches('nav:not([class]), .v-outdent') === false && !part.matches('.v-tabs'),
            )
            .map(({ part, before }) =>
              Math.round(part.getBoundingClientRect().top - (before?.getBoundingClientRect().bottom ?? 0)),
            );
        });
        expect([path, width, new Set(gaps)]).toEqual([path, width, new Set([gap])]);
      }
    }
  });

  test('« Arrêter » keeps a distance from the border of its rule', async () => {
    const { page } = await tour.made.installation.visitor('odile.ravier');
    await page.goto(TWO_RULES);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      const gaps = await page.evaluate(() =>
        [...document.querySelectorAll('.v-rule > details > summary')].map(
          (stop) => (stop.closest('li')?.getBoundingClientRect().right ?? 0) - stop.getBoundingClientRect().right,
        ),
      );
      expect(gaps).toHaveLength(2);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
    }
    await page.context().close();
  });

  test('approving a refused plan asks for a reason, then for a confirmation', async () => {
    const { page } = await tour.visitorFor(ADMINISTRATOR);
    await page.goto(`/admin/syncs/${tour.made.plans.refused}`);
    const reason = page.getByLabel('Pourquoi appliquer quand même');
    // The browser itself requires the field; a blank satisfies it.
    await reason.fill(' ');
    await page.getByRole('button', { name: 'Approuver cette lecture…' }).click();
    await page.getByRole('link', { name: 'Écrivez pourquoi' }).waitFor();
    expect(await statusOf(page)).toBe(400);
    expect(await pageFaults(page)).toEqual([]);

    await reason.fill('Le collège déménage.');
    await page.getByRole('button', { name: 'Approuver cette lecture…' }).click();
    await page.getByRole('button', { name: /^Fermer \d+ comptes et appliquer$/ }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });

  test('uploads: renamed, paused, too large and refused; then waiting and in progress', async () => {
    const { page } = await tour.made.installation.visitor('claire.vuillemin');
    const choose = (name: string, bytes = 300): Promise<void> =>
      page.locator('input[type=file]').setInputFiles(file(name, bytes));
    const untilShown = (state: string): Promise<void> => page.locator(`[data-state=${state}]:visible`).waitFor();
    await page.goto(tour.made.space);
    for (const name of ['Déposé.pdf', 'Déposé.pdf']) {
      await choose(name);
      await page.locator('[data-upload-fold]:visible').waitFor();
    }
    await page.locator('[data-upload-fold]', { hasText: 'Déposé (2).pdf' }).waitFor();
    await choose('Trop lourd.zip', 21_000);
    await untilShown('tooLarge');
    await page.route(/\/uploads\//, (route) => route.fulfill({ status: 500 }));
    await choose('Refusé.odt');
    await untilShown('refused');
    await page.unrouteAll();
    await page.route(/\/uploads\//, (route) => route.abort());
    await choose('Coupé en route, avec un nom qui est bien plus long que ce qui tient sur une ligne de téléphone.mp4');
    await untilShown('paused');
    expect(await page.locator('[data-state]:visible').count()).toBe(3);
    expect(await pageFaults(page)).toEqual([]);

    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(tour.made.space);
    await page.unrouteAll();
    await page.route(/\/uploads\//, () => undefined);
    await choose('En chemin.pdf');
    await choose('En attente.pdf');
    await untilShown('sending');
    await untilShown('waiting');
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('a file too large for the plain form', async () => {
    const { page } = await tour.made.installation.visitor('claire.vuillemin');
    // Axe needs scripts, so only the brick's own script is blocked.
    await page.route(/upload\.js/, (route) => route.abort());
    await page.goto(tour.made.space);
    await page.getByLabel('Fichiers à déposer').setInputFiles(file('Trop lourd.zip', 21_000));
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByRole('heading', { name: 'Cet envoi est trop lourd' }).waitFor();

    expect(await statusOf(page)).toBe(413);
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });
});

async function expectInSight(locator: Locator): Promise<void> {
  const box = await locator.boundingBox();
  const isInside = box !== null && box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740;
  expect([await locator.count(), isInside]).toEqual([1, true]);
}
