// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, testDatabases, type Role } from '@volee/core-adapter/testing';
import { driveSteps } from '../drive-links-for-tests.js';
import { startDrive } from '../drive-for-tests.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('the search on $name', ({ drive: { host } }) => {
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
    expect(text).toMatch(/0 réponse/);
    expect(text).not.toMatch(/Carte des/);
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
      .expect(200, /0 réponse/);
  });
});
