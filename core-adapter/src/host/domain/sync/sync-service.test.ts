// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import { ConflictError, InputError, NotFoundError, RefusedError, UnavailableError } from '../../../api/errors.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import {
  person,
  sampleRecords,
  SIGNAL,
  SOURCE,
  sourceOf,
  TILLEULS,
  VAL,
  without,
} from './testing/records-for-tests.js';
import { SyncPlanPartRow } from './runs/sync-plan-part.entity.js';
import type { SyncRun } from './runs/sync-runs.js';
import { SyncService } from './sync-service.js';
import { TestClock } from '../../../testing/test-clock.js';

const FEW = without(sampleRecords(), ...['one', 'two', 'three', 'four', 'five'].map((name) => `${name}.petit`));

describe.each(bothDatabases())('syncs on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: OpenDatabase;
  let clock: TestClock;
  let disabled: string[];
  let syncs: SyncService;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock();
    disabled = [];
    syncs = new SyncService({
      unitOfWork: database.unitOfWork,
      clock,
      onDisabled: (ids) => Promise.resolve(void disabled.push(...ids)),
    });
  });

  afterEach(() => database.drop());

  function persons(): Promise<number> {
    return database.dataSource.manager.countBy(ExternalIdRow, {});
  }

  function enabled(): Promise<number> {
    return database.dataSource.manager.createQueryBuilder(PersonRow, 'p').where('p.disabledAt IS NULL').getCount();
  }

  testOnce('onProgress reports the progress, and onRunEnded every run that ends', async () => {
    const ended: string[] = [];
    const progress = new Map<string, number>();
    const reported = new SyncService({
      unitOfWork: database.unitOfWork,
      clock,
      onRunEnded: ({ id, state }) => void ended.push(`${id} ${state}`),
      onProgress: (stage, count) => void progress.set(stage, count),
    });
    await reported.run(sourceOf(sampleRecords()), SIGNAL);
    expect(Object.fromEntries(progress)).toEqual({ reading: sampleRecords().length, writing: 24 });
    await reported.run(sourceOf(sampleRecords()), SIGNAL);
    await reported.plan(sourceOf([]), SIGNAL);
    const down: DirectorySource = {
      name: SOURCE,
      read: () => {
        throw new Error('down');
      },
    };
    await reported.plan(down, SIGNAL).catch(() => undefined);
    await reported.plan(sourceOf([...sampleRecords(), person('zoe.neuve', 'pupil', VAL)]), SIGNAL);
    expect(ended).toEqual(['1 applied', '2 unchanged', '3 refused', '4 failed']);
  });

  testOnce('run plans, guards and applies; the next one finds nothing changed', async () => {
    const first = await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    expect(first).toMatchObject({
      id: 1,
      source: SOURCE,
      state: 'applied',
      startedAt: clock.now(),
      endedAt: clock.now(),
      counts: { persons: { created: 24 } },
      ignored: { total: 0, reasons: [] },
      verdict: { refused: false },
      failure: null,
      approvedBy: null,
    });
    expect(await persons()).toBe(24);
    const second = await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    expect(second).toMatchObject({ id: 2, state: 'unchanged', baseRun: 1 });
    expect(await syncs.last(SOURCE)).toEqual(second);
    expect(await syncs.last('onde')).toBeUndefined();
    expect(await syncs.apply(2)).toEqual(second);
  });

  testOnce('plan and apply as separate steps: a plan waits, is shown, and is applied once', async () => {
    const run = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    expect(run).toMatchObject({ state: 'planned', endedAt: null });
    expect(await persons()).toBe(0);
    const shown = await syncs.show(run.id);
    expect(shown.plan?.persons.created).toHaveLength(24);
    expect(shown).toMatchObject({ ...run });
    expect((await syncs.apply(run.id)).state).toBe('applied');
    expect(await persons()).toBe(24);
    await expect(syncs.apply(run.id)).rejects.toThrow(ConflictError);
    expect((await syncs.show(run.id)).state).toBe('applied');
  });

  testOnce('an unknown run is not found', async () => {
    await expect(syncs.show(7)).rejects.toThrow(NotFoundError);
    await expect(syncs.apply(7)).rejects.toThrow(NotFoundError);
  });

  testOnce('L3 a source that names nobody is refused, with the number of the run; nothing changes', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const refused = syncs.run(sourceOf([]), SIGNAL);
    await expect(refused).rejects.toThrow(RefusedError);
    await expect(refused).rejects.toThrow(
      /^Sync run 2 of "scribe" was refused and nothing was changed:\n- The source scribe named no person/,
    );
    expect(await enabled()).toBe(24);
    expect(disabled).toEqual([]);
    expect(await syncs.last(SOURCE)).toMatchObject({ id: 2, state: 'refused', verdict: { refused: true } });
  });

  testOnce('L4 a refused plan is kept, and applied with a reason', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const { id, state } = await syncs.plan(sourceOf(FEW), SIGNAL);
    expect(state).toBe('refused');
    await expect(syncs.apply(id)).rejects.toThrow(/5 of 10 pupils are still there/);
    await expect(syncs.apply(id, { approve: { by: 'cli', reason: ' ' } })).rejects.toThrow(InputError);
    expect(await enabled()).toBe(24);
    clock.set('2025-11-25T09:00:00Z');
    const applied = await syncs.apply(id, { approve: { by: 'cli', reason: 'five pupils moved abroad' } });
    expect(applied).toMatchObject({
      state: 'applied',
      approvedBy: 'cli',
      approvalReason: 'five pupils moved abroad',
      endedAt: clock.now(),
    });
    expect(await enabled()).toBe(19);
    expect(disabled).toHaveLength(5);
    expect((await syncs.run(sourceOf(FEW), SIGNAL)).state).toBe('unchanged');
  });

  testOnce('a school that vanished is refused once: approved, it is gone for good', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const { id } = await syncs.plan(sourceOf(without(sampleRecords(), VAL)), SIGNAL);
    await syncs.apply(id, { approve: { by: 'cli', reason: 'closed' } });
    expect((await syncs.run(sourceOf(without(sampleRecords(), VAL)), SIGNAL)).state).toBe('unchanged');
    expect((await syncs.run(sourceOf(sampleRecords()), SIGNAL)).counts?.persons.revived).toBe(12);
  });

  testOnce('L4 a school that shrinks a few persons at a time is refused, until an approval or for a day', async () => {
    const names = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((name) => `${name}.petit`);
    const planWithout = async (count: number): Promise<SyncRun> => {
      clock.advance(60_000);
      return syncs.plan(sourceOf(without(sampleRecords(), ...names.slice(0, count))), SIGNAL);
    };
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    await syncs.apply((await planWithout(4)).id);
    expect((await planWithout(4)).state).toBe('unchanged');
    const fifth = await planWithout(5);
    expect(fifth.verdict?.reasons).toMatchObject([{ code: 'profile-shrank', uai: TILLEULS, before: 10, after: 5 }]);
    await syncs.apply(fifth.id, { approve: { by: 'cli', reason: 'moved' } });
    await syncs.apply((await planWithout(6)).id);
    clock.advance(24 * 3_600_000);
    await syncs.apply((await planWithout(8)).id);
    expect((await syncs.run(sourceOf(sampleRecords()), SIGNAL)).counts?.persons.revived).toBe(8);
  });

  testOnce('each source has limits of its own', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    expect((await syncs.plan({ ...sourceOf(FEW), guard: { ignoreUnder: 3 } }, SIGNAL)).state).toBe('refused');
    expect((await syncs.run({ ...sourceOf(FEW), guard: { keep: 0.5 } }, SIGNAL)).state).toBe('applied');
  });

  testOnce('L12 a read that breaks off is a failed run with its reason, and changes nothing', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const failing = syncs.run(breakingOff(new UnavailableError('The directory cut the connection.')), SIGNAL);
    await expect(failing).rejects.toThrow('The directory cut the connection.');
    const failed = await syncs.last(SOURCE);
    expect(failed).toMatchObject({
      state: 'failed',
      failure: 'The directory cut the connection.',
      endedAt: clock.now(),
    });
    expect((await syncs.show(2)).plan).toBeNull();
    await expect(syncs.apply(2)).rejects.toThrow('Sync run 2 is failed and cannot be applied.');
    expect(await enabled()).toBe(24);
  });

  testOnce('a source that just ends on abort is not read in full', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const stop = new AbortController();
    const source: DirectorySource = {
      name: SOURCE,
      async *read(signal) {
        for (const record of sampleRecords()) {
          if (record.type === 'kinship') stop.abort(new Error('the host stops'));
          if (signal.aborted) return;
          yield record;
        }
      },
    };
    await expect(syncs.run(source, stop.signal)).rejects.toThrow('the host stops');
    expect(await syncs.last(SOURCE)).toMatchObject({ state: 'failed', failure: 'the host stops' });
  });

  describe('P11: a source that never says anything', () => {
    let stop: AbortController;
    let closed: boolean;
    /** A promise that never settles; aborts the signal meanwhile. */
    function never(): Promise<never> {
      setImmediate(() => stop.abort(new UnavailableError('The host is stopping.')));
      return new Promise(() => undefined);
    }
    const silent: DirectorySource = {
      name: SOURCE,
      read: () => ({
        [Symbol.asyncIterator]: () => ({
          next: never,
          return: () => {
            closed = true;
            return new Promise(() => undefined);
          },
        }),
      }),
    };

    beforeEach(() => {
      stop = new AbortController();
      closed = false;
    });

    testOnce('is abandoned when the sync is aborted, although it ignores the signal; the run has failed', async () => {
      await expect(syncs.run(silent, stop.signal)).rejects.toThrow('The host is stopping.');
      expect(await syncs.last(SOURCE)).toMatchObject({ state: 'failed', failure: 'The host is stopping.' });
      expect(closed).toBe(true);
    });

    testOnce('is abandoned while its fingerprint is read', async () => {
      await expect(syncs.run({ ...silent, fingerprint: never }, stop.signal)).rejects.toThrow('The host is stopping.');
      expect(await syncs.last(SOURCE)).toMatchObject({ state: 'failed', failure: 'The host is stopping.' });
      expect(closed).toBe(false);
    });

    testOnce('is abandoned after the time limit; the next sync works', async () => {
      const hurried = new SyncService({ unitOfWork: database.unitOfWork, clock, readingTime: 20 });
      const message = 'The directory "scribe" had not said everything after 0.02 s.';
      const remedy = 'Check that it answers, then run the sync again.';
      await expect(hurried.run(silent, SIGNAL)).rejects.toMatchObject({ message, remedy });
      expect(await syncs.last(SOURCE)).toMatchObject({ state: 'failed', failure: `${message} ${remedy}` });
      expect((await syncs.run(sourceOf(sampleRecords()), SIGNAL)).state).toBe('applied');
    });
  });

  testOnce('P11: a source may throw an error without a message', async () => {
    const failing = syncs.run(breakingOff(Object.create(null) as Error), SIGNAL);
    await expect(failing).rejects.toBeDefined();
    expect(await syncs.last(SOURCE)).toMatchObject({ failure: 'what was thrown cannot be put into words' });
  });

  testOnce('an interrupt after the reading writes nothing; the plan waits', async () => {
    const stop = new AbortController();
    const interrupting: DirectorySource = {
      ...sourceOf(sampleRecords()),
      get guard() {
        stop.abort(new Error('the sync was interrupted'));
        return {};
      },
    };
    await expect(syncs.run(interrupting, stop.signal)).rejects.toThrow('the sync was interrupted');
    expect(await persons()).toBe(0);
    expect(await syncs.last(SOURCE)).toMatchObject({ state: 'planned' });
  });

  test('a write that fails leaves the directory as it was, and a failed run', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const broken = new SyncService({
      unitOfWork: database.unitOfWork,
      clock,
      onDisabled: () => Promise.reject(new Error('sessions cannot be ended')),
    });
    const leaver = sourceOf(without(sampleRecords(), 'two.petit'));
    await expect(broken.run(leaver, SIGNAL)).rejects.toThrow('sessions cannot be ended');
    expect(await syncs.last(SOURCE)).toMatchObject({ id: 2, state: 'failed', failure: 'sessions cannot be ended' });
    expect(await enabled()).toBe(24);
    expect((await syncs.run(leaver, SIGNAL)).state).toBe('applied');
    expect(await enabled()).toBe(23);
  });

  testOnce('no source can have a name reserved for rights given by hand', async () => {
    for (const name of ['grant', 'stand-in']) {
      await expect(syncs.plan(sourceOf(sampleRecords(), name), SIGNAL)).rejects.toThrow(InputError);
    }
  });

  test('a plan of any size is stored and comes back whole', async () => {
    // Random keys do not compress, so that the plan takes several parts.
    const crowd = Array.from({ length: 4_000 }, () => person(`${newId()}${newId()}`, 'pupil', TILLEULS));
    const { id } = await syncs.plan(sourceOf([...sampleRecords(), ...crowd]), SIGNAL);
    expect(await database.dataSource.manager.countBy(SyncPlanPartRow, { runId: id })).toBeGreaterThan(3);
    const { plan } = await syncs.show(id);
    const planned = new Set(plan?.persons.created.map(({ key }) => key));
    expect(crowd.filter(({ key }) => !planned.has(key))).toEqual([]);
    expect((await syncs.apply(id)).state).toBe('applied');
    expect(await persons()).toBe(4_024);
  });

  testOnce('plans name people and are deleted after 90 days; runs and figures stay', async () => {
    const old = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    clock.set('2026-02-22T04:00:00Z');
    const recent = await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    expect((await syncs.show(old.id)).plan).not.toBeNull();
    clock.set('2026-02-24T04:00:00Z');
    await syncs.plan(sourceOf(sampleRecords()), SIGNAL);
    expect(await syncs.show(old.id)).toMatchObject({ plan: null, counts: { persons: { created: 24 } } });
    expect((await syncs.show(recent.id)).plan).not.toBeNull();
    await expect(syncs.apply(old.id)).rejects.toThrow('no longer kept');
  });
});

function breakingOff(error: Error): DirectorySource {
  return {
    name: SOURCE,
    async *read() {
      yield* sampleRecords().slice(0, 5);
      throw error;
    },
  };
}
