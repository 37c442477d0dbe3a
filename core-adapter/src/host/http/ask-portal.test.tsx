// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { defineBrick } from '../../api/brick.js';
import type { BrickDefinition } from '../../api/brick-base.js';
import type { PortalParts, PortalTask } from '../../api/portal.js';
import { OTHER_SCHOOL, SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost } from '../app/host-for-tests.js';
import { LIMITS } from '../infra/util/limits.js';
import { replyBrick } from './reply-brick-for-tests.js';

function brickWith(id: string, portal: PortalParts<'read' | 'write', 'title' | 'summary'>): BrickDefinition {
  return defineBrick({ ...replyBrick.manifest, id }, (brick) => {
    brick.http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), null));
    brick.portal(portal);
  });
}

const day = (date: number): Date => new Date(Date.UTC(2026, 11, date));
const task = (title: string, due?: Date): PortalTask => ({
  title,
  detail: 'Pour la sortie',
  action: 'Lire',
  path: '/notes/1',
  ...(due && { due }),
});

const pace = { tasks: [] as PortalTask[], badge: 0 };
const near = brickWith('near', {
  tasks: ({ school, user }) =>
    user.profiles.includes('pupil') ? [] : [...pace.tasks, task(`Demain, ${school.name}`, day(2))],
  badge: () => pace.badge,
});
const far = brickWith('far', { tasks: () => [task('Un jour'), task('En décembre', day(9))] });
const limits = { ...LIMITS, portal: 1_000 };
const web = await bootWebHost({ bricks: [far, near], limits });
afterAll(() => web.stop());
beforeEach(() => Object.assign(pace, { tasks: [], badge: 0 }));

/** The main part of the portal, as text. */
function mainOf(page: string): string {
  return (/<main[^]*<\/main>/.exec(page)?.[0] ?? '').replace(/<svg[^]*?<\/svg>/g, '').replace(/<[^>]+>/g, ' ');
}

async function portalOf(role: 'teacher' | 'pupil' | 'guardianInBothSchools', host = web): Promise<string> {
  return (await host.send(`/s/${SCHOOL}/`, { headers: { Cookie: await host.cookieOf(role) } })).text;
}

test('what waits is on the portal, the nearest first, whichever brick says it', async () => {
  const page = await portalOf('teacher');
  expect(mainOf(page)).toMatch(/Trois choses vous attendent\.[^]*Demain[^]*En décembre[^]*Un jour/);
  expect(page).toContain(`href="/s/${SCHOOL}/near/notes/1"`);
  expect(mainOf(await portalOf('pupil'))).toMatch(/Tu as deux choses à faire\.[^]*En décembre[^]*Un jour/);
});

test('at most five tasks are shown, and the page says so', async () => {
  pace.tasks = [3, 4, 5, 6].map((date) => task(`Le ${date}`, day(date)));
  const page = mainOf(await portalOf('teacher'));
  expect(page).toMatch(/Voici les cinq choses les plus pressées\.[^]*Demain[^]*Le 3[^]*Le 6/);
  expect(page).not.toContain('En décembre');
});

test('a guardian finds what waits at the school of each child', async () => {
  const page = await portalOf('guardianInBothSchools');
  for (const uai of [SCHOOL, OTHER_SCHOOL]) expect(page).toContain(`href="/s/${uai}/near/notes/1"`);
});

test('a badge stands beside its brick on each page, and none for zero', async () => {
  expect(await portalOf('teacher')).not.toContain('v-count');
  pace.badge = 4;
  const page = await portalOf('teacher');
  expect(page.match(/4<span class="visually-hidden"> nouveautés/g)).toHaveLength(2);
  expect(page).toContain(`id="rail" data-live-of="${SCHOOL}/near"`);
});

test('P11: the page does without bricks that throw, hang or answer nonsense, and their errors say so', async () => {
  const bricks = [
    near,
    brickWith('slow', { tasks: () => new Promise(() => undefined), badge: () => 7 }),
    brickWith('broken', {
      badge: () => {
        throw new Error('no count');
      },
    }),
    brickWith('odd', { tasks: () => [{ ...task('Loin'), path: 'https://example.org/' }], badge: () => -1 }),
  ];
  const host = await bootWebHost({ bricks, limits });
  try {
    const page = await portalOf('teacher', host);
    expect(mainOf(page)).toMatch(/Une chose vous attend\.[^]*Demain/);
    expect(page).not.toContain('Loin');
    expect(page).toMatch(/7<span/);
    const counts = bricks.map(({ manifest }) => host.host.troubles.of(manifest.id)?.count ?? 0);
    expect(counts).toEqual([0, 1, 1, 2]);
    const errors = host.lines.filter(({ level }) => level === 'error');
    expect(errors.map(({ brick, sentence }) => `${brick}: ${sentence}`).sort()).toEqual([
      'broken: the page does without the badge of the brick',
      'odd: the page does without the badge of the brick',
      'odd: the page does without the tasks of the brick',
      'slow: the page does without the tasks of the brick',
    ]);
  } finally {
    await host.stop();
  }
});

test('P14: a brick that waits for a database without answers is not blamed', async () => {
  const stalled = (): Promise<void> => once(AbortSignal.timeout(900), 'abort').then(() => undefined);
  const waiting = brickWith('waiting', {
    async tasks() {
      await host.host.database.unitOfWork.transaction(stalled);
      return [task('Trop tard')];
    },
  });
  const host = await bootWebHost({ bricks: [waiting], limits: { ...LIMITS, portal: 300 } });
  try {
    expect(await portalOf('teacher', host)).not.toContain('Trop tard');
    expect(host.host.troubles.of('waiting')).toBeUndefined();
    expect(host.lines.filter(({ level }) => level === 'error')).toEqual([]);
  } finally {
    await host.stop();
  }
});
