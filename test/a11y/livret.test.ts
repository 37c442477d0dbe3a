// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import { beginningOfLastYear } from '../envole-box/index.js';
import { expectTwoYears } from '../envole-box/livret/expect-livret.js';
import { LivretUser } from '../e2e/livret-user.js';
import type { Visitor } from '../e2e/visitor.js';
import { describeWith } from '../services/index.js';
import { tellUnlocking, tellUntilJune, tellUntilNovember, tellVisa } from './livret-story.js';
import { pageFaults, sidewaysAt320 } from './page-faults.js';
import { openSampleInstallation, TILLEULS, TROIS_RIVIERES, type SampleInstallation } from './sample-installation.js';
import { testOf, type LookedAt } from './test-of.js';
import { watchConsole } from './every-page-tour.js';
import { textsAwayAndBack } from './texts-away-and-back.js';

const NOW = new Date('2026-11-24T08:40:00Z');

interface LivretPage extends LookedAt {
  readonly name: string;
  readonly login: string;
  readonly uai?: string;
  /** The path below the address of the brick. */
  readonly path: string;
  /** Links that lead on from there, by words in them. */
  readonly links?: readonly (string | RegExp)[];
}

/** The pages in June: livrets of CM2 are offered to the collège, except those of two pupils. */
const IN_JUNE: LivretPage[] = [
  { name: 'handing over', login: 'mathieu.grosjean', path: '/hand-over' },
  { name: 'arrivals', login: 'karim.bensaid', uai: TROIS_RIVIERES, path: '/arrivals' },
  { name: 'home of the head of a collège', login: 'karim.bensaid', uai: TROIS_RIVIERES, path: '/' },
  { name: 'home of a guardian', login: 'sophie.renaud', path: '/' },
  { name: 'a bilan, of a guardian', login: 'sophie.renaud', path: '/', links: [/^Lire/] },
  { name: 'home of a pupil', isAgain: true, login: 'jules.renaud', path: '/' },
  { name: 'a bilan, of a pupil', isAgain: true, login: 'jules.renaud', path: '/', links: [/trimestre/] },
];

/** The pages after a bilan was unlocked, and signed again. */
const UNLOCKED: LivretPage[] = [
  {
    ...{ name: 'a class with an unlocked bilan', login: 'mathieu.grosjean', path: '/board?period=3' },
    links: [/^Lire/],
  },
  {
    ...{ name: 'the history of a bilan', login: 'mathieu.grosjean', path: '/board?period=3' },
    links: [/^Lire/, /^Historique/],
  },
  {
    ...{ name: 'what the family read', login: 'mathieu.grosjean', path: '/board?period=3' },
    links: [/^Lire/, /^Historique/, 'Lire ce que la famille lisait'],
  },
];

/** The pages in August: nobody has published that bilan. */
const IN_AUGUST: LivretPage[] = [
  { name: 'board with bilans of last year', login: 'mathieu.grosjean', path: '/board' },
  { name: 'publishing bilans of last year', login: 'mathieu.grosjean', path: '/board', links: ['Publier'] },
];

/** The pages in November of the next school year. */
const IN_NOVEMBER: LivretPage[] = [
  { name: 'home of a teacher', login: 'claire.vuillemin', path: '/' },
  { name: 'grid', login: 'claire.vuillemin', path: '/', links: ['Ouvrir la grille'] },
  { name: 'lines of a class', login: 'claire.vuillemin', path: '/', links: ['Ouvrir la grille', /^Lignes évaluées/] },
  { name: 'a bilan to write', login: 'claire.vuillemin', path: '/', links: ['Ouvrir la grille', 'Inès Renaud'] },
  { name: 'signing', login: 'claire.vuillemin', path: '/', links: ['Ouvrir la grille', 'Signer les bilans'] },
  { name: 'phrases', login: 'claire.vuillemin', path: '/phrases' },
  { name: 'board', login: 'mathieu.grosjean', path: '/board' },
  { name: 'a class on the board', login: 'mathieu.grosjean', path: '/board', links: [/^Lire/] },
  { name: 'sending back', login: 'mathieu.grosjean', path: '/board', links: [/^Renvoyer une classe/] },
  { name: 'periods', login: 'mathieu.grosjean', path: '/periods' },
  { name: 'home of a teacher of 6e', login: 'stephane.racine', uai: TROIS_RIVIERES, path: '/' },
  { name: 'a class of 6e', login: 'stephane.racine', uai: TROIS_RIVIERES, path: '/', links: [/6e A/] },
  { name: 'a livret in 6e', login: 'stephane.racine', uai: TROIS_RIVIERES, path: '/', links: [/6e A/, 'Jules Renaud'] },
  {
    name: 'a livret in 6e, of a guardian',
    isAgain: true,
    login: 'sophie.renaud',
    uai: TROIS_RIVIERES,
    path: '/',
    links: [/^Lire/],
  },
];

