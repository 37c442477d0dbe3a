// SPDX-License-Identifier: EUPL-1.2
import ondeImport from '@volee/onde-import';
import type { Locator, Page } from 'playwright-core';

import type { Visitor } from '../e2e/visitor.js';
import { STRANGER } from '../e2e/stack.js';
import { describeWith, transferredBytes } from '../services/index.js';
import { brokenBrick } from './broken-brick.js';
import { neighbourBricks } from './neighbour-bricks.js';
import { pageFaults } from './page-faults.js';
import { deposit, file, SAMPLE_FILES } from './sample-files.js';
import { makePlans, type SamplePlans } from './sample-plans.js';
import { nameTwice } from './name-twice.js';
import {
  MOULIN,
  openSampleInstallation,
  TILLEULS,
  TROIS_RIVIERES,
  type SampleInstallation,
} from './sample-installation.js';
import { watchConsole } from './watch-console.js';

/** Size limit of a page on a first visit, fonts and style sheets included. */
const MOST_BYTES = 90_000;

/** An administrator of the platform that is also the head of a school where no brick is on. */
const ADMINISTRATOR = 'karim.bensaid';

/** With these, one school has more bricks than fit side by side on a phone. */
const moreBricks = neighbourBricks.filter(({ manifest }) => manifest.id !== 'agenda');

const TWO_RULES = `/admin/s/${MOULIN}/bricks?brick=library`;
const SWITCHED_OFF = `/admin/s/${TROIS_RIVIERES}/bricks?brick=library`;

interface SamplePage {
  readonly name: string;
  /** The user that opens the page; absent for a visitor without a login. */
  readonly login?: string;
  readonly status: number;
  readonly path: string | (() => string);
  /** Steps before the page is opened. */
  readonly before?: (visitor: Visitor) => Promise<void>;
}

