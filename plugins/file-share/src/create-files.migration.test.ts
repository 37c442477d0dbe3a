// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import { CreateFiles1764028800000 } from './create-files.migration.js';
import { FileRow } from './file.entity.js';
import fileShare from './index.js';

for (const database of testDatabases()) {
  const { host } = await startTestHost({ bricks: [fileShare], database });

  test(`on ${database.name} the table is what the entity says, holds large files, and goes away again`, async () => {
    const { dataSource } = host.database;

    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((query) => query.includes('file_share'))).toEqual([]);

    const row: FileRow = {
      id: '01936000-0000-7000-8000-000000000001',
      school: SCHOOL,
      groupId: null,
      ownerId: '01936000-0000-7000-8000-000000000002',
      addedBy: '01936000-0000-7000-8000-000000000002',
      name: 'Éruption 🌋.mp4',
      bytes: 5_000_000_001,
      storageKey: 'ab/01936000-0000-7000-8000-0000000000ab',
      sha256: 'f'.repeat(64),
      addedAt: new Date('2026-11-24T10:00:00.123Z'),
    };
    await dataSource.getRepository(FileRow).insert(row);
    expect(await dataSource.getRepository(FileRow).findOneByOrFail({ id: row.id })).toEqual(row);

    const runner = dataSource.createQueryRunner();
    await new CreateFiles1764028800000().down(runner);
    expect(await runner.hasTable('file_share_file')).toBe(false);
    await runner.release();
  });
}
