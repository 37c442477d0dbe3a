// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { UnavailableError } from '../../../api/errors.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import { sampleRecords, SIGNAL, SOURCE, sourceOf, VAL, without } from './testing/records-for-tests.js';

const HOUR = 3_600_000;

describe.each(testDatabases())('a source that tells whether it changed, on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let readings: number;
  /** The records and the fingerprint of the source; both change at any time. */
  let directory: { records: DirectoryRecord[]; mark: string | undefined };

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-07-20T09:00:00Z');
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
    readings = 0;
    directory = { records: sampleRecords(), mark: 'one' };
  });
  afterEach(() => database.drop());

  const source: DirectorySource = {
    name: SOURCE,
    fullSyncInterval: 24 * HOUR,
    fingerprint: () => Promise.resolve(directory.mark),
    read(signal) {
      readings += 1;
      return sourceOf(directory.records).read(signal);
    },
  };
  const sync = async (): Promise<string> => (await syncs.run(source, SIGNAL)).state;

  test('is read once, and again when it says so', async () => {
    expect([await sync(), await sync(), await sync()]).toEqual(['applied', 'unchanged', 'unchanged']);
    expect(readings).toBe(1);
    expect(await syncs.last(SOURCE)).toMatchObject({ id: 3, mark: 'one', counts: null, endedAt: clock.now() });
    directory = { records: sampleRecords().slice(0, -1), mark: 'two' };
    expect([await sync(), await sync()]).toEqual(['applied', 'unchanged']);
    expect(readings).toBe(2);
  });

  test('is read whatever it says when that was long ago', async () => {
    await sync();
    clock.advance(24 * HOUR - 1);
    await sync();
    expect(readings).toBe(1);
    clock.advance(1);
    expect([await sync(), await sync(), readings]).toEqual(['unchanged', 'unchanged', 2]);
  });

  test('is read in a new school year: its classes are others', async () => {
    clock.set('2026-07-31T21:30:00Z');
    await sync();
    clock.advance(HOUR);
    expect([await sync(), readings]).toEqual(['applied', 2]);
  });

  test('that does not tell, or no longer does, is read each time', async () => {
    await sync();
    directory = { records: sampleRecords(), mark: undefined };
    expect([await sync(), await sync(), readings]).toEqual(['unchanged', 'unchanged', 3]);
  });

  test('that was read and refused is read again, until an approval', async () => {
    await sync();
    directory = { records: without(sampleRecords(), VAL), mark: 'two' };
    const { id, state } = await syncs.plan(source, SIGNAL);
    expect([state, (await syncs.plan(source, SIGNAL)).state, readings]).toEqual(['refused', 'refused', 3]);
    await syncs.apply(id, { approve: { by: 'cli', reason: 'closed' } });
    expect([await sync(), readings]).toEqual(['unchanged', 3]);
  });

  test('what changes while it is read is seen by the next mark', async () => {
    const changing: DirectorySource = {
      ...source,
      async *read(signal) {
        yield* source.read(signal);
        directory = { records: sampleRecords().slice(0, -1), mark: 'two' };
      },
    };
    await syncs.run(changing, SIGNAL);
    expect([await sync(), readings]).toEqual(['applied', 2]);
  });

  test('that cannot be asked is a failed run', async () => {
    const down = { ...source, fingerprint: () => Promise.reject(new UnavailableError('The directory is down.')) };
    await expect(syncs.run(down, SIGNAL)).rejects.toThrow(/down/);
    expect(await syncs.last(SOURCE)).toMatchObject({ state: 'failed', failure: 'The directory is down.' });
  });
});
