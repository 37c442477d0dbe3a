// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import type { Shot } from './pictures.js';
import { TILLEULS, TROIS_RIVIERES } from './sample-installation.js';

const LIVRET = `/s/${TILLEULS}/livret-bridge`;
const LIVRET_IN_6E = `/s/${TROIS_RIVIERES}/livret-bridge`;

/** Pictures of June, before the collège has answered. */
export const LIVRETS_IN_JUNE: readonly Shot[] = [
  { name: 'livret-hand-over', login: 'mathieu.grosjean', path: `${LIVRET}/hand-over` },
  { name: 'livret-arrivals', login: 'karim.bensaid', path: `${LIVRET_IN_6E}/arrivals` },
  {
    name: 'livret-parent',
    login: 'sophie.renaud',
    path: `${LIVRET}/`,
    phone: true,
    whole: true,
    before: follow(/^Lire/),
  },
  {
    name: 'livret-pupil',
    login: 'ines.renaud',
    path: `${LIVRET}/`,
    phone: true,
    whole: true,
    before: follow(/trimestre/),
  },
];

/** Pictures of November, in the next school year. */
export const LIVRETS_IN_NOVEMBER: readonly Shot[] = [
  { name: 'livret-grid', login: 'claire.vuillemin', path: `${LIVRET}/`, before: follow('Ouvrir la grille') },
  {
    name: 'livret-bilan',
    login: 'claire.vuillemin',
    path: `${LIVRET}/`,
    whole: false,
    before: follow('Ouvrir la grille', 'Jade Courtot'),
  },
  { name: 'livret-board', login: 'mathieu.grosjean', path: `${LIVRET}/board` },
  { name: 'livret-6e', login: 'stephane.racine', path: `${LIVRET_IN_6E}/`, dark: true, before: follow(/6e A/) },
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
