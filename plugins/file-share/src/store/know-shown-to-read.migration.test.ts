// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { giveWork } from '../testing/start/work-for-tests.js';
import { startDrive } from '../testing/start/drive-for-tests.js';
import { putPart } from '../testing/start/works-for-tests.js';
import { KnowShownToRead1796861220000 } from './know-shown-to-read.migration.js';
import { WorkPupilRow } from './work-pupil.entity.js';

describe.each(bothDatabases())('the migration of parts that were shown to be read, on $name', (database) => {
  const started = startDrive({ database });

  test('rows that were shown of works that collect nothing were shown to be read, and no others', async () => {
    const { host, tables, storage } = await started;
    const db = tables(SCHOOL);
    const pupilId = await host.ids.person('pupil');
    const runner = host.host.database.dataSource.createQueryRunner();
    const migration = new KnowShownToRead1796861220000();
    await migration.down(runner);
    await migration.up(runner);
    for (const collects of [true, false]) {
      for (const shown of [true, false]) {
        const work = await giveWork(
          { groupId: host.ids.cm1, collects },
          { db, storage: storage(SCHOOL), clock: host.clock },
        );
        await putPart(db, work, pupilId, { word: `collects ${collects}, shown ${shown}`, shown });
      }
    }
    // After a crash, the column is there.
    await migration.up(runner);
    await runner.release();
    const rows = await db.repository(WorkPupilRow).find({ where: { shownToRead: true } });
    expect(rows.map(({ word }) => word)).toEqual(['collects false, shown true']);
  });
});
