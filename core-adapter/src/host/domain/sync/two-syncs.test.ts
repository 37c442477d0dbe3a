// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';
import { TestClock } from '../../../testing/test-clock.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../../app/core-schema.js';
import { openDatabase, type Database } from '../../infra/database/open-database.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { SyncRunRow } from './runs/sync-run.entity.js';
import type { SyncRun } from './runs/sync-runs.js';
import { SyncSourceRow } from './state/sync-source.entity.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import { person, sampleRecords, SIGNAL, SOURCE, sourceOf, TILLEULS, VAL } from './testing/records-for-tests.js';

describe.each(bothDatabases())('L13 two syncs at once on $name', (kind) => {
  // Two connections where the engine has them; SQLite has one for the whole process.
  let other: Database | undefined;
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let second: SyncService;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock();
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
    other = kind.name === 'SQLite' ? undefined : await openDatabase(database.url, coreSchema.entities);
    second = new SyncService({ unitOfWork: (other ?? database).unitOfWork, clock });
  });

  afterEach(async () => {
    await other?.close();
    await database.drop();
  });

  function persons(): Promise<number> {
    return database.dataSource.manager.countBy(ExternalIdRow, {});
  }

  test('of one source: one is applied, the other is told so and writes nothing', async () => {
    const lea = await syncs.plan(sourceOf([...sampleRecords(), person('lea.martin', 'pupil', TILLEULS)]), SIGNAL);
    const tom = await second.plan(sourceOf([...sampleRecords(), person('tom.martin', 'pupil', VAL)]), SIGNAL);
    const results = await Promise.allSettled([syncs.apply(lea.id), second.apply(tom.id)]);
    const failures = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
    expect(failures).toEqual([expect.any(ConflictError)]);
    expect(String(failures[0])).toMatch(/Another sync of "scribe" was applied after the plan of run \d was made/);
    const runs: SyncRun[] = [await syncs.show(lea.id), await syncs.show(tom.id)];
    expect(runs.map(({ state }) => state).sort()).toEqual(['applied', 'failed']);
    expect(await persons()).toBe(25);
  });

  test('a run whose process was killed while it wrote is broken off, and the next one starts from what is stored', async () => {
    const { id } = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    // A process leaves this state when it is killed before its transaction commits.
    await database.dataSource.manager.update(SyncRunRow, { id }, { state: 'writing' });
    expect(await syncs.run(sourceOf(sampleRecords()), SIGNAL)).toMatchObject({ id: id + 1, state: 'applied' });
    expect(await syncs.show(id)).toMatchObject({
      ...{ state: 'broken off', endedAt: clock.now() },
      failure: 'The process ended while it wrote: nothing of this run was written.',
    });
    await expect(syncs.apply(id)).rejects.toThrow(`Sync run ${id} is broken off and cannot be applied.`);
  });

  test('a run that a living process writes is not broken off, and is not applied twice', async () => {
    const { id } = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    const seen: unknown[] = [];
    const writing = new SyncService({
      unitOfWork: (other ?? database).unitOfWork,
      clock,
      onBegun: async () => {
        // On SQLite, nobody else reads a state of this transaction.
        if (!other) return;
        seen.push(await syncs.apply(id).catch((error: unknown) => error));
        seen.push((await syncs.show(id)).state);
      },
    });
    expect((await writing.apply(id)).state).toBe('applied');
    expect(seen.map(String)).toEqual(
      other ? [`ConflictError: Sync run ${id} is being applied already.`, 'writing'] : [],
    );
    expect(await syncs.show(id)).toMatchObject({ state: 'applied', failure: null });
  });

  test('of one source in one process: the second waits for the first', async () => {
    const sources = [sampleRecords(), [...sampleRecords(), person('lea.martin', 'pupil', TILLEULS)]];
    const runs = await Promise.all(sources.map((records) => syncs.run(sourceOf(records), SIGNAL)));
    expect(runs.map(({ state, counts }) => [state, counts?.persons.created])).toEqual([
      ['applied', 24],
      ['applied', 1],
    ]);
  });

  test('of a source never read before: one is applied, the other fails before it writes', async () => {
    const results = await Promise.allSettled([
      syncs.run(sourceOf(sampleRecords()), SIGNAL),
      second.run(sourceOf(sampleRecords()), SIGNAL),
    ]);
    const outcomes = results.map((result) =>
      result.status === 'fulfilled' ? result.value.state : result.reason instanceof ConflictError,
    );
    expect(outcomes).toContain('applied');
    expect(outcomes.filter((outcome) => outcome === true || outcome === 'unchanged')).toHaveLength(1);
    expect(await persons()).toBe(24);
  });

  test('of two sources: both are applied', async () => {
    const schools = sampleRecords().filter((record) => record.type === 'school');
    const scribe = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    await syncs.apply(scribe.id);
    const more = await syncs.plan(sourceOf([...sampleRecords(), person('lea.martin', 'pupil', VAL)]), SIGNAL);
    const onde = await second.plan(sourceOf([...schools, person('zoe.autre', 'pupil', TILLEULS)], 'onde'), SIGNAL);
    const runs = await Promise.all([syncs.apply(more.id), second.apply(onde.id)]);
    expect(runs.map(({ state }) => state)).toEqual(['applied', 'applied']);
    expect(await persons()).toBe(26);
  });

  test('of one plan: it is applied once, and the second finds it applied', async () => {
    const { id } = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    const results = await Promise.allSettled([syncs.apply(id), syncs.apply(id)]);
    expect(results).toMatchObject([
      { value: { state: 'applied' } },
      { reason: { message: `Sync run ${id} is applied and cannot be applied.` } },
    ]);
    expect(await syncs.show(id)).toMatchObject({ state: 'applied', failure: null });
    expect(await persons()).toBe(24);
  });

  if (kind.name === 'MariaDB') {
    test('one that waits too long for the other is told so', async () => {
      const { id } = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
      await other?.unitOfWork.transaction(async (manager) => {
        await manager.update(SyncSourceRow, { name: SOURCE }, { appliedRun: 9 });
        const waiting = database.unitOfWork.transaction(async (own) => {
          await own.query('SET innodb_lock_wait_timeout = 1');
          await syncs.apply(id);
        });
        await expect(waiting).rejects.toThrow(
          'Another sync of "scribe" is being applied, so that nothing was written.',
        );
      });
      expect(await persons()).toBe(0);
    });
  }
});