/** The pages between the visa and the publication. */
const ENDORSED: LivretPage[] = [
  { name: 'publishing', login: 'mathieu.grosjean', path: '/board/publish?period=1' },
  { name: 'the readers of a publication', login: 'mathieu.grosjean', path: '/board/publish/now?period=1' },
  ...['Comme la famille', 'Comme l’élève'].map((link) => ({
    ...{ name: `a preview: ${link}`, login: 'mathieu.grosjean', path: '/board/publish/now?period=1', links: [link] },
  })),
];

describeWith(['chromium'], 'livrets, in light and in dark, on a desktop and on a phone', () => {
  const visitors = new Map<string, Visitor>();
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation({ now: beginningOfLastYear(NOW), hasLivret: true });
    await tellUntilJune({ ...installation, now: NOW });
  }, 300_000);

  afterAll(() => installation?.stop());

  async function faultsOf({ login, uai = TILLEULS, path, links = [] }: LivretPage): Promise<string[]> {
    const visitor = visitors.get(login) ?? (await installation.visitor(login));
    visitors.set(login, visitor);
    const { page } = visitor;
    const user = new LivretUser(visitor, uai);
    await page.setViewportSize({ width: 1280, height: 800 });
    const complaints = watchConsole(page);
    expect(await user.open(path)).toBe(200);
    for (const link of links) await user.follow(link);
    const faults = [...(await pageFaults(page)), ...(await sidewaysAt320(page))];
    return [...faults, ...(await textsAwayAndBack(page)), ...complaints];
  }

  function lookAt(pages: readonly LivretPage[]): void {
    for (const page of pages) testOf(page)(page.name, async () => expect(await faultsOf(page)).toEqual([]));
  }

  describe('in June', () => {
    lookAt(IN_JUNE);
  });

  describe('once a bilan is unlocked', () => {
    beforeAll(() => tellUnlocking({ ...installation, now: NOW }), 300_000);

    lookAt(UNLOCKED);

    describe('in August', () => {
      beforeAll(() => installation.clock.set(new Date('2026-08-04T08:00:00Z')));
      // The story goes on from June.
      afterAll(() => installation.clock.set(new Date('2026-06-23T09:05:00Z')));

      lookAt(IN_AUGUST);
    });
  });

  describe('in November', () => {
    beforeAll(() => tellUntilNovember({ ...installation, now: NOW }), 300_000);

    test('the two years are as they were told', () => expectTwoYears(installation));

    lookAt(IN_NOVEMBER);

    test('WCAG 2.2 §1.4.10: at 400 % four rows of the grid are seen', async () => {
      const visitor = await installation.visitor('claire.vuillemin', { viewport: { width: 320, height: 225 } });
      const user = new LivretUser(visitor, TILLEULS);
      await user.open('/');
      await user.follow('Ouvrir la grille');
      await user.cells('Yanis Belkacem').first().focus();
      expect(await rowsSeen(visitor.page)).toBeGreaterThanOrEqual(4);
      await visitor.page.context().close();
    });

    describe('once bilans are endorsed', () => {
      beforeAll(() => tellVisa(installation));

      lookAt(ENDORSED);
    });
  });
});

/** How many rows of the grid nothing else covers: the middle of their first cell is theirs. */
function rowsSeen(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('.livret-bridge-grid tbody tr th[scope=row]')].filter((head) => {
        const { left, top, width, height } = head.getBoundingClientRect();
        const found = document.elementFromPoint(left + width / 2, top + height / 2);
        return found !== null && head.contains(found);
      }).length,
  );
}
