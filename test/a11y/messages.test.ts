// SPDX-License-Identifier: EUPL-1.2
import { beginningOfWeek, fillWeek, type Week } from '../envole-box/index.js';
import { expectWeek } from '../envole-box/week/expect-week.js';
import type { Visitor } from '../e2e/visitor.js';
import { describeWith, transferredBytes } from '../services/index.js';
import { tabTo } from './keyboard.js';
import { pageFaults, sidewaysAt320 } from './page-faults.js';
import { openSampleInstallation, TILLEULS, TROIS_RIVIERES, type SampleInstallation } from './sample-installation.js';
import { testOf, type LookedAt } from './test-of.js';
import { textsAwayAndBack } from './texts-away-and-back.js';
import { watchConsole } from './every-page-tour.js';

const NOW = new Date('2026-11-24T08:40:00Z');

/** Size limit of a page on a first visit, fonts and style sheets included. */
const MOST_BYTES = 90_000;

interface MessagePage extends LookedAt {
  readonly name: string;
  readonly login: string;
  /** The path below the address of the brick. */
  readonly path?: string | (() => Promise<string>);
  /** The whole path of a page of the host. */
  readonly ofHost?: string;
  readonly status?: number;
}

describeWith(['chromium'], 'messages, in light and in dark, on a desktop and on a phone', () => {
  const visitors = new Map<string, Visitor>();
  const weights = new Map<string, number>();
  let installation: SampleInstallation;
  let week: Week;

  beforeAll(async () => {
    installation = await openSampleInstallation({ now: beginningOfWeek(NOW), hasMessages: true });
    const filled = await fillWeek({ ...installation, now: NOW });
    if (!filled) throw new Error('the sample installation has messages');
    week = filled;
  }, 120_000);

  afterAll(async () => {
    await installation?.stop();
    const lines = [...weights].map(([name, bytes]) => `${(bytes / 1000).toFixed(1).padStart(6)} kB  ${name}`);
    process.stdout.write(`\nFirst visit, cold cache:\n${lines.join('\n')}\n`);
  });

  async function visitorFor(login: string): Promise<Visitor> {
    const known = visitors.get(login);
    if (known) return known;
    const visitor = await installation.visitor(login);
    visitors.set(login, visitor);
    return visitor;
  }

  const readersOfCircular = async (): Promise<string> => `${await week.copyPath('museum', 'claire.vuillemin')}/readers`;

  const pages: MessagePage[] = [
    { name: 'inbox of a teacher', login: 'claire.vuillemin', path: '/' },
    { name: 'a circular', login: 'claire.vuillemin', path: () => week.copyPath('museum', 'claire.vuillemin') },
    { name: 'writing, of a teacher', login: 'claire.vuillemin', path: '/write?toEveryone=guardian' },
    { name: 'sent', login: 'claire.vuillemin', path: '/boxes/sent' },
    { name: 'archive', login: 'claire.vuillemin', path: '/boxes/archive' },
    { name: 'search', login: 'claire.vuillemin', path: '/search?q=mus' },
    { name: 'to accept', login: 'claire.vuillemin', path: '/reviews' },
    { name: 'a draft', login: 'claire.vuillemin', path: () => week.draftPath('college', 'claire.vuillemin') },
    { name: 'reports', login: 'mathieu.grosjean', path: '/reports' },
    { name: 'one report', login: 'mathieu.grosjean', path: () => week.reportPath('no-more-friend') },
    { name: 'rules of the school', login: 'mathieu.grosjean', path: '/rules/pause' },
    { name: 'who writes to whom', login: 'mathieu.grosjean', path: '/rules/whom?line=pupil' },
    { name: 'hours of the school', login: 'mathieu.grosjean', path: '/rules/hours?line=hours-families' },
    { name: 'hours of a teacher', login: 'claire.vuillemin', path: '/hours' },
    { name: 'inbox of a guardian', isAgain: true, login: 'sophie.renaud', path: '/' },
    { name: 'messages of all children', login: 'sophie.renaud', path: '/../../../enfants/messaging' },
    { name: 'a question', login: 'sophie.renaud', path: () => week.copyPath('meeting', 'sophie.renaud') },
    { name: 'writing, of a guardian', isAgain: true, login: 'sophie.renaud', path: '/write' },
    { name: 'first page of a pupil', login: 'ines.renaud', path: '/' },
    { name: 'a message, of a pupil', login: 'ines.renaud', path: () => week.copyPath('talks', 'ines.renaud') },
    { name: 'writing, of a pupil', login: 'ines.renaud', path: '/write' },
    { name: 'readers', login: 'claire.vuillemin', path: readersOfCircular },
    { name: 'messages of all children', login: 'sophie.renaud', ofHost: '/enfants/messaging' },
    { name: 'portal of a teacher', login: 'claire.vuillemin', ofHost: `/s/${TILLEULS}/` },
    { name: 'portal of a pupil', login: 'ines.renaud', ofHost: `/s/${TILLEULS}/` },
    { name: 'portal of a guardian', login: 'sophie.renaud', ofHost: `/s/${TILLEULS}/` },
    { name: 'portal of a head', login: 'mathieu.grosjean', ofHost: `/s/${TILLEULS}/` },
    { name: 'portal of a principal', login: 'karim.bensaid', ofHost: `/s/${TROIS_RIVIERES}/` },
  ];

  test('the week is as it was told', () => expectWeek({ ...installation, now: NOW }));

  for (const page of pages) testOf(page)(page.name, () => lookAt(page));

  async function lookAt({ name, login, path = '/', ofHost, status = 200 }: MessagePage): Promise<void> {
    const { page } = await visitorFor(login);
    await page.goto('about:blank');
    const complaints = watchConsole(page);
    let faults: string[] = [];
    const below = typeof path === 'string' ? path : await path();
    const address = installation.url + (ofHost ?? `/s/${TILLEULS}/messaging${below}`);
    let answered = 0;
    page.once('response', (response) => (answered = response.status()));
    const bytes = await transferredBytes(page, address, async () => {
      faults = [...(await pageFaults(page)), ...(await sidewaysAt320(page))];
    });
    weights.set(name, bytes);
    if (status === 200) faults.push(...(await textsAwayAndBack(page)));

    expect([answered, faults, complaints]).toEqual([status, [], []]);
    expect(bytes).toBeLessThan(MOST_BYTES);
  }

  test('with forced colours the current tab, tool and message are marked', async () => {
    const { page } = await installation.visitor('claire.vuillemin', { forcedColors: 'active' });
    await page.goto(`/s/${TILLEULS}/messaging${await week.copyPath('museum', 'claire.vuillemin')}`);
    const link = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'LinkText';
      return getComputedStyle(probe).color;
    });
    const marks = (selector: string, property: string): Promise<string[]> =>
      page
        .locator(selector)
        .evaluateAll(
          (elements, name) => elements.map((element) => getComputedStyle(element).getPropertyValue(name)),
          property,
        );
    expect(await marks('.v-tabs a[aria-current]', 'border-bottom-color')).toEqual([link]);
    expect(await marks('.v-tabs a:not([aria-current])', 'border-bottom-color')).not.toContain(link);
    expect(await marks('.v-rail a[aria-current], .v-pick[aria-current]', 'outline-color')).toEqual([link, link]);
    await page.context().close();
  });

  test('a page loads the style sheet that it alone needs', async () => {
    const { page } = await visitorFor('mathieu.grosjean');
    const sheet = page.locator('link[rel=stylesheet][href*="messaging-rules.css"]');
    await page.goto(`/s/${TILLEULS}/messaging/`);
    expect(await sheet.count()).toBe(0);
    await page.goto(`/s/${TILLEULS}/messaging/rules`);
    expect(await sheet.count()).toBe(1);
  });

  test('without JavaScript: a guardian writes, and the teacher answers', async () => {
    const [guardian, teacher] = await Promise.all(
      ['sophie.renaud', 'claire.vuillemin'].map((login) => installation.visitor(login, { javaScriptEnabled: false })),
    );
    if (!guardian || !teacher) throw new Error('two visitors');
    await guardian.page.goto(`/s/${TILLEULS}/messaging/write`);
    await guardian.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    await guardian.page.getByLabel('Objet').fill('Les clémentines');
    await guardian.page.locator('textarea[name=body]').fill('Puis-je en apporter pour le goûter ?');
    await guardian.page.getByRole('button', { name: 'Envoyer' }).click();
    await guardian.page.getByRole('status').first().waitFor();
    await installation.host.jobs.runDue();

    await teacher.page.goto(`/s/${TILLEULS}/messaging/`);
    await teacher.page.getByRole('link', { name: 'Les clémentines' }).click();
    await teacher.page.locator('textarea[name=body]').fill('Avec plaisir !');
    await teacher.page.getByRole('button', { name: 'Envoyer' }).click();
    await teacher.page.getByText('Avec plaisir !').first().waitFor();
    await installation.host.jobs.runDue();
    await guardian.page.goto(`/s/${TILLEULS}/messaging/`);
    await guardian.page.getByText('Avec plaisir !').first().waitFor();
  });

  test('with the keyboard alone: a teacher accepts what a pupil wrote', async () => {
    const { page } = await visitorFor('claire.vuillemin');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/s/${TILLEULS}/messaging/reviews`);
    await tabTo(page, 'Accepter');
    await page.keyboard.press('Enter');
    await page.getByRole('status').first().waitFor();
    await page.getByText('sur l’Etna').waitFor({ state: 'detached' });
  });

  test('while a pause lasts, pupils and the head read why', async () => {
    await week.pausePupils(TILLEULS, 'mathieu.grosjean', 'On en parle en classe.', '2026-11-27');
    const pupil = await visitorFor('ines.renaud');
    await pupil.page.goto(`/s/${TILLEULS}/messaging/`);
    await pupil.page.getByText('On en parle en classe.').first().waitFor();
    expect(await pageFaults(pupil.page)).toEqual([]);
    const head = await visitorFor('mathieu.grosjean');
    await head.page.goto(`/s/${TILLEULS}/messaging/rules/pause`);
    await head.page.getByText('On en parle en classe.').first().waitFor();
    expect(await pageFaults(head.page)).toEqual([]);
  });
});
