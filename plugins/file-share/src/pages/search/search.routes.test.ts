// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, OTHER_SCHOOL, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { giveWork, partRow } from '../../testing/start/work-for-tests.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { groupSpace } from '../../store/space-ref.js';

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('the search on $name', ({ drive }) => {
  const { host, tables, storage } = drive;
  const fill = new FillDrive(drive);
  const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
  const { folder, file } = driveSteps(host);
  const group = `/groups/${host.ids.cm1}`;
  const found = async (role: Role, q: string, more = ''): Promise<string[]> => {
    const { text } = await host
      .as(role)
      .get(`/search?q=${encodeURIComponent(q)}${more}`)
      .expect(200);
    return [...text.matchAll(/data-kind="[a-z]+" href="[^"]+"><span>([^]*?)<small>/g)].map(([, name = '']) =>
      name.replace(/<\/?mark>/g, ''),
    );
  };

  beforeAll(async () => {
    const id = await folder('teacher', group, 'Volcans et séismes');
    await file('teacher', `/folders/${id}`, 'Carte des volcans.png');
    const secret = await file('teacher', `/folders/${id}`, 'Évaluation volcans.odt');
    await host.as('teacher').post(`/nodes/${secret}/readers`).form({ readers: 'teachers' }).expect(303);
    const pupils = await file('teacher', group, 'Album volcan.pdf');
    await host.as('teacher').post(`/nodes/${pupils}/readers`).form({ readers: 'pupils' }).expect(303);
    await file('teacher', '/own', 'Volcans, mes photos.zip');
    await file('head', `/teams/${host.ids.cm1}`, 'Conseil volcans.odt');
    await file('teacherOfOtherClass', `/groups/${host.ids.cm2}`, 'Volcans du CM2.pdf');
  });

  test('T10: each person finds what they see, and no name of anything else', async () => {
    const forFamilies = ['Volcans et séismes', 'Carte des volcans.png'];
    expect(await found('guardian', 'volcan')).toEqual(forFamilies);
    expect(await found('pupil', 'VOLCAN')).toEqual(['Volcans et séismes', 'Album volcan.pdf', 'Carte des volcans.png']);
    // A child reads no sizes.
    await host.as('guardian').get('/search?q=volcan').expect(200, /octet/);
    await host.as('pupil').get('/search?q=volcan').expect(200, /Album/).expectNot(/octet/);
    const forTeam = ['Album volcan.pdf', 'Carte des volcans.png', 'Conseil volcans.odt', 'Évaluation volcans.odt'];
    expect(await found('teacher', 'volcan')).toEqual(['Volcans et séismes', ...forTeam, 'Volcans, mes photos.zip']);
    expect(await found('head', 'volcan')).toEqual(['Volcans et séismes', ...forTeam, 'Volcans du CM2.pdf']);
    expect(await found('staff', 'volcan')).toEqual([]);
    expect(await found('guardianOfOtherClass', 'volcan')).toEqual(['Volcans du CM2.pdf']);
  });

  test('T1, T10: nothing is found from the other school', async () => {
    const { text } = await host
      .as('teacherInBothSchools')
      .get('/search?q=volcan', { school: OTHER_SCHOOL })
      .expect(200);
    expect(text).toMatch(/Rien de ce nom/);
    expect(text).not.toMatch(/Carte des/);
  });

  test('T10: titles of works are found by those that may see the work, with its class and state', async () => {
    const dueAt = new Date(host.clock.now().getTime() + 3_600_000);
    const given = await giveWork({ groupId: host.ids.cm1, title: 'Exposé : une Étoile', dueAt }, tools);
    await giveWork({ groupId: host.ids.cm1, title: 'Étoile, brouillon', isDraft: true }, tools);
    await giveWork({ groupId: host.ids.cm1, title: 'Étoile choisie', audience: 'picked' }, tools);
    await giveWork({ groupId: host.ids.cm2, title: 'Étoile du CM2' }, tools);
    const row = await partRow(given, await host.ids.person('pupil'), tools);
    await tools.db.repository(WorkPupilRow).update({ id: row.id }, { state: 'handedIn', handedInAt: dueAt });
    const works = async (role: Role, more = '', q = 'etoile'): Promise<string[]> => {
      const { text } = await host.as(role).get(`/search?q=${q}${more}`).expect(200);
      const rows = text.matchAll(/<a class="file-share-found-work"[^]*?<\/li>/g);
      return [...rows]
        .map(([line]) =>
          line
            .replace(/<svg[^]*?<\/svg>|<[^>]*>|\n/g, ' ')
            .replace(/ +/g, ' ')
            .trim(),
        )
        .sort();
    };
    const toDo = 'Exposé : une Étoile';
    expect(await works('teacher')).toEqual([
      `${toDo} CM1 Mardi 24 à 12\u00a0h`,
      'Étoile , brouillon CM1 Brouillon',
      'Étoile choisie CM1 Sans date',
    ]);
    expect(await works('pupil')).toEqual([`${toDo} CM1 Rendu`]);
    expect(await works('classmate')).toEqual([`${toDo} CM1 À faire`]);
    expect(await works('guardian')).toEqual([`${toDo} Inès, CM1 Rendu`]);
    expect(await works('pupilOfOtherClass')).toHaveLength(1);
    expect(await works('head')).toHaveLength(4);
    for (const role of ['staff', 'lastYearsTeacher', 'teacherOfOtherSchool'] as const) {
      expect(await works(role)).toEqual([]);
    }
    expect(await works('teacher', `&in=${encodeURIComponent(`group:${host.ids.cm1}`)}`)).toHaveLength(3);
    for (const place of [`team:${host.ids.cm1}`, 'school']) {
      expect(await works('teacher', `&in=${encodeURIComponent(place)}`)).toEqual([]);
    }
    expect(await works('teacher', '', '%')).toEqual([]);

    const statements = async (role: Role): Promise<number> => {
      const { logger } = host.host.database.dataSource;
      const { logQuery } = logger;
      let count = 0;
      logger.logQuery = (text) => void (count += text.includes('file_share_') ? 1 : 0);
      await works(role);
      logger.logQuery = logQuery;
      return count;
    };
    const roles = ['teacher', 'pupil', 'guardian'] as const;
    const few = [await statements('teacher'), await statements('pupil'), await statements('guardian')];
    for (let index = 0; index < 20; index += 1) {
      await giveWork({ groupId: host.ids.cm1, title: `Étoile ${index}` }, tools);
    }
    for (const [index, role] of roles.entries()) {
      expect(await works(role)).toHaveLength(role === 'teacher' ? 23 : 21);
      expect(await statements(role)).toBeLessThanOrEqual(few[index] ?? 0);
    }
  });

  test('a search in one space, of a pattern, of nothing and of a foreign space', async () => {
    expect(await found('teacher', 'volcan', '&in=' + encodeURIComponent(`group:${host.ids.cm1}`))).toHaveLength(4);
    expect(await found('teacher', 'volcan', `&in=group:${host.ids.cm2}`)).toHaveLength(6);
    expect(await found('teacher', '%')).toEqual([]);
    expect(await found('teacher', ' ')).toEqual([]);
    await host
      .as('teacher')
      .get('/search')
      .expect(200, /Écrivez un mot/);
    await host
      .as('pupil')
      .get('/search?q=eruption')
      .expect(200, /Rien de ce nom/);
  });

  test('T6: more than a page of results is called so, and a line of another place leads to no further ones', async () => {
    const root = await fill.root(groupSpace(host.ids.cm1));
    const wanted = Array.from({ length: 101 }, (_, index) => `Nébuleuse ${index + 1}`);
    await fill.folders(root, wanted);
    const { text } = await host
      .as('teacher')
      .get('/search?q=nebuleuse')
      .expect(200, /Plus de 100 réponses/);
    const after = /after=([\da-f-]{36})/.exec(text)?.[1] ?? '';
    expect(await found('teacher', 'nebuleuse', `&after=${after}`)).toEqual(['Nébuleuse 101']);
    const elsewhere = await file('head', '/own', 'Nébuleuse 100.txt');
    expect(await found('teacher', 'nebuleuse', `&after=${elsewhere}`)).toHaveLength(100);
  });
});
