// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import { FileRow } from './file.entity.js';
import fileShare from './index.js';

for (const database of testDatabases()) {
  const { host } = await startTestHost({ bricks: [fileShare], database });

  test(`on ${database.name} the table holds a large file, and gives it back as it was`, async () => {
    const { dataSource } = host.database;

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
      place: 'e'.repeat(64),
      uploadMark: 'd'.repeat(64),
    };
    await dataSource.getRepository(FileRow).insert(row);
    expect(await dataSource.getRepository(FileRow).findOneByOrFail({ id: row.id })).toEqual(row);
  });
}
