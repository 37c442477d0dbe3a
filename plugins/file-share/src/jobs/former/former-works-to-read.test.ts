// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, changeSchool, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { partPath } from '../../paths.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { readZip } from '../../testing/start/read-zip-for-tests.js';

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, now: new Date('2026-11-24T09:00:00Z') }),
  })),
);
const PAGE = '/../../../ancienne-ecole';

describe.each(drives)('works to read of a pupil who changes schools, on $name', ({ drive: { host, ...drive } }) => {
  const tools = { db: drive.tables(SCHOOL), storage: drive.storage(SCHOOL), clock: host.clock };

  test('T12: those that were shown stay readable until their school year ends, with their files', async () => {
    const pupilId = await host.ids.person('pupil');
    const of = `${PAGE}/${SCHOOL}/${pupilId}/file-share`;
    const give = (title: string, collects = false): ReturnType<typeof giveWork> =>
      giveWork({ groupId: host.ids.cm1, title, collects, text: `${title}.`, read: { 'fiche.txt': title } }, tools);
    const shown = [await give('Les volcans'), await give('Un exercice', true)];
    for (const { id } of shown) await host.as('pupil').get(partPath(id, pupilId)).expect(200);
    await give('Jamais ouvert');
    const inZip = async (path: string, method: 'get' | 'post'): Promise<unknown> =>
      Object.fromEntries(await readZip((await host.as('pupil')[method](path).expect(200)).bytes));
    const taken = {
      'Travaux/Les volcans/fiche.txt': 'Les volcans',
      'Travaux/Les volcans/Mots et corrections.txt': expect.stringMatching(/Les volcans\./),
    };
    expect(await inZip('/own/take-all', 'get')).toEqual(taken);
    await changeSchool(host, 'pupil');

    expect((await host.as('pupil').get('/../', { school: OTHER_SCHOOL })).text).toMatch(/Tu as changé d’école/);
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /1 travail à lire[^]*jusqu’au 31 juillet 2027/);
    await host
      .as('pupil')
      .get(`${of}/lire/travaux`)
      .expect(200, /Les volcans/)
      .expectNot(/exercice|Jamais/);
    expect(await inZip(`${of}/emporter`, 'post')).toEqual(taken);
    for (const role of ['guardian', 'classmate', 'head'] as const)
      await host.as(role).get(`${of}/lire/travaux`).expect(404);

    host.clock.advance(new Date('2027-08-01T06:00:00Z').getTime() - host.clock.now().getTime());
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200)
      .expectNot(/travail à lire/);
    await host.as('pupil').get(`${of}/lire/travaux`).expect(404);
  });
});
