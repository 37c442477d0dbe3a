// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { partPath } from '../../paths.js';
import { applyRecords, sampleRecords, withOtherKey } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';

describe.each(testDatabases())('a part of a pupil with two records that became one on $name', (database) => {
  const started = startDrive({ database });

  test('X8: the address of the record that went, and the form of a page opened before, lead to the one that stayed', async () => {
    const { host, tables, storage } = await started;
    const kept = await host.ids.person('pupil');
    await applyRecords(host, withOtherKey('pupil', 'ines.2', await sampleRecords()));
    const gone = await host.ids.login('ines.2');
    const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
    const work = await giveWork({ groupId: host.ids.cm1 }, tools);
    const pathOf = (id: string): string => `/s/${SCHOOL}/file-share${partPath(work.id, id)}`;
    const pupil = host.asLogin('ines.2');
    await pupil.post(pathOf(gone)).form({ action: 'start' }).expect(303);

    const asked = `SELECT id FROM core_homonym WHERE state = 'open'`;
    const [pair] = await host.host.database.dataSource.query<{ id: string }[]>(asked);
    await host.host.homonyms.decide(pair?.id ?? '', 'same', { actor: 'cli', reason: '' });

    const again = host.asLogin('ines.2');
    expect((await again.get(pathOf(gone)).expect(303)).headers.get('location')).toBe(pathOf(kept));
    for (const other of ['classmate', 'teacherOfOtherClass'] as const)
      await host.as(other).get(pathOf(gone)).expect(404);
    await again.get(pathOf(kept)).expect(200);

    // A teacher sends the form of a page that was open before the join.
    const page = await host.as('teacher').get(pathOf(kept)).expect(200);
    const revision = /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    const form = { answer: 'Bravo pour la carte', do: 'keep', revision };
    const answered = await host
      .as('teacher')
      .post(`${pathOf(gone)}/give-back`)
      .form(form)
      .expect(303);
    expect(answered.headers.get('location')).toContain(pathOf(kept));
    await host
      .as('teacher')
      .get(pathOf(kept))
      .expect(200, /Bravo pour la carte/);
  });
});
