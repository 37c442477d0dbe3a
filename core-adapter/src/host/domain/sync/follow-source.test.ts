// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter, once } from 'node:events';
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { UnavailableError } from '../../../api/errors.js';
import type { Log } from '../../../api/log.js';
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { followSource } from './follow-source.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import { person, sampleRecords, SOURCE, sourceOf, TILLEULS, VAL, without } from './testing/records-for-tests.js';

const HOUR = 3_600_000;

describe.each(bothDatabases())('following a source on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let events: EventEmitter;
  let stop: AbortController;
  let readings: number;
  let lines: string[];
  let followers: Promise<void>[];
  let directory: { records: DirectoryRecord[]; mark: string | undefined; isDown: boolean; breaksOff: boolean };

  const line: Log['info'] = (_fields, message) => {
    lines.push(message);
    events.emit('line');
  };
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const source: DirectorySource = {
    name: SOURCE,
    fullSyncInterval: 24 * HOUR,
    fingerprint: () => {
      events.emit('asked');
      if (directory.isDown) return Promise.reject(new UnavailableError('The directory is down.'));
      return Promise.resolve(directory.mark);
    },
    read(signal) {
      readings += 1;
      if (directory.breaksOff) throw new UnavailableError('The connection was cut.');
      return sourceOf(directory.records).read(signal);
    },
  };

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-03-20T09:00:00Z');
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
    events = new EventEmitter();
    stop = new AbortController();
    followers = [];
    readings = 0;
    lines = [];
    directory = { records: sampleRecords(), mark: 'one', isDown: false, breaksOff: false };
  });
  afterEach(async () => {
    stop.abort();
    await Promise.all(followers);
    await database.drop();
  });

  function follow(): void {
    followers.push(followSource(source, { sync: syncs, log, every: 5 }, stop.signal));
  }

  /** Waits for the next log entry with this message. */
  async function said(message: string): Promise<void> {
    for (;;) {
      const at = lines.findIndex((text) => text.includes(message));
      if (at >= 0) return void lines.splice(0, at + 1);
      await once(events, 'line');
    }
  }

  async function asked(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await once(events, 'asked');
  }

  const change = (records: DirectoryRecord[], mark: string): void => void (directory = { ...directory, records, mark });

  testOnce('reads at first, then whenever its mark is another, and leaves no trace otherwise', async () => {
    follow();
    await said('synced');
    await asked(3);
    expect(readings).toBe(1);
    change([...sampleRecords(), person('lea.martin', 'pupil', VAL)], 'two');
    await said('synced');
    await asked(3);
    expect(readings).toBe(2);
    expect(await syncs.last(SOURCE)).toMatchObject({ id: 2, state: 'applied', mark: 'two' });
  });

  testOnce('L15 reads everything once a day, whatever the mark says', async () => {
    follow();
    await said('synced');
    clock.advance(24 * HOUR);
    await said('synced');
    expect([readings, (await syncs.last(SOURCE))?.state]).toEqual([2, 'unchanged']);
  });

  testOnce('L3 a plan that was refused waits, and is not made again at each look', async () => {
    follow();
    await said('synced');
    change(without(sampleRecords(), VAL), 'two');
    await said('refused');
    await asked(3);
    expect(await syncs.last(SOURCE)).toMatchObject({ id: 2, state: 'refused' });
    change([...sampleRecords(), person('lea.martin', 'pupil', TILLEULS)], 'three');
    await said('synced');
  });

  testOnce('L6 a school that could not be read is not asked for at each look', async () => {
    change([...sampleRecords(), { type: 'unread-school', uai: VAL, reason: 'elsewhere' }], 'one');
    follow();
    await said('synced');
    await asked(3);
    expect([readings, (await syncs.last(SOURCE))?.mark]).toEqual([1, null]);
    change(sampleRecords(), 'two');
    await said('synced');
    expect([readings, (await syncs.last(SOURCE))?.mark]).toEqual([2, 'two']);
  });

  testOnce('L12 a directory that does not answer is asked again, and leaves no run', async () => {
    directory.isDown = true;
    follow();
    await said('The directory is down.');
    directory.isDown = false;
    await said('synced');
    await said('answers again');
    expect(await syncs.last(SOURCE)).toMatchObject({ id: 1, state: 'applied' });
  });

  testOnce('L12 a reading that breaks off is tried again, though nothing changed meanwhile', async () => {
    directory.breaksOff = true;
    follow();
    await said('The connection was cut.');
    directory.breaksOff = false;
    await said('synced');
    expect(await syncs.last(SOURCE)).toMatchObject({ state: 'applied' });
  });

  test('the next process need not wait for one that has stopped', async () => {
    follow();
    await said('synced');
    stop.abort();
    await Promise.all(followers);
    stop = new AbortController();
    follow();
    change([...sampleRecords(), person('lea.martin', 'pupil', VAL)], 'two');
    await said('synced');
  });

  testOnce('a source without a fingerprint is not followed, until it has one', async () => {
    directory.mark = undefined;
    follow();
    await said('cannot be followed');
    await asked(3);
    expect([readings, lines]).toEqual([0, []]);
    directory.mark = 'one';
    await said('synced');
  });

  test('L13 one of two hosts follows, until its lease expires', async () => {
    expect(await syncs.watch(SOURCE, 'one', 1_000)).toBe(true);
    expect(await syncs.watch(SOURCE, 'other', 1_000)).toBe(false);
    clock.advance(900);
    expect(await syncs.watch(SOURCE, 'one', 1_000)).toBe(true);
    clock.advance(900);
    expect(await syncs.watch(SOURCE, 'other', 1_000)).toBe(false);
    clock.advance(101);
    expect(await syncs.watch(SOURCE, 'other', 1_000)).toBe(true);
    expect(await syncs.watch(SOURCE, 'one', 1_000)).toBe(false);
  });
});
