// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { giveWork } from '../testing/start/work-for-tests.js';
import { startDrive } from '../testing/start/drive-for-tests.js';
import { putPart } from '../testing/start/works-for-tests.js';
import { MarkShown1796861160000 } from './mark-shown.migration.js';
import { WorkPupilRow } from './work-pupil.entity.js';

describe.each(bothDatabases())('the migration of parts that were shown, on $name', (database) => {
  const started = startDrive({ database });

  test('rows of works for a class or a level were shown, and nobody knows about picked pupils', async () => {
    const { host, tables, storage } = await started;
    const db = tables(SCHOOL);
    const pupilId = await host.ids.person('pupil');
    for (const audience of ['class', 'level', 'picked'] as const) {
      const work = await giveWork(
        { groupId: host.ids.cm1, audience, title: audience },
        { db, storage: storage(SCHOOL), clock: host.clock },
      );
      await putPart(db, work, pupilId, { word: audience });
    }
    const runner = host.host.database.dataSource.createQueryRunner();
    await new MarkShown1796861160000().up(runner);
    await runner.release();
    const rows = await db.repository(WorkPupilRow).find();
    expect(Object.fromEntries(rows.map(({ word, shown }) => [word, shown]))).toEqual({
      class: true,
      level: true,
      picked: false,
    });
  });
});
