// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { recordingLog } from '../../app/host-for-tests.js';
import { RunApplications } from './run-applications.js';
import type { SyncRun } from './runs/sync-runs.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import { person, sampleRecords, SIGNAL, SOURCE, sourceOf, TILLEULS } from './testing/records-for-tests.js';

const ACTOR = { actor: 'cli' };

describe.each(testDatabases())('runs that people apply on $name', (kind) => {
  let database: OpenDatabase;
  let sync: SyncService;
  let auditTrail: AuditTrail;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    const { unitOfWork } = database;
    sync = new SyncService({ unitOfWork, clock: new TestClock() });
    auditTrail = new AuditTrail(unitOfWork, new TestClock());
  });
  afterEach(() => database.drop());

  function applications(patience?: number): RunApplications {
    return new RunApplications({ sync, auditTrail, log: recordingLog().log }, patience);
  }

  function journal(): Promise<AuditLine[]> {
    return database.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });
  }

  test('a quick run has ended when the answer comes, and is in the audit trail', async () => {
    const run = await sync.plan(sourceOf(sampleRecords()), SIGNAL);
    const applying = applications();
    expect(await applying.apply(run, ACTOR)).toBe(true);
    expect([applying.isUnderWay(run.id), (await sync.show(run.id)).state]).toEqual([false, 'applied']);
    const subject = { run: run.id, source: SOURCE };
    expect(await journal()).toMatchObject([{ actor: 'cli', action: 'core.sync.apply', outcome: 'done', subject }]);
  });

  test('a slow run continues in the background, once, and ends before the database closes', async () => {
    const run = await sync.plan(sourceOf(sampleRecords()), SIGNAL);
    const applying = applications(0);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const write = sync.apply.bind(sync);
    let calls = 0;
    sync.apply = async (...asked): Promise<SyncRun> => {
      calls += 1;
      await gate;
      return write(...asked);
    };
    expect(await applying.apply(run, ACTOR)).toBe(false);
    expect(await applying.apply(run, ACTOR)).toBe(false);
    expect([applying.isUnderWay(run.id), calls]).toEqual([true, 1]);
    release();
    await applying.settled();
    expect([applying.isUnderWay(run.id), (await sync.show(run.id)).state]).toEqual([false, 'applied']);
  });

  test('L13 a run overtaken by another fails with a stored reason and an audit entry', async () => {
    const stale = await sync.plan(sourceOf([...sampleRecords(), person('zoe.neuve', 'pupil', TILLEULS)]), SIGNAL);
    await sync.apply((await sync.plan(sourceOf(sampleRecords()), SIGNAL)).id);
    await expect(applications().apply(stale, ACTOR)).rejects.toThrow(ConflictError);
    expect((await sync.show(stale.id)).state).toBe('failed');
    expect((await journal()).map(({ outcome }) => outcome)).toEqual(['failed']);
  });
});
