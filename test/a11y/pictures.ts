// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import { uploadSpeed } from '../e2e/upload-speed.js';
import type { Week } from '../envole-box/index.js';
import { MESSAGES } from './message-pictures.js';
import { file } from './sample-files.js';
import { TILLEULS } from './sample-installation.js';
import { guardiansFile, handOver, ONDE, ownPupilsFile, pupilsFile } from './sample-onde.js';
import type { SamplePlans } from './sample-plans.js';

/** Contents of the pictures besides those of the directory. */
export interface Made extends SamplePlans {
  readonly week: Week;
}

/** A screenshot of the documentation. */
export interface Picture {
  readonly name: string;
  /** The user who opens the page; absent for a visitor without a login. */
  readonly login?: string;
  readonly path: string | ((made: Made) => string | Promise<string>);
  readonly phone?: boolean;
  /** The whole page instead of the viewport. */
  readonly whole?: boolean;
  readonly dark?: boolean;
  /** The hour at which the picture is taken, in UTC; otherwise in the morning. */
  readonly hour?: string;
  /** Steps before the page is opened. */
  readonly prepare?: (made: Made) => Promise<void>;
  /** Steps on the page before the screenshot. */
  readonly before?: (page: Page) => Promise<void>;
}

/** A picture that shows only what the installation holds. */
export interface Shot extends Omit<Picture, 'path' | 'prepare'> {
  readonly path: string;
}

const PORTAL = `/s/${TILLEULS}/`;
export const SPACE = `/s/${TILLEULS}/file-share/files`;
const CONSOLE = `/admin/s/${TILLEULS}/bricks?brick=class-blog`;
const TOKENS = '/account/tokens';
const PEOPLE = `/admin/s/${TILLEULS}/bricks/file-share/people`;
export const ADMINISTRATOR = 'claire.vuillemin';

const PLANNED = ({ planned }: SamplePlans): string => `/admin/syncs/${planned}`;
const REFUSED = ({ refused }: SamplePlans): string => `/admin/syncs/${refused}`;

/** From here on two runs of the directory wait for a decision. */
export const PLANS: readonly Picture[] = [
  { name: 'platform-waiting', login: ADMINISTRATOR, path: '/admin/' },
  { name: 'sync-planned', login: ADMINISTRATOR, path: PLANNED },
  { name: 'sync-planned-dark', login: ADMINISTRATOR, path: PLANNED, phone: true, whole: true, dark: true },
  { name: 'sync-refused', login: ADMINISTRATOR, path: REFUSED, whole: false },
  { name: 'sync-refused-dark', login: ADMINISTRATOR, path: REFUSED, whole: false, dark: true },
  {
    name: 'sync-refused-phone',
    login: ADMINISTRATOR,
    path: (plans) => `${REFUSED(plans)}?q=renaud`,
    phone: true,
    whole: true,
  },
  { name: 'sync-confirm', login: ADMINISTRATOR, path: REFUSED, before: approve },
  { name: 'sync-confirm-dark', login: ADMINISTRATOR, path: REFUSED, phone: true, dark: true, before: approve },
];

/** All pictures of `docs/images`. Those with side effects come last. */
export const PICTURES: readonly Picture[] = [
  { name: 'login', path: '/' },
  { name: 'portal-teacher', login: 'claire.vuillemin', path: PORTAL },
  { name: 'portal-teacher-dark', login: 'claire.vuillemin', path: PORTAL, dark: true },
  { name: 'portal-pupil', login: 'ines.renaud', path: PORTAL },
  { name: 'portal-parent', login: 'sophie.renaud', path: PORTAL, phone: true },
  { name: 'help-pupil', login: 'ines.renaud', path: '/aide', whole: true },
  { name: 'help-parent', login: 'sophie.renaud', path: '/aide', phone: true, whole: true },
  { name: 'own-data', login: 'sophie.renaud', path: '/mes-donnees', phone: true },
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
  { name: 'tokens', login: 'claire.vuillemin', path: TOKENS, before: makeTokens },
  { name: 'tokens-dark', login: 'claire.vuillemin', path: TOKENS, phone: true, whole: true, dark: true },
  { name: 'onde-upload', login: 'mathieu.grosjean', path: ONDE },
  { name: 'onde-preview', login: 'mathieu.grosjean', path: ONDE, before: previewImport },
  {
    name: 'onde-preview-dark',
    login: 'mathieu.grosjean',
    path: ONDE,
    phone: true,
    whole: true,
    dark: true,
    before: previewImport,
  },
  { name: 'onde-held', login: 'mathieu.grosjean', path: ONDE, before: importAndHold },
  { name: 'files-teacher', login: 'claire.vuillemin', path: SPACE, before: beginUploads },
  ...MESSAGES,
  ...PLANS,
];

async function approve(page: Page): Promise<void> {
  await page.getByLabel('Pourquoi appliquer quand même').fill('Le collège a fermé ses classes de 6e.');
  await page.getByRole('button', { name: 'Approuver cette lecture…' }).click();
  await page.getByRole('heading', { name: /^Appliquer la lecture/ }).waitFor();
}

async function makeTokens(page: Page): Promise<void> {
  for (const name of ['Sauvegarde du dimanche', 'Ordinateur de la classe']) {
    await page.getByLabel('Nom', { exact: true }).fill(name);
    await page.getByLabel('Fichiers').check();
    await page.getByRole('button', { name: 'Créer l’accès' }).click();
    await page.getByRole('link', { name: 'C’est copié' }).click();
    await page.getByRole('heading', { name: 'Vos accès' }).waitFor();
  }
}

async function compareFirst(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Comparer(?! deux)/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Est-ce la même personne' }).waitFor();
}

async function chooseTwoClasses(page: Page): Promise<void> {
  await page.getByLabel('Seulement ces classes ou groupes').check();
  for (const name of [/^CM1/, /^CM2/]) await page.getByRole('checkbox', { name }).first().check();
  await page.getByLabel('Personnel').uncheck();
  await page.getByLabel('À partir du').check();
  await page.getByLabel('Premier jour').fill('2027-01-04');
  await page.getByLabel('Jusqu’au').check();
  await page.getByLabel('Dernier jour').fill('2027-07-02');
  await page.getByRole('heading', { name: /Qui l’aura le 4 janvier/ }).waitFor();
}

function previewImport(page: Page): Promise<void> {
  return handOver(page, ownPupilsFile());
}

/** Imports the whole school, and then a part of it, which the guard holds. */
async function importAndHold(page: Page): Promise<void> {
  await handOver(page, pupilsFile(), guardiansFile());
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Importer', exact: true }).click()]);
  await page.goto(ONDE);
  await handOver(page, pupilsFile(0.4), guardiansFile());
}

/** One finished upload, and one that stays in progress during the screenshot. */
async function beginUploads(page: Page): Promise<void> {
  const input = page.locator('input[type=file]');
  await input.setInputFiles(file('Photos de la sortie.zip', 8_200_000));
  await page.locator('[data-upload-fold]:visible').waitFor();
  const setSpeed = await uploadSpeed(page);
  await setSpeed(4_000_000);
  await input.setInputFiles(file('Éruption en Islande.mp4', 38_000_000));
  await page.waitForFunction(
    () => (document.querySelector<HTMLProgressElement>('progress:not([hidden])')?.value ?? 0) > 55,
  );
}
