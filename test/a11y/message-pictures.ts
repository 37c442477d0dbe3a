// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import type { Picture } from './pictures.js';
import { TILLEULS } from './sample-installation.js';

const MAIL = `/s/${TILLEULS}/messaging`;

/** The recipients: a colleague has the message at once, and the families when their quiet hours are over. */
const TO_FAMILIES = { guardiansOf: ['CM1-CM2'], persons: ['mathieu.grosjean'] };

const WHY_PAUSED = 'Des messages méchants ont circulé. On en parle en classe, et on reprend vendredi.';

/** The pictures of messages. The last one stops them for pupils. */
export const MESSAGES: readonly Picture[] = [
  { name: 'messages-inbox', login: 'claire.vuillemin', path: `${MAIL}/`, whole: false },
  {
    name: 'messages-thread-dark',
    login: 'claire.vuillemin',
    path: async ({ week }) => MAIL + (await week.copyPath('museum', 'claire.vuillemin')),
    phone: true,
    dark: true,
  },
  {
    name: 'messages-write',
    login: 'claire.vuillemin',
    path: async ({ week }) => MAIL + (await week.writePath(TILLEULS, TO_FAMILIES)),
    hour: '18:12',
    before: (page) =>
      write(page, 'Photos du cross', 'Bonsoir à tous,\n\nles photos du cross sont sur le mur de la classe.'),
  },
  {
    name: 'messages-write-parent',
    login: 'sophie.renaud',
    path: async ({ week }) => MAIL + (await week.writePath(TILLEULS, { persons: ['claire.vuillemin'] })),
    phone: true,
    whole: true,
    hour: '19:04',
    before: (page) =>
      write(page, 'Le goûter du musée', 'Bonsoir, puis-je apporter des clémentines pour tout le monde\u00a0?'),
  },
  { name: 'messages-moderation', login: 'claire.vuillemin', path: `${MAIL}/reviews`, before: tickTwo },
  { name: 'messages-rules', login: 'mathieu.grosjean', path: `${MAIL}/rules` },
  {
    name: 'messages-report',
    login: 'mathieu.grosjean',
    path: async ({ week }) => MAIL + (await week.reportPath('no-more-friend')),
  },
  { name: 'messages-child', login: 'ines.renaud', path: `${MAIL}/` },
  { name: 'messages-child-write', login: 'ines.renaud', path: `${MAIL}/write`, phone: true, whole: true },
  {
    name: 'messages-pause',
    login: 'ines.renaud',
    path: `${MAIL}/`,
    prepare: ({ week }) => week.pausePupils(TILLEULS, 'mathieu.grosjean', WHY_PAUSED, '2026-11-27'),
  },
];

async function write(page: Page, subject: string, body: string): Promise<void> {
  await page.getByLabel('Objet').fill(subject);
  await page.locator('textarea[name=body]').fill(body);
}

/** Ticks two of the messages that wait. */
async function tickTwo(page: Page): Promise<void> {
  for (const index of [0, 2]) await page.locator('main').getByRole('checkbox').nth(index).check();
}
