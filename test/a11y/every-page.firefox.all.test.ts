// SPDX-License-Identifier: EUPL-1.2
import {
  beginningOfLastYear,
  beginningOfThisYear,
  beginningOfWeek,
  fillThisYear,
  fillWeek,
} from '../envole-box/index.js';
import { PageUser } from '../e2e/page-user.js';
import type { Visitor } from '../e2e/visitor.js';
import { describeWith, launchFirefox } from '../services/index.js';
import { tellDrive } from './drive-story.js';
import { watchConsole } from './every-page-tour.js';
import { pageFaults, sidewaysAt320 } from './page-faults.js';
import { openSampleInstallation, TILLEULS, type SampleInstallation } from './sample-installation.js';

const NOW = new Date('2026-11-24T08:40:00Z');

/** Colours and sizes must stand still while axe looks. */
const STILL = { 'ui.prefersReducedMotion': 1 };

interface FirefoxPage {
  readonly login: string;
  readonly path: string;
  /** Links that lead on from there, by words in them. */
  readonly links?: readonly (string | RegExp)[];
}

/** One page of each kind: the suites of Chromium look at all of them. */
const PAGES: readonly FirefoxPage[] = [
  { login: 'claire.vuillemin', path: '/' },
  { login: 'claire.vuillemin', path: '/messaging/' },
  { login: 'claire.vuillemin', path: '/messaging/write' },
  { login: 'claire.vuillemin', path: '/messaging/reviews' },
  { login: 'claire.vuillemin', path: '/file-share/files' },
  { login: 'claire.vuillemin', path: '/file-share/works' },
  { login: 'claire.vuillemin', path: '/file-share/works', links: ['Donner un travail'] },
  { login: 'claire.vuillemin', path: '/file-share/works', links: [/^Exposé sur les volcans/, 'Corriger Inès Renaud'] },
  { login: 'claire.vuillemin', path: '/livret-bridge/', links: ['Ouvrir la grille'] },
  { login: 'claire.vuillemin', path: '/livret-bridge/', links: ['Ouvrir la grille', 'Inès Renaud'] },
  { login: 'claire.vuillemin', path: '/../../account' },
  { login: 'mathieu.grosjean', path: '/livret-bridge/board' },
  { login: 'mathieu.grosjean', path: '/messaging/rules/pause' },
  { login: 'mathieu.grosjean', path: '/../../admin/s/0399001X/bricks?brick=file-share' },
  { login: 'ines.renaud', path: '/' },
  { login: 'ines.renaud', path: '/messaging/write' },
  { login: 'ines.renaud', path: '/file-share/files' },
  { login: 'ines.renaud', path: '/file-share/works', links: [/Gaulois/] },
  { login: 'sophie.renaud', path: '/' },
  { login: 'sophie.renaud', path: '/../../enfants/file-share' },
  { login: 'sophie.renaud', path: '/../../aide' },
];

function nameOf({ login, path, links = [] }: FirefoxPage): string {
  return [path, ...links].map(String).join(', ') + `, of ${login}`;
}

describeWith(['firefox'], 'pages in Firefox, in light and in dark, on a desktop and on a phone', () => {
  const visitors = new Map<string, Visitor>();
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation({
      ...{ now: beginningOfLastYear(NOW), hasLivret: true, hasMessages: true },
      launch: () => launchFirefox(STILL),
    });
    const story = { ...installation, now: NOW };
    const begun = beginningOfWeek(NOW);
    await tellDrive(story);
    installation.clock.set(beginningOfThisYear(NOW));
    await fillThisYear(story, begun);
    installation.clock.set(begun);
    await fillWeek(story);
  }, 300_000);
  afterAll(() => installation?.stop());

  test.each(PAGES.map((page) => [nameOf(page), page] as const))('%s', async (_, { login, path, links = [] }) => {
    const visitor = visitors.get(login) ?? (await installation.visitor(login));
    visitors.set(login, visitor);
    const { page } = visitor;
    const user = new PageUser(visitor, `/s/${TILLEULS}`);
    await page.setViewportSize({ width: 1280, height: 800 });
    const complaints = watchConsole(page);
    expect(await user.open(path)).toBe(200);
    for (const link of links) await user.follow(link);
    expect([...(await pageFaults(page)), ...(await sidewaysAt320(page)), ...complaints]).toEqual([]);
  });
});
