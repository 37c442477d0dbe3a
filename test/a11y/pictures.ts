// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import { uploadSpeed } from '../e2e/upload-speed.js';
import { file } from './sample-files.js';
import { TILLEULS } from './sample-house.js';

/** A picture of the documentation. */
export interface Picture {
  readonly name: string;
  /** Who looks; nobody when it is absent. */
  readonly login?: string;
  readonly path: string;
  readonly phone?: boolean;
  /** The whole length of the page on a phone. */
  readonly whole?: boolean;
  readonly dark?: boolean;
  /** What happens on the page before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
}

const PORTAL = `/s/${TILLEULS}/`;
export const SPACE = `/s/${TILLEULS}/file-share/`;
const CONSOLE = `/admin/s/${TILLEULS}/bricks?brick=class-blog`;
const PEOPLE = `/admin/s/${TILLEULS}/bricks/file-share/people`;
export const ADMINISTRATOR = 'claire.vuillemin';

/** All of `docs/images`. Those that change something come last. */
export const PICTURES: readonly Picture[] = [
  { name: 'login', path: '/' },
  { name: 'portal-teacher', login: 'claire.vuillemin', path: PORTAL },
  { name: 'portal-teacher-dark', login: 'claire.vuillemin', path: PORTAL, dark: true },
  { name: 'portal-pupil', login: 'ines.renaud', path: PORTAL },
  { name: 'portal-parent', login: 'sophie.renaud', path: PORTAL, phone: true },
  { name: 'school-console', login: 'mathieu.grosjean', path: CONSOLE },
  { name: 'school-console-choice', login: 'mathieu.grosjean', path: CONSOLE, before: chooseTwoClasses },
  {
    name: 'school-console-choice-dark',
    login: 'mathieu.grosjean',
    path: CONSOLE,
    phone: true,
    whole: true,
    dark: true,
    before: chooseTwoClasses,
  },
  { name: 'school-console-people', login: 'mathieu.grosjean', path: PEOPLE },
  { name: 'platform', login: ADMINISTRATOR, path: '/admin/' },
  { name: 'platform-schools', login: ADMINISTRATOR, path: '/admin/schools' },
  { name: 'platform-bricks', login: ADMINISTRATOR, path: '/admin/bricks' },
  { name: 'platform-syncs', login: ADMINISTRATOR, path: '/admin/syncs' },
  { name: 'platform-homonyms', login: ADMINISTRATOR, path: '/admin/homonyms' },
  { name: 'platform-homonym', login: ADMINISTRATOR, path: '/admin/homonyms', before: compareFirst },
  {
    name: 'platform-homonym-dark',
    login: ADMINISTRATOR,
    path: '/admin/homonyms',
    phone: true,
    whole: true,
    dark: true,
    before: compareFirst,
  },
  { name: 'platform-administrators', login: ADMINISTRATOR, path: '/admin/administrators' },
  { name: 'platform-audit', login: ADMINISTRATOR, path: '/admin/audit' },
  { name: 'platform-audit-dark', login: ADMINISTRATOR, path: '/admin/audit', phone: true, dark: true },
  { name: 'files-teacher-dark', login: 'claire.vuillemin', path: SPACE, dark: true },
  { name: 'files-pupil', login: 'ines.renaud', path: SPACE, phone: true },
  { name: 'files-teacher', login: 'claire.vuillemin', path: SPACE, before: beginUploads },
];

async function compareFirst(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Comparer/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Est-ce la même personne' }).waitFor();
}

async function chooseTwoClasses(page: Page): Promise<void> {
  await page.getByLabel('Seulement ces classes ou groupes').check();
  for (const name of [/^CM1/, /^CM2/]) await page.getByRole('checkbox', { name }).first().check();
  await page.getByLabel('Personnel').uncheck();
  await page.getByLabel('À partir du').fill('2027-01-04');
  await page.getByLabel('Jusqu’au').fill('2027-07-02');
  await page.getByRole('heading', { name: /Qui l’aura le 4 janvier/ }).waitFor();
}

/** One file that has arrived, and one that is on its way for as long as a picture takes. */
async function beginUploads(page: Page): Promise<void> {
  const input = page.locator('input[type=file]');
  await input.setInputFiles(file('Photos de la sortie.zip', 8_200_000));
  await page.locator('[data-state=done]:visible').waitFor();
  const setSpeed = await uploadSpeed(page);
  await setSpeed(4_000_000);
  await input.setInputFiles(file('Éruption en Islande.mp4', 38_000_000));
  await page.waitForFunction(
    () => (document.querySelector<HTMLProgressElement>('progress:not([hidden])')?.value ?? 0) > 55,
  );
}
