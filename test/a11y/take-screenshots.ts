// SPDX-License-Identifier: EUPL-1.2
// Takes the pictures of the documentation: node test/dist/a11y/take-screenshots.js [folder], in the repository.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';

import type { Page } from 'playwright-core';

import { uploadSpeed } from '../e2e/upload-speed.js';
import type { Visitor } from '../e2e/visitor.js';
import { deposit, file } from './sample-files.js';
import { openSampleHouse, TILLEULS, type SampleHouse } from './sample-house.js';

interface Picture {
  readonly name: string;
  /** Who looks; nobody when it is absent. */
  readonly login?: string;
  readonly path: string;
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** What happens on the page before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
}

const PORTAL = `/s/${TILLEULS}/`;
const SPACE = `/s/${TILLEULS}/file-share/`;

/** Those that change something come last. */
const PICTURES: readonly Picture[] = [
  { name: 'login', path: '/' },
  { name: 'portal-teacher', login: 'claire.vuillemin', path: PORTAL },
  { name: 'portal-teacher-dark', login: 'claire.vuillemin', path: PORTAL, dark: true },
  { name: 'portal-pupil', login: 'ines.renaud', path: PORTAL },
  { name: 'portal-parent', login: 'sophie.renaud', path: PORTAL, phone: true },
  { name: 'school-bricks', login: 'mathieu.grosjean', path: `/admin/s/${TILLEULS}/bricks` },
  { name: 'files-teacher-dark', login: 'claire.vuillemin', path: SPACE, dark: true },
  { name: 'files-pupil', login: 'ines.renaud', path: SPACE, phone: true },
  { name: 'files-teacher', login: 'claire.vuillemin', path: SPACE, before: beginUploads },
];

/** What the class has been given, the oldest first: when, and what. */
const DEPOSITS = [
  { at: '2026-11-16T12:40:00Z', name: 'Évaluation du 27, révisions.odt', bytes: 86_000 },
  { at: '2026-11-17T08:12:00Z', name: 'La chanson du magma.mp3', bytes: 4_120_000 },
  { at: '2026-11-19T15:31:00Z', name: 'Carte des volcans d’Auvergne.png', bytes: 3_380_000 },
  { at: '2026-11-20T10:05:00Z', name: 'Sortie au musée, autorisation.pdf', bytes: 212_000 },
  { at: '2026-11-23T16:10:00Z', name: 'Leçon 4, les éruptions.pdf', bytes: 1_240_000 },
  { at: '2026-11-24T07:52:00Z', name: 'Exposé, comment faire.odp', bytes: 940_000 },
  { at: '2026-11-24T08:31:00Z', name: 'Fiche séismes.pdf', bytes: 640_000 },
];

const folder = resolve(argv[2] ?? join('docs', 'images'));
const house = await openSampleHouse({ now: new Date('2026-11-03T07:45:00Z') });
try {
  await mkdir(folder, { recursive: true });
  await fillSpace(house);
  for (const picture of PICTURES) await take(picture);
} finally {
  await house.stop();
}

async function fillSpace({ clock, visitor }: SampleHouse): Promise<void> {
  const claire: Visitor = await visitor('claire.vuillemin');
  for (const { at, name, bytes } of DEPOSITS) {
    clock.set(new Date(at));
    // Days have gone by and her session with them: the SSO still knows her, and this visit opens another one.
    await claire.open(SPACE);
    await deposit(claire, new URL(claire.page.url()).pathname, [file(name, bytes)]);
  }
  clock.set(new Date('2026-11-24T08:40:00Z'));
  await claire.page.context().close();
}

async function take({ name, login, path, phone = false, dark = false, before }: Picture): Promise<void> {
  const { page } = await house.visitor(login, {
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await before?.(page);
  const png = join(folder, `${name}.png`);
  // On a phone the bricks lie at the lower edge of the screen, not of the page.
  await page.screenshot({ path: png, fullPage: !phone });
  await page.context().close();
  console.log(png);
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
