// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { testFolder } from '@volee/core-adapter/testing';
import type { Page } from 'playwright-core';

import { beginningOfLastYear } from '../envole-box/index.js';
import { LivretUser } from '../e2e/livret-user.js';
import { describeWith, launchFirefox } from '../services/index.js';
import { tellUntilJune, tellUntilNovember } from './livret-story.js';
import { openSampleInstallation, TILLEULS, TROIS_RIVIERES, type SampleInstallation } from './sample-installation.js';

const NOW = new Date('2026-11-24T08:40:00Z');
const run = promisify(execFile);

interface PrintedPage {
  readonly name: string;
  readonly login: string;
  readonly uai?: string;
  /** Links that lead there from the first page of the livret. */
  readonly links: readonly (string | RegExp)[];
  /** Words on the first sheet, in a regular weight: the words of a bold variable font cannot be read from a PDF of Firefox. */
  readonly first: RegExp;
}

const PAGES: readonly PrintedPage[] = [
  {
    name: 'a grid',
    login: 'claire.vuillemin',
    links: ['Ouvrir la grille'],
    first: /Partiellement\s+atteints/,
  },
  {
    name: 'a bilan to write',
    login: 'claire.vuillemin',
    links: ['Ouvrir la grille', 'Inès Renaud'],
    first: /Brouillon/,
  },
  { name: 'a class of 6e', login: 'stephane.racine', uai: TROIS_RIVIERES, links: [/6e A/], first: /En attente/ },
  {
    name: 'a livret in 6e, of a guardian',
    login: 'sophie.renaud',
    uai: TROIS_RIVIERES,
    links: [/^Lire/],
    first: /Tilleuls/,
  },
];

describeWith(['firefox', 'pdftotext'], 'printed from Firefox', () => {
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation({
      ...{ now: beginningOfLastYear(NOW), hasLivret: true },
      launch: launchFirefox,
    });
    await tellUntilJune({ ...installation, now: NOW });
    await tellUntilNovember({ ...installation, now: NOW });
  }, 300_000);
  afterAll(() => installation?.stop());

  test.each(PAGES)(
    '$name begins on the first sheet, without the rail',
    async ({ login, uai = TILLEULS, links, first }) => {
      const user = new LivretUser(await installation.visitor(login), uai);
      await user.open('/');
      for (const link of links) await user.follow(link);
      const sheet = await firstSheet(user.page);
      expect(sheet).toMatch(first);
      expect(sheet).not.toContain('Accueil');
    },
  );

  test('the portal of a teacher begins on the first sheet, without the buttons', async () => {
    const { page } = await installation.visitor('claire.vuillemin');
    await page.goto(`/s/${TILLEULS}/`);
    const sheet = await firstSheet(page);
    expect(sheet).toMatch(/Rien ne vous attend/);
    expect(sheet).not.toContain('Compléter');
  });
});

/** @returns the words on the first of the printed sheets (A4, for which Playwright takes the centimetres of Firefox as inches) */
async function firstSheet(page: Page): Promise<string> {
  const path = join(testFolder(), 'printed.pdf');
  await page.pdf({ path, width: `${21 * 2.54}cm`, height: `${29.7 * 2.54}cm` });
  const { stdout } = await run('pdftotext', ['-l', '1', path, '-']);
  return stdout;
}
