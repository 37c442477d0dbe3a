// SPDX-License-Identifier: EUPL-1.2
// Takes the pictures of the documentation: node test/dist/a11y/take-screenshots.js [folder] [beginning of names], in the repository.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';

import ondeImport from '@volee/onde-import';

import { beginningOfLastYear, fillWeek } from '../envole-box/index.js';
import type { Visitor } from '../e2e/visitor.js';
import { launchWholeChromium } from '../services/index.js';
import { DRIVES } from './drive-pictures.js';
import { tellDrive } from './drive-story.js';
import { LIVRETS_IN_JUNE, LIVRETS_IN_NOVEMBER } from './livret-pictures.js';
import { tellUntilJune, tellUntilNovember } from './livret-story.js';
import { neighbourBricks } from './neighbour-bricks.js';
import { nameTwice } from './name-twice.js';
import { ADMINISTRATOR, PICTURES, PLANS, SPACE, type Made, type Picture, type Shot } from './pictures.js';
import { deposit, file } from './sample-files.js';
import {
  MOULIN,
  openSampleInstallation,
  TILLEULS,
  TROIS_RIVIERES,
  type SampleInstallation,
} from './sample-installation.js';
import { makePlans, type SamplePlans } from './sample-plans.js';

/** The files given to the class, oldest first, with their dates. */
const DEPOSITS = [
  { at: '2026-11-16T12:40:00Z', name: 'Évaluation du 27, révisions.odt', bytes: 86_000 },
  { at: '2026-11-17T08:12:00Z', name: 'La chanson du magma.mp3', bytes: 4_120_000 },
  { at: '2026-11-19T15:31:00Z', name: 'Carte des volcans d’Auvergne.png', bytes: 3_380_000 },
  { at: '2026-11-20T10:05:00Z', name: 'Sortie au musée, autorisation.pdf', bytes: 212_000 },
  { at: '2026-11-23T16:10:00Z', name: 'Leçon 4, les éruptions.pdf', bytes: 1_240_000 },
  { at: '2026-11-24T07:52:00Z', name: 'Exposé, comment faire.odp', bytes: 940_000 },
  { at: '2026-11-24T08:31:00Z', name: 'Fiche séismes.pdf', bytes: 640_000 },
];

const NOW = new Date('2026-11-24T08:40:00Z');

const folder = resolve(argv[2] ?? join('docs', 'images'));
const beginning = argv[3] ?? '';
const isAsked = ({ name }: Shot | Picture): boolean => name.startsWith(beginning);
await mkdir(folder, { recursive: true });
if (PICTURES.some(isAsked)) await takePictures();
if ([...LIVRETS_IN_JUNE, ...LIVRETS_IN_NOVEMBER].some(isAsked)) await takeLivrets();
if (DRIVES.some(isAsked)) await takeDrives();

async function takePictures(): Promise<void> {
  const installation = await openSampleInstallation({
    now: new Date('2026-11-03T07:45:00Z'),
    bricks: [...neighbourBricks, ondeImport],
    hasMessages: true,
    launch: launchWholeChromium,
  });
  try {
    await fillSpace(installation);
    await switchBricks(installation);
    await nameTwice(installation);
    const week = await fillWeek({ ...installation, now: installation.clock.now() });
    if (!week) throw new Error('the sample installation has messages');
    let plans: SamplePlans | undefined;
    for (const picture of PICTURES.filter(isAsked)) {
      // The plans are made only before the pictures that show them: no plan may be pending on other pages of the platform.
      if (PLANS.includes(picture)) plans ??= await makePlans(installation.host);
      const made: Made = { ...(plans ?? { planned: 0, refused: 0 }), week };
      await picture.prepare?.(made);
      const path = typeof picture.path === 'string' ? picture.path : await picture.path(made);
      await take(installation, { ...picture, path });
    }
  } finally {
    await installation.stop();
  }
}

/** The livrets have an installation of their own: their story begins a school year before. */
async function takeLivrets(): Promise<void> {
  const installation = await openSampleInstallation({
    now: beginningOfLastYear(NOW),
    hasLivret: true,
    launch: launchWholeChromium,
  });
  try {
    const story = { ...installation, now: NOW };
    await tellUntilJune(story);
    for (const shot of LIVRETS_IN_JUNE.filter(isAsked)) await take(installation, shot);
    await tellUntilNovember(story);
    for (const shot of LIVRETS_IN_NOVEMBER.filter(isAsked)) await take(installation, shot);
  } finally {
    await installation.stop();
  }
}

/** Folders and works begin in the last school year, too. */
async function takeDrives(): Promise<void> {
  const installation = await openSampleInstallation({
    now: beginningOfLastYear(NOW),
    hasLastYear: true,
    launch: launchWholeChromium,
  });
  try {
    await tellDrive({ ...installation, now: NOW });
    for (const shot of DRIVES.filter(isAsked)) await take(installation, shot);
  } finally {
    await installation.stop();
  }
}

async function fillSpace({ clock, visitor }: SampleInstallation): Promise<void> {
  const claire: Visitor = await visitor('claire.vuillemin');
  for (const { at, name, bytes } of DEPOSITS) {
    clock.set(new Date(at));
    // The session has expired after some days; the SSO session is still open, so this visit opens a new session.
    await claire.open(SPACE);
    await deposit(claire, new URL(claire.page.url()).pathname, [file(name, bytes)]);
  }
  clock.set(NOW);
  await claire.page.context().close();
}

/** Applies the heads' decisions, and appoints an administrator of the platform. */
async function switchBricks({
  host: { activations, administrators, directory },
  clock,
}: SampleInstallation): Promise<void> {
  const mathieu = (await directory.personByLogin('ldap', 'mathieu.grosjean'))?.id ?? 'cli';
  const odile = (await directory.personByLogin('ldap', 'odile.ravier'))?.id ?? 'cli';
  await administrators.grant(ADMINISTRATOR, null, 'cli');
  await activations.enable(TILLEULS, 'agenda', mathieu);
  await activations.enable(MOULIN, 'agenda', odile);
  await activations.enable(MOULIN, 'library', odile);
  await activations.disable(MOULIN, 'library', odile);
  await activations.enable(TROIS_RIVIERES, 'agenda', 'cli');
  await activations.enable(TILLEULS, 'onde-import', mathieu);
  clock.advance(3_600_000);
}

async function take(
  installation: SampleInstallation,
  { name, login, path, phone = false, whole = !phone, dark = false, hour, before }: Shot,
): Promise<void> {
  const now = installation.clock.now();
  if (hour !== undefined) installation.clock.set(new Date(`2026-11-24T${hour}:00Z`));
  const { page } = await installation.visitor(login, {
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await before?.(page);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  // Moves content that is fixed to the lower edge of the screen to the end of the page.
  if (whole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: phone ? 360 : 1280, height });
  }
  const png = join(folder, `${name}.png`);
  // On a phone the bricks are at the lower edge of the screen, not of the page.
  await page.screenshot({ path: png, fullPage: whole });
  await page.context().close();
  installation.clock.set(now);
  console.log(png);
}
