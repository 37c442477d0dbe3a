// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import type { NewsLine, PortalParts, PortalTask, WeekThing } from '../../../api/portal.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { GroupRow } from '../../domain/directory/group.entity.js';
import { MembershipRow } from '../../domain/directory/membership.entity.js';
import { SchoolRow } from '../../domain/directory/school.entity.js';
import { StandInRow } from '../../domain/directory/stand-in.entity.js';
import { LIMITS } from '../../infra/util/limits.js';

type Parts = PortalParts<'read' | 'write', 'title' | 'summary'>;

function brickWith(id: string, portal: Parts): BrickDefinition {
  return defineBrick({ ...replyBrick.manifest, id }, (brick) => {
    brick.http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), null));
    brick.portal(portal);
  });
}

const line = (title: string, more: Partial<NewsLine> = {}): NewsLine => ({
  ...{ kind: 'note', key: title, title, detail: 'Hier', path: '/notes/1', at: new Date('2026-11-23T09:00:00Z') },
  ...more,
});
const task = (title: string, more: Partial<PortalTask> = {}): PortalTask => ({
  ...{ title, detail: 'Pour la sortie', action: 'Lire', path: '/notes/1' },
  ...more,
});

/** The answers of the brick `told`, by school. */
interface Told {
  readonly news: readonly NewsLine[];
  readonly tasks: readonly PortalTask[];
  readonly week?: readonly WeekThing[];
}
const told = new Map<string, Told>();
const pace = { isLate: false };
const web = await bootWebHost({
  bricks: [
    brickWith('told', {
      news: ({ school }) => told.get(school.uai)?.news ?? [],
      tasks: ({ school }) => told.get(school.uai)?.tasks ?? [],
      week: ({ school }) => told.get(school.uai)?.week ?? [],
      badge: () => 3,
      begin: () => ({ title: 'Donner un travail', path: '/works/new' }),
      places: () => [
        { title: 'Travaux', path: '/works', icon: 'check2-square', hasBadge: true },
        { title: 'Papiers', path: '/' },
      ],
    }),
    brickWith('late', { news: () => (pace.isLate ? new Promise(() => undefined) : []) }),
    brickWith('broken', {
      news: () => {
        throw new Error('no news');
      },
    }),
  ],
  limits: { ...LIMITS, portal: 1_000 },
});
afterAll(() => web.stop());
beforeEach(() => {
  told.clear();
  pace.isLate = false;
});

async function portalOf(role: Role, uai = SCHOOL): Promise<string> {
  return (await web.send(`/s/${uai}/`, { headers: { Cookie: await web.cookieOf(role) } })).text;
}