describeWith(['chromium'], 'every page, in light and in dark, on a desktop and on a phone', () => {
  const weights = new Map<string, number>();
  const visitors = new Map<string, Visitor>();
  let installation: SampleInstallation;
  let space: string;
  let fileAddress: string;
  let revokeAddress: string;
  let plans: SamplePlans;
  let homonymAddress: string;

  /** One browser per user, and a new one for each visitor without a login. */
  async function visitorFor(login: string | undefined): Promise<Visitor> {
    const known = visitors.get(login ?? '');
    if (known) return known;
    const visitor = await installation.visitor(login);
    if (login !== undefined) visitors.set(login, visitor);
    return visitor;
  }

  beforeAll(async () => {
    installation = await openSampleInstallation({
      bricks: [brokenBrick, ondeImport, ...moreBricks],
      maxFileSize: '20kB',
    });
    await installation.host.activations.enable(MOULIN, 'agenda', 'cli');
    await installation.host.activations.enable(MOULIN, 'onde-import', 'cli');
    const inHalves = { profiles: [], groupIds: [], from: null, until: null };
    await installation.host.activations.enable(MOULIN, 'library', 'cli', { ...inHalves, profiles: ['head', 'staff'] });
    await installation.host.activations.enable(MOULIN, 'library', 'cli', {
      ...inHalves,
      profiles: ['teacher', 'pupil'],
    });
    await installation.host.activations.enable(MOULIN, 'class-blog', 'cli');
    await installation.host.activations.enable(TROIS_RIVIERES, 'library', 'cli');
    await installation.host.activations.disable(TROIS_RIVIERES, 'library', 'cli');
    await installation.host.administrators.grant(ADMINISTRATOR, null, 'cli');
    plans = await makePlans(installation.host);
    homonymAddress = `/admin/homonyms/${await nameTwice(installation)}`;
    const odile = await installation.host.directory.personByLogin('ldap', 'odile.ravier');
    revokeAddress = `/admin/administrators/revoke?person=${odile?.id}&uai=${MOULIN}`;
    const claire = await visitorFor('claire.vuillemin');
    await claire.open(`/s/${TILLEULS}/file-share/`);
    space = new URL(claire.page.url()).pathname;
    await deposit(claire, space, SAMPLE_FILES);
    await deposit(claire, `/s/${TILLEULS}/file-share/own`, [file('Cahier journal.odt', 300)]);
    await claire.open(space);
    fileAddress = await claire.page
      .locator('th a[data-kind]')
      .first()
      .evaluate((link: HTMLAnchorElement) => link.pathname);
  }, 60_000);

  afterAll(async () => {
    await installation?.stop();
    const lines = [...weights].map(([name, bytes]) => `${(bytes / 1000).toFixed(1).padStart(6)} kB  ${name}`);
    process.stdout.write(`\nFirst visit, cold cache:\n${lines.join('\n')}\n`);
  });

  const pages: SamplePage[] = [
    { name: 'portal of a teacher', login: 'claire.vuillemin', status: 200, path: `/s/${TILLEULS}/` },
    { name: 'portal of a pupil', login: 'ines.renaud', status: 200, path: `/s/${TILLEULS}/` },
    { name: 'portal of a guardian', login: 'sophie.renaud', status: 200, path: `/s/${TILLEULS}/` },
    { name: 'portal of a head without bricks', login: 'karim.bensaid', status: 200, path: '/' },
    { name: 'portal of a pupil without bricks', login: 'jules.renaud', status: 200, path: '/' },
    { name: 'school page, on', login: 'mathieu.grosjean', status: 200, path: `/admin/s/${TILLEULS}/bricks` },
    {
      name: 'school page, off',
      login: 'karim.bensaid',
      status: 200,
      path: `/admin/s/${TROIS_RIVIERES}/bricks?brick=file-share`,
    },
    {
      name: 'school page, a choice',
      login: 'mathieu.grosjean',
      status: 200,
      path: `/admin/s/${TILLEULS}/bricks?brick=file-share&where=school&profiles=teacher&from=2026-12-01`,
    },
    {
      name: 'school page, a choice that cannot be',
      login: 'mathieu.grosjean',
      status: 400,
      path: `/admin/s/${TILLEULS}/bricks?brick=file-share&where=groups&from=2026-02-30&until=2026-01-01`,
    },
    {
      name: 'school page, who has it',
      login: 'mathieu.grosjean',
      status: 200,
      path: `/admin/s/${TILLEULS}/bricks/file-share/people?q=renaud`,
    },
    { name: 'school page, two rules', login: 'odile.ravier', status: 200, path: TWO_RULES },
    { name: 'school page, switched off', login: 'karim.bensaid', status: 200, path: SWITCHED_OFF },
    {
      name: 'school page, only some classes',
      login: 'karim.bensaid',
      status: 200,
      path: `${SWITCHED_OFF}&where=groups&profiles=pupil`,
    },
    { name: 'school page, failed', login: 'odile.ravier', status: 200, path: `/admin/s/${MOULIN}/bricks?brick=agenda` },
    ...['', 'schools?q=ecole', 'bricks', 'syncs', 'syncs/1', 'homonyms', 'administrators', 'audit'].map((path) => ({
      name: `platform, ${path || 'in short'}`,
      login: ADMINISTRATOR,
      status: 200,
      path: `/admin/${path}`,
    })),
    { name: 'platform, a plan', login: ADMINISTRATOR, status: 200, path: () => `/admin/syncs/${plans.planned}` },
    {
      name: 'platform, a plan, nothing found',
      login: ADMINISTRATOR,
      status: 200,
      path: () => `/admin/syncs/${plans.planned}?q=personne&kind=revived`,
    },
    {
      name: 'platform, a refused plan',
      login: ADMINISTRATOR,
      status: 200,
      path: () => `/admin/syncs/${plans.refused}`,
    },
    { name: 'platform, revoke?', login: ADMINISTRATOR, status: 200, path: () => revokeAddress },
    { name: 'platform, two homonyms', login: ADMINISTRATOR, status: 200, path: () => homonymAddress },
    { name: 'platform, wrong journal', login: ADMINISTRATOR, status: 400, path: '/admin/audit?from=2026-13-45' },
    { name: 'account of a teacher', login: 'claire.vuillemin', status: 200, path: '/account' },
    { name: 'account of a guardian', login: 'sophie.renaud', status: 200, path: '/account' },
    { name: 'account of a pupil', login: 'ines.renaud', status: 200, path: '/account' },
    { name: 'accessibility', login: 'ines.renaud', status: 200, path: '/accessibility' },
    { name: 'accessibility, nobody', status: 200, path: '/accessibility' },
    { name: 'contact of a pupil', login: 'ines.renaud', status: 200, path: '/contact' },
    { name: 'legal notice, nobody', status: 200, path: '/mentions-legales' },
    { name: 'help of a teacher', login: 'claire.vuillemin', status: 200, path: '/aide' },
    { name: 'help of a guardian', login: 'sophie.renaud', status: 200, path: '/aide' },
    { name: 'help of a head', login: 'mathieu.grosjean', status: 200, path: '/aide' },
    { name: 'help of a pupil', login: 'ines.renaud', status: 200, path: '/aide' },
    { name: 'help, nobody', status: 200, path: '/aide' },
    { name: 'own data of a guardian', login: 'sophie.renaud', status: 200, path: '/mes-donnees' },
    { name: 'own data of a pupil', login: 'ines.renaud', status: 200, path: '/mes-donnees' },
    { name: 'class space of a teacher', login: 'claire.vuillemin', status: 200, path: () => space },
    { name: 'class space of a pupil', login: 'ines.renaud', status: 200, path: () => space },
    { name: 'empty class space of a teacher', login: 'odile.ravier', status: 200, path: `/s/${MOULIN}/file-share/` },
    { name: 'empty class space of a pupil', login: 'lena.dangelo', status: 200, path: `/s/${MOULIN}/file-share/` },
    { name: 'own space', login: 'claire.vuillemin', status: 200, path: `/s/${TILLEULS}/file-share/own` },
    { name: 'own space, empty', login: 'ines.renaud', status: 200, path: `/s/${TILLEULS}/file-share/own` },
    { name: 'import of ONDE', login: 'odile.ravier', status: 200, path: `/s/${MOULIN}/onde-import/` },
    {
      name: 'about a file',
      login: 'claire.vuillemin',
      status: 200,
      path: () => fileAddress.replace('files/', 'nodes/'),
    },
    { name: 'refused: no right', login: 'sophie.renaud', status: 403, path: `/s/${TILLEULS}/file-share/own` },
    { name: 'not there', login: 'lena.dangelo', status: 404, path: () => space },
    { name: 'brick failed', login: 'lena.dangelo', status: 503, path: `/s/${MOULIN}/agenda/` },
    {
      name: 'SSO down',
      status: 503,
      path: '/cas/callback?ticket=ST-1',
      before: async ({ open }) => {
        await open('/login');
        installation.cas.failWith('500');
      },
    },
    {
      name: 'person unknown',
      status: 403,
      path: () =>
        `/cas/callback?ticket=${installation.cas.issueTicket(STRANGER.login, `${installation.url}/cas/callback`)}`,
      before: async ({ open }) => void (await open('/login')),
    },
    {
      name: 'ticket refused twice',
      status: 403,
      path: '/cas/callback?ticket=ST-2',
      before: async ({ open }) => {
        await open('/login');
        await open('/cas/callback?ticket=ST-1');
      },
    },
    { name: 'cookies refused', status: 400, path: '/login?cookie=check' },
    { name: 'many people arriving', status: 503, path: '/login?problem=busy&to=/account' },
    { name: 'account closed', status: 403, path: '/login?problem=closed' },
    { name: 'no school', status: 403, path: '/login?problem=noSchool' },
    { name: 'logged out', status: 200, path: '/logged-out' },
  ];

  test.each(pages)('$name', async ({ name, login, status, path, before }) => {
    const visitor = await visitorFor(login);
    const { page } = visitor;
    await before?.(visitor);
    // Stops requests of the previous page, which must not be counted.
    await page.goto('about:blank');
    const complaints = watchConsole(page);
    let faults: string[] = [];
    const bytes = await transferredBytes(
      page,
      installation.url + (typeof path === 'string' ? path : path()),
      async () => {
        faults = await pageFaults(page);
      },
    );
    installation.cas.failWith(undefined);
    weights.set(name, bytes);

    expect(await statusOf(page)).toBe(status);
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('with more bricks than fit on a phone, the entry of the head is visible and the rest behind « Plus »', async () => {
    const { page } = await installation.visitor('odile.ravier');
    await page.goto(`/s/${MOULIN}/`);
    await page.setViewportSize({ width: 360, height: 740 });
    const rail = page.getByRole('navigation', { name: 'Briques' });
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

  test('« Arrêter » keeps a distance from the border of its rule', async () => {
    const { page } = await installation.visitor('odile.ravier');
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
    const { page } = await visitorFor(ADMINISTRATOR);
    await page.goto(`/admin/syncs/${plans.refused}`);
    const reason = page.getByLabel('Pourquoi appliquer quand même');
    // The browser itself requires the field; a blank satisfies it.
    await reason.fill(' ');
    await page.getByRole('button', { name: 'Approuver cette lecture…' }).click();
    await page.getByText('Écrivez pourquoi').waitFor();
    expect(await statusOf(page)).toBe(400);
    expect(await pageFaults(page)).toEqual([]);

    await reason.fill('Le collège déménage.');
    await page.getByRole('button', { name: 'Approuver cette lecture…' }).click();
    await page.getByRole('button', { name: /^Fermer \d+ comptes et appliquer$/ }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });

  test('uploads: renamed, paused, too large and refused; then waiting and in progress', async () => {
    const { page } = await installation.visitor('claire.vuillemin');
    const choose = (name: string, bytes = 300): Promise<void> =>
      page.locator('input[type=file]').setInputFiles(file(name, bytes));
    const untilShown = (state: string): Promise<void> => page.locator(`[data-state=${state}]:visible`).waitFor();
    await page.goto(space);
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
    await page.goto(space);
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
    const { page } = await installation.visitor('claire.vuillemin');
    // Axe needs scripts, so only the brick's own script is blocked.
    await page.route(/upload\.js/, (route) => route.abort());
    await page.goto(space);
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

function statusOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return navigation instanceof PerformanceNavigationTiming ? navigation.responseStatus : 0;
  });
}
