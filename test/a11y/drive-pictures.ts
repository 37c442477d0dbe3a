// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import type { Shot } from './pictures.js';
import { TILLEULS } from './sample-installation.js';

const DRIVE = `/s/${TILLEULS}/file-share`;
const CLAIRE = 'claire.vuillemin';
const VOLCANOES = /^Exposé sur les volcans/;

/** The pictures of folders and works. */
export const DRIVES: readonly Shot[] = [
  { name: 'files-folder', login: CLAIRE, path: `${DRIVE}/files`, before: follow('Sciences') },
  {
    name: 'files-folder-dark',
    login: CLAIRE,
    path: `${DRIVE}/files`,
    phone: true,
    whole: true,
    dark: true,
    before: follow('Sciences'),
  },
  { name: 'files-readers', login: CLAIRE, path: `${DRIVE}/files`, before: follow('Sciences', 'Changer qui voit') },
  { name: 'files-move', login: CLAIRE, path: `${DRIVE}/files`, before: moveTwo },
  { name: 'files-trash', login: CLAIRE, path: `${DRIVE}/own`, before: follow(/corbeille/i) },
  { name: 'works-teacher', login: CLAIRE, path: `${DRIVE}/works` },
  { name: 'works-new', login: CLAIRE, path: `${DRIVE}/works`, before: follow(/^Plan de la cour/, 'Modifier') },
  {
    name: 'works-give-back',
    login: CLAIRE,
    path: `${DRIVE}/works`,
    before: follow(VOLCANOES, 'Corriger Inès Renaud'),
  },
  { name: 'works-pupil', login: 'ines.renaud', path: `${DRIVE}/works`, phone: true, whole: true },
  {
    name: 'works-hand-in',
    login: 'ines.renaud',
    path: `${DRIVE}/works`,
    phone: true,
    whole: true,
    before: follow(/Gaulois/),
  },
  { name: 'works-parent', login: 'sophie.renaud', path: `${DRIVE}/works` },
];

/** Follows links, one page after another, by words in them. */
function follow(...links: readonly (string | RegExp)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const name of links) {
      const loaded = page.waitForEvent('load');
      await page.locator('main').getByRole('link', { name }).first().click();
      await loaded;
    }
  };
}

/** Ticks two files, and stops before the last click that moves them to the families. */
async function moveTwo(page: Page): Promise<void> {
  await follow('Sciences')(page);
  for (const name of ['Leçon 4, les éruptions.pdf', 'Carte des volcans d’Auvergne.png']) {
    await page.getByRole('checkbox', { name }).check();
  }
  for (const name of ['Déplacer', /Pour les familles/]) {
    const loaded = page.waitForEvent('load');
    await page.locator('main').getByRole('button', { name }).first().click();
    await loaded;
  }
}
