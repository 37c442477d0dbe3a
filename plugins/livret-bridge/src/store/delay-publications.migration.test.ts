// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../testing/start/livret-for-tests.js';
import { DelayPublications1796601600116 } from './delay-publications.migration.js';
import { PeriodRow } from './period.entity.js';

describe.each(bothDatabases())('the migration of the ten minutes on $name', (database) => {
  const started = startLivret({ database });

  test('P9 a period of which a bilan was published has begun, others have not; up and down run again after a crash', async () => {
    const { host, tables } = await started;
    const db = tables(SCHOOL);
    const about = { groupId: host.ids.cm1, pupilId: await host.ids.person('pupil'), marker: 'Un trimestre', db };
    const published = await exampleBilan(about, 'published');
    const endorsed = await exampleBilan(about, 'visa');
    const publishAt = new Date('2026-11-24T08:00:00Z');
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04', publishAt };
    const periods = [published, endorsed].map(({ period }) => ({
      period,
      year: 2026,
      rhythm: 'T' as const,
      count: 3,
      ...days,
    }));
    await db.repository(PeriodRow).insert(periods);
    const runner = host.host.database.dataSource.createQueryRunner();
    const migration = new DelayPublications1796601600116();
    await migration.down(runner);
    await migration.down(runner);
    await migration.up(runner);
    await migration.up(runner);
    const rows = await db.repository(PeriodRow).find({ order: { period: 'ASC' } });
    expect(rows.map(({ outAt, publishBefore }) => [outAt, publishBefore])).toEqual([
      [publishAt, null],
      [null, null],
    ]);
    await runner.release();
  });
});
