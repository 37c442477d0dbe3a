// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, member, SCHOOL } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork, partRow } from '../../testing/start/work-for-tests.js';
import { CHOOSE_CLASS_PATH, classWorksPath, newWorkPath, WORKS_PATH } from '../../paths.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('the works of a teacher on $name', ({ drive: { host, tables, storage } }) => {
  test('the works of a teacher of two classes open in the class in which something is to correct', async () => {
    await applyRecords(host, [...(await sampleRecords()), member(SCHOOL, 'cm2', 'teacher', 'teacher')]);
    const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
    const pathOf = async (): Promise<string | null> =>
      (await host.as('teacher').get(WORKS_PATH).expect(303)).headers.get('location');
    const work = await giveWork({ groupId: host.ids.cm2, title: 'Exposé' }, tools);
    const row = await partRow(work, await host.ids.person('pupilOfOtherClass'), tools);
    expect(await pathOf()).toContain(classWorksPath(host.ids.cm1));
    await tools.db.repository(WorkPupilRow).update({ id: row.id }, { state: 'handedIn', handedInAt: host.clock.now() });
    expect(await pathOf()).toContain(classWorksPath(host.ids.cm2));
  });

  test('the portal leads a teacher of one class to the form, and a teacher of two to the choice of the class', async () => {
    const pathOf = async (): Promise<string | undefined> => {
      const { text } = await host.as('teacher').get('/../').expect(200);
      const [before = ''] = text.split('Donner un travail');
      return /href="[^"]*\/file-share([^"]*)"/.exec(before.slice(before.lastIndexOf('<a ')))?.[1];
    };
    await applyRecords(host, await sampleRecords());
    expect(await pathOf()).toBe(newWorkPath(host.ids.cm1));
    await applyRecords(host, [...(await sampleRecords()), member(SCHOOL, 'cm2', 'teacher', 'teacher')]);
    expect(await pathOf()).toBe(CHOOSE_CLASS_PATH);
    const { text } = await host
      .as('teacher')
      .get(CHOOSE_CLASS_PATH)
      .expect(200, /À quelle classe/);
    for (const id of [host.ids.cm1, host.ids.cm2]) expect(text).toContain(`file-share${newWorkPath(id)}"`);
    // Users who hand out nothing are answered as if they had not asked.
    await host
      .as('guardian')
      .get(CHOOSE_CLASS_PATH)
      .expect(200)
      .expectNot(/À quelle classe/);
    await host.as('head').get(CHOOSE_CLASS_PATH).expect(303);
  });
});
