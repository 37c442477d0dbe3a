// SPDX-License-Identifier: EUPL-1.2
import { beginningOfLastYear } from '../envole-box/index.js';
import { expectClass, expectOtherSchools } from '../envole-box/drive/expect-drive.js';
import { DriveUser } from '../e2e/drive-user.js';
import type { Visitor } from '../e2e/visitor.js';
import { describeWith } from '../services/index.js';
import { tellDrive } from './drive-story.js';
import { pageFaults, sidewaysAt320 } from './page-faults.js';
import { openSampleInstallation, TILLEULS, TROIS_RIVIERES, type SampleInstallation } from './sample-installation.js';
import { testOf, type LookedAt } from './test-of.js';
import { watchConsole } from './every-page-tour.js';
import { textsAwayAndBack } from './texts-away-and-back.js';

const NOW = new Date('2026-11-24T08:40:00Z');

interface DrivePage extends LookedAt {
  readonly name: string;
  readonly login: string;
  /** The path below the address of the brick. */
  readonly path: string;
  /** The expected status; 200 by default. */
  readonly status?: number;
  /** Links that lead on from there, by words in them. */
  readonly links?: readonly (string | RegExp)[];
  /** Steps on the page before it is looked at. */
  readonly before?: (user: DriveUser) => Promise<void>;
}

const VOLCANOES = /^Exposé sur les volcans/;

const FOLDERS: DrivePage[] = [
  { name: 'a class', login: 'claire.vuillemin', path: '/files' },
  { name: 'a folder', login: 'claire.vuillemin', path: '/files', links: ['Sciences'] },
  { name: 'a folder, of a pupil', login: 'ines.renaud', path: '/files', links: ['Sciences', 'Nos observations'] },
  { name: 'a drop box, of a pupil', login: 'ines.renaud', path: '/files', links: ['Dépose ta recherche ici'] },
  { name: 'a class, of a guardian', isAgain: true, login: 'sophie.renaud', path: '/files' },
  { name: 'a class, of a head', isAgain: true, login: 'mathieu.grosjean', path: '/files' },
  { name: 'one’s own files', login: 'claire.vuillemin', path: '/own' },
  { name: 'a team', isAgain: true, login: 'claire.vuillemin', path: '/files', links: [/^Équipe des/] },
  { name: 'the school', login: 'mathieu.grosjean', path: '/school' },
  { name: 'about a folder', login: 'claire.vuillemin', path: '/files', links: ['Sciences', 'Changer qui voit'] },
  { name: 'moving', login: 'claire.vuillemin', path: '/files', links: ['Sciences'], before: tickAnd('Déplacer') },
  {
    name: 'copying',
    isAgain: true,
    login: 'claire.vuillemin',
    path: '/files',
    links: ['Sciences'],
    before: tickAnd('Copier'),
  },
  { name: 'nothing ticked', login: 'claire.vuillemin', path: '/picked?action=move', status: 400 },
  { name: 'trash', login: 'claire.vuillemin', path: '/files', links: [/^Corbeille de/] },
  { name: 'one’s own trash', isAgain: true, login: 'claire.vuillemin', path: '/own', links: [/corbeille/i] },
  { name: 'search', login: 'claire.vuillemin', path: '/search?q=volcan' },
  { name: 'search, nothing found', login: 'ines.renaud', path: '/search?q=introuvable' },
  { name: 'place used', login: 'mathieu.grosjean', path: '/usage' },
  { name: 'last year', login: 'claire.vuillemin', path: '/last-year' },
  { name: 'a class of last year', login: 'claire.vuillemin', path: '/last-year', links: [/^Ouvrir les fichiers de/] },
];