/** The main part of the portal, as text. */
function wordsOf(page: string): string {
  const main = /<main[^]*<\/main>/.exec(page)?.[0] ?? '';
  return main
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

async function idOf(role: Role): Promise<string> {
  return (await web.host.directory.personByLogin('ldap', role))?.id ?? '';
}

describe('the cards of children', () => {
  test('hold what both schools tell about each child, whichever school the page is about', async () => {
    const [ines, jules] = [await idOf('pupil'), await idOf('pupilOfOtherSchool')];
    told.set(SCHOOL, {
      news: [line('Le menu', { about: ines, isNew: true })],
      tasks: [task('Un livre', { about: ines, due: new Date('2026-12-02T09:00:00Z'), progress: { done: 2, of: 3 } })],
    });
    told.set(OTHER_SCHOOL, {
      news: [line('La musique', { about: jules })],
      tasks: [task('Une carte', { about: jules })],
    });
    for (const uai of [SCHOOL, OTHER_SCHOOL]) {
      const page = await portalOf('guardianInBothSchools', uai);
      const words = wordsOf(page);
      expect(words).toMatch(/2 choses vous attendent : 1 pour Inès, 1 pour Jules\./);
      expect(words).toMatch(
        /Inès CM1, .* Un livre .* 2 sur 3 .*, nouveau Le menu .*Travaux 3 .*Papiers .* Jules .* Une carte .* La musique /,
      );
      expect(page).toMatch(/Tous mes enfants/);
      expect(page.split('btn-primary')).toHaveLength(2);
      for (const one of [SCHOOL, OTHER_SCHOOL]) expect(page).toContain(`href="/s/${one}/told/works"`);
    }
    const single = await portalOf('guardian');
    expect(wordsOf(single)).toContain('Un livre');
    expect(single).not.toMatch(/Tous mes enfants|Une carte|La musique/);
  });

  test('T8 T10 never hold a line about anybody but children of the reader in the school that tells it', async () => {
    const [jules, tom] = [await idOf('pupilOfOtherSchool'), await idOf('pupilOfOtherClass')];
    const news = [line('De Jules', { about: jules }), line('De Tom', { about: tom, key: '2' })];
    told.set(SCHOOL, { news, tasks: [] });
    for (const role of ['guardian', 'guardianInBothSchools', 'teacher', 'pupil'] as const) {
      expect(await portalOf(role)).not.toMatch(/De Jules|De Tom/);
    }
    expect(await portalOf('guardianOfOtherClass')).toMatch(/De Tom/);
  });

  test('hold up to five tasks of a brick about each child, however many another child has', async () => {
    const many = [1, 2, 3, 4, 5, 6].map((place) => task(`Inès ${place}`, { about: '' }));
    const [ines, jules] = [await idOf('pupil'), await idOf('pupilOfOtherSchool')];
    told.set(SCHOOL, { news: [], tasks: many.map((one) => ({ ...one, about: ines })) });
    told.set(OTHER_SCHOOL, { news: [], tasks: [task('Jules seul', { about: jules })] });
    const words = wordsOf(await portalOf('guardianInBothSchools'));
    expect(words).toMatch(/Inès 1.*Inès 5.*Jules seul/);
    expect(words).not.toContain('Inès 6');
  });

  test('show the latest of a kind once, and what is about no child where the school has several', async () => {
    const ines = await idOf('pupil');
    const at = new Date('2026-11-24T08:00:00Z');
    told.set(SCHOOL, { news: [line('Ancien', { about: ines }), line('Récent', { about: ines, at })], tasks: [] });
    expect(wordsOf(await portalOf('guardian'))).toContain('Récent');
    expect(await portalOf('guardian')).not.toContain('Ancien');
    told.set(SCHOOL, { news: [line('Pour tous')], tasks: [] });
    expect(wordsOf(await portalOf('guardian'))).toMatch(/Inès .* Pour tous/);
  });
});

test('a teacher of two schools reads at most two things of the other one, under its name', async () => {
  const tasks = ['Le trois', 'Le deux', 'Le un'].map((title, place) =>
    task(title, { due: new Date(Date.UTC(2026, 11, 4 - place)) }),
  );
  told.set(OTHER_SCHOOL, { news: [], tasks });
  const words = wordsOf(await portalOf('teacherInBothSchools'));
  expect(words).toMatch(/Voici les nouvelles.*Votre autre école Collège du Parc Papier Le un .* Le deux .* Y aller/);
  expect(words).not.toContain('Le trois');
});

test('a pupil finds three things, the days of the week and what is new behind each door', async () => {
  const tasks = [25, 26, 27, 30].map((day) => task(`Le ${day}`, { due: new Date(Date.UTC(2026, 10, day, 7, 30)) }));
  told.set(SCHOOL, { news: [line('Deux nouveaux fichiers')], tasks });
  const words = wordsOf(await portalOf('pupil'));
  expect(words).toMatch(/Voici les trois choses à faire en premier\..*Le 25.*Le 26.*Le 27.*pour quand/);
  expect(words).toMatch(
    /mardi 24 aujourd’hui mercredi 25 Le 25 8 h 30 jeudi 26 Le 26 .*vendredi 27 Le 27 .*où veux-tu/i,
  );
  expect(words).toMatch(/3 nouveautés .*Deux nouveaux fichiers/);
  // The fourth has no row; the line below the three leads to it.
  expect(words).toMatch(/Et encore 1 chose\s: Le 30 /);
});

test('a teacher reads the five days of the week, with tasks to come and the things of bricks; nobody else does', async () => {
  const on = (title: string, day: number): WeekThing => ({
    ...{ title, detail: '8 h 30, CM1', path: '/works/1', at: new Date(Date.UTC(2026, 10, day, 7, 30)) },
  });
  const due = { due: new Date('2026-11-27T11:00:00Z') };
  const past = { due: new Date('2026-11-23T11:00:00Z') };
  const tasks = [task('Livret', due), task('À corriger', past)];
  told.set(SCHOOL, { news: [], tasks, week: [on('Rédaction', 23), on('Poésie', 26), on('Plus tard', 30)] });
  const page = await portalOf('teacher');
  expect(page.match(/aria-current="date"/g)).toHaveLength(1);
  expect(wordsOf(page)).toMatch(
    /Cette semaine Lundi 23 Rédaction 8 h 30, CM1 Mardi 24 aujourd’hui Rien de prévu .*Jeudi 26 Poésie .*Vendredi 27 Livret Vos outils/i,
  );
  expect(wordsOf(page)).not.toContain('Plus tard');
  for (const role of ['guardian', 'staff', 'pupil'] as const)
    expect(await portalOf(role)).not.toMatch(/Rédaction|Poésie/);
  told.set(SCHOOL, { news: [], tasks: [], week: [on('Plus tard', 30)] });
  expect(wordsOf(await portalOf('teacher'))).not.toMatch(/Cette semaine|Plus tard/);
});

test('adults of a school begin an act of a brick from the portal; pupils and guardians do not', async () => {
  const begins = /<a [^>]*href="\/s\/0390001X\/told\/works\/new"[^>]*>.*?Donner un travail/s;
  for (const role of ['teacher', 'head'] as const) expect(await portalOf(role)).toMatch(begins);
  for (const role of ['guardian', 'pupil'] as const) expect(await portalOf(role)).not.toContain('Donner un travail');
});

test('bricks that throw or are late leave their lines out, and their errors say so', async () => {
  pace.isLate = true;
  told.set(SCHOOL, { news: [line('Il reste')], tasks: [] });
  expect(wordsOf(await portalOf('guardian'))).toContain('Il reste');
  const errors = web.lines
    .filter(({ level }) => level === 'error')
    .map(({ brick, sentence }) => `${brick}: ${sentence}`);
  expect(errors).toContain('late: the page does without the news of the brick');
  expect(errors).toContain('broken: the page does without the news of the brick');
});

test('a replacement stands on the portals of both teachers, of the pupils and of their parents, in its days', async () => {
  const { manager } = web.host.database.dataSource;
  const cm1 = await manager.findOneByOrFail(GroupRow, { uai: SCHOOL, name: 'CM1' });
  const personId = await idOf('teacherOfOtherClass');
  const row = { id: 'stand-in', uai: SCHOOL, groupId: cm1.id, personId, addedBy: 'cli', addedAt: new Date() };
  const days = { from: new Date('2026-11-23T23:00:00Z'), until: new Date('2026-12-02T23:00:00Z') };
  await manager.insert(StandInRow, { ...row, ...days });
  try {
    // Of two teachers, nobody knows which one is away.
    const team = await manager.findBy(MembershipRow, { groupId: cm1.id, role: 'teacher' });
    expect(team).toHaveLength(2);
    expect(wordsOf(await portalOf('teacherOfOtherClass'))).toMatch(/Vous faites classe en CM1 jusqu’au 2 décembre/);
    for (const role of ['teacher', 'pupil', 'guardian'] as const) {
      expect(wordsOf(await portalOf(role))).toMatch(/Nadia Chevassus fait classe en CM1 jusqu’au 2 décembre/);
    }
    const teacher = await idOf('teacher');
    await manager.delete(MembershipRow, {
      groupId: cm1.id,
      personId: team.find((one) => one.personId !== teacher)?.personId ?? '',
    });
    const inClass = { path: '/notes/2', groupId: cm1.id };
    told.set(SCHOOL, { news: [], tasks: [task('Les copies du CM1', inClass), task('Mes copies')] });
    expect(wordsOf(await portalOf('teacherOfOtherClass'))).toMatch(
      /Deux choses.*Vous remplacez Claire Vuillet jusqu’au 2 décembre.*Mes copies.*Pour Claire Vuillet, jusqu’au 2 décembre.*Les copies du CM1/,
    );
    expect(wordsOf(await portalOf('teacher'))).not.toContain('Pour Claire');
    expect(wordsOf(await portalOf('teacher'))).toMatch(/Nadia Chevassus vous remplace jusqu’au 2 décembre/);
    for (const role of ['pupil', 'guardian'] as const) {
      expect(wordsOf(await portalOf(role))).toMatch(
        /Nadia Chevassus remplace Claire Vuillet en CM1 jusqu’au 2 décembre/,
      );
    }
    expect(wordsOf(await portalOf('pupilOfOtherClass'))).not.toMatch(/remplace/);
    await manager.update(StandInRow, { id: row.id }, { until: web.clock.now() });
    for (const role of ['teacherOfOtherClass', 'teacher', 'pupil'] as const) {
      expect(wordsOf(await portalOf(role))).not.toMatch(/remplace/);
    }
    expect(wordsOf(await portalOf('teacherOfOtherClass'))).not.toContain('Pour Claire');
  } finally {
    told.clear();
    await manager.delete(StandInRow, { id: row.id });
  }
});

test('the days of a replacement are those of the school of its class, and so is the page for its word', async () => {
  const { manager } = web.host.database.dataSource;
  const sixth = await manager.findOneByOrFail(GroupRow, { uai: OTHER_SCHOOL, name: '6e A' });
  const row = { id: 'far', uai: OTHER_SCHOOL, groupId: sixth.id, addedBy: 'cli', addedAt: new Date() };
  // Until the end of 2 December in Tahiti, which is 3 December in Paris.
  const days = { from: new Date('2026-11-23T10:00:00Z'), until: new Date('2026-12-03T10:00:00Z') };
  const { timeZone } = await manager.findOneByOrFail(SchoolRow, { uai: OTHER_SCHOOL });
  await manager.update(SchoolRow, { uai: OTHER_SCHOOL }, { timeZone: 'Pacific/Tahiti' });
  await manager.insert(StandInRow, { ...row, ...days, personId: await idOf('teacherOfOtherSchool') });
  try {
    for (const role of ['guardianInBothSchools', 'teacherInBothSchools'] as const) {
      expect(wordsOf(await portalOf(role))).toMatch(/Karim Bensalem fait classe en 6e A jusqu’au 2 décembre/);
    }
    const [teacher, team] = [await idOf('teacherOfOtherSchool'), { groupId: sixth.id, role: 'teacher' as const }];
    const own = await manager.findOneByOrFail(MembershipRow, { ...team, personId: teacher });
    await manager.delete(MembershipRow, { ...team, personId: teacher });
    try {
      expect(await portalOf('teacherInBothSchools')).toContain(`/s/${OTHER_SCHOOL}/replacements/far/word`);
    } finally {
      await manager.insert(MembershipRow, own);
    }
  } finally {
    await manager.delete(StandInRow, { id: row.id });
    await manager.update(SchoolRow, { uai: OTHER_SCHOOL }, { timeZone });
  }
});
