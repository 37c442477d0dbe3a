// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../testing/test-databases.js';
import { TestClock } from '../../testing/test-clock.js';
import { SyncService } from '../../host/domain/sync/sync-service.js';
import { openTestDatabase, type OpenDatabase } from '../../host/domain/sync/testing/database-for-tests.js';
import { sampleRecords, SIGNAL, sourceOf } from '../../host/domain/sync/testing/records-for-tests.js';
import { outcomeOf } from './sync-outcome.js';

describe.each(testDatabases())('the outcome of a sync on $name', (kind) => {
  let database: OpenDatabase;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.drop());

  test('L15 a directory that was not read is not said to be unchanged', async () => {
    const sync = new SyncService({ unitOfWork: database.unitOfWork, clock: new TestClock() });
    const marked = { fingerprint: () => Promise.resolve('mark'), fullSyncInterval: 86_400_000 };
    const source = { ...sourceOf(sampleRecords()), ...marked };
    expect(outcomeOf(await sync.run(source, SIGNAL))).toBe('applied');
    // Without read rights the directory would name nobody, and it says the same mark.
    const blind = { ...sourceOf([]), ...marked };
    expect(outcomeOf(await sync.run(blind, SIGNAL))).toBe('not read, the directory says nothing changed');
    expect(outcomeOf(await sync.run(sourceOf(sampleRecords()), SIGNAL))).toBe('nothing changed');
  });
});
