// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { TestClock } from '../../../testing/test-clock.js';
import { SyncService } from '../../domain/sync/sync-service.js';
import { openTestDatabase } from '../../domain/sync/testing/database-for-tests.js';
import { sampleRecords, SIGNAL, SOURCE, sourceOf, VAL } from '../../domain/sync/testing/records-for-tests.js';
import { checkUnreadSchools } from './check-unread-schools.js';

test.each(testDatabases())('L6 doctor names the schools that the last sync could not read on $name', async (kind) => {
  const { unitOfWork, drop } = await openTestDatabase(kind);
  try {
    const syncs = new SyncService({ unitOfWork, clock: new TestClock() });
    const unread: DirectoryRecord = { type: 'unread-school', uai: VAL, reason: 'a part of it is elsewhere' };
    expect(await checkUnreadSchools(unitOfWork, [SOURCE])).toEqual([]);
    await syncs.run(sourceOf([...sampleRecords(), unread]), SIGNAL);
    expect(await checkUnreadSchools(unitOfWork, [SOURCE, 'onde'])).toEqual([
      {
        state: 'warn',
        sentence: `The school ${VAL} could not be read in full in sync run 1 of "${SOURCE}": a part of it is elsewhere.`,
        remedy: `The data of this school stays unchanged; "volee sync run --source ${SOURCE}" tries again.`,
      },
    ]);
    expect(await checkUnreadSchools(unitOfWork, ['onde'])).toEqual([]);
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    expect(await checkUnreadSchools(unitOfWork, [SOURCE])).toEqual([]);
  } finally {
    await drop();
  }
});