const WORKS: DrivePage[] = [
  { name: 'works', login: 'claire.vuillemin', path: '/works' },
  { name: 'works that are over', login: 'claire.vuillemin', path: '/works', links: [/^Travaux (finis|terminés)/] },
  { name: 'a work', login: 'claire.vuillemin', path: '/works', links: [VOLCANOES] },
  {
    name: 'a work, of a head',
    isAgain: true,
    ...{ login: 'mathieu.grosjean', path: '/works' },
    before: async (user) => {
      await user.follow('CM1-CM2', user.page.getByRole('navigation', { name: 'Classes' }));
      await user.follow(VOLCANOES);
    },
  },
  { name: 'a new work', login: 'claire.vuillemin', path: '/works', links: ['Donner un travail'] },
  { name: 'a draft', login: 'claire.vuillemin', path: '/works', links: [/^Poésie à illustrer/] },
  { name: 'changing a work', login: 'claire.vuillemin', path: '/works', links: [VOLCANOES, 'Modifier'] },
  {
    name: 'files of a work',
    ...{ login: 'claire.vuillemin', path: '/works', links: [VOLCANOES, 'Modifier'] },
    before: (user) => user.press('De mes fichiers (À lire)'),
  },
  { name: 'giving back', login: 'claire.vuillemin', path: '/works', links: [VOLCANOES, 'Corriger Inès Renaud'] },
  { name: 'works of a pupil', login: 'ines.renaud', path: '/works' },
  { name: 'a work not begun, of a pupil', login: 'noe.vernier', path: '/works', links: [/Gaulois/] },
  { name: 'a work at hand, of a pupil', login: 'ines.renaud', path: '/works', links: [/Gaulois/] },
  { name: 'a work to do again, of a pupil', login: 'ines.renaud', path: '/works', links: [/Fractions/] },
  { name: 'a work handed in, of a pupil', login: 'ines.renaud', path: '/works', links: [VOLCANOES] },
  { name: 'works of a child', login: 'sophie.renaud', path: '/works' },
  { name: 'a work of a child', login: 'sophie.renaud', path: '/works', links: [/Dictée 7|Voir la correction/] },
];

describeWith(['chromium'], 'folders and works, in light and in dark, on a desktop and on a phone', () => {
  const visitors = new Map<string, Visitor>();
  let installation: SampleInstallation;

  beforeAll(async () => {
    installation = await openSampleInstallation({ now: beginningOfLastYear(NOW), hasLastYear: true });
    await installation.host.activations.enable(TROIS_RIVIERES, 'file-share', 'cli');
    await tellDrive({ ...installation, now: NOW });
  }, 300_000);

  afterAll(() => installation?.stop());

  async function faultsOf({ login, path, status = 200, links = [], before }: DrivePage): Promise<string[]> {
    const visitor = visitors.get(login) ?? (await installation.visitor(login));
    visitors.set(login, visitor);
    const { page } = visitor;
    const user = new DriveUser(visitor, TILLEULS);
    await page.setViewportSize({ width: 1280, height: 800 });
    const complaints = watchConsole(page);
    expect(await user.open(path)).toBe(status);
    for (const link of links) await user.follow(link);
    await before?.(user);
    const faults = [...(await pageFaults(page)), ...(await sidewaysAt320(page))];
    // Loading the answer to a form anew would send the form again.
    if (status === 200 && !before) faults.push(...(await textsAwayAndBack(page)));
    return [...faults, ...complaints];
  }

  test('the folders and works are as they were told', async () => {
    expect(installation.clock.now()).toEqual(NOW);
    await expectClass(installation);
    await expectOtherSchools(installation);
  });

  for (const page of [...FOLDERS, ...WORKS])
    testOf(page)(page.name, async () => expect(await faultsOf(page)).toEqual([]));
});

/** Ticks two files, and presses a button that asks for their destination. */
function tickAnd(button: string): (user: DriveUser) => Promise<void> {
  return async (user) => {
    for (const name of ['Leçon 4, les éruptions.pdf', 'Carte des volcans d’Auvergne.png']) {
      await user.page.getByRole('checkbox', { name }).check();
    }
    await user.press(button);
    await user.press(/Pour les familles/);
  };
}
