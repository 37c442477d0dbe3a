// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { checkClock } from '../../app/doctor/check-database.js';
import { recordingLog } from '../../app/host-for-tests.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { effectsBrick, effectsOf, jobsIn, writeOnce, type Behaviour } from '../jobs/effects-for-tests.js';
import { JobScheduleRow } from '../jobs/job-schedule.entity.js';
import { JobRow } from '../jobs/job.entity.js';
import { SyncSourceRow } from '../sync/state/sync-source.entity.js';
import { ClockRow } from './clock.entity.js';
import { ClockGuard } from './clock-guard.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WRONG = '2038-01-19T03:14:07Z';

for (const database of bothDatabases()) {
  let behaviour: Behaviour = writeOnce;
  const brick = effectsBrick((...given) => behaviour(...given), { needsSureClock: true });
  const { host, clock } = await startTestHost({ bricks: [brick], database });
  const { manager } = host.database.dataSource;

  /** Runs what is due as `volee serve` does. @returns names of jobs, each once */
  const run = async (): Promise<string[]> => {
    const outcomes = await host.jobs.runDue({ isClockSure: false });
    return [...new Set(outcomes.map(({ name }) => name))].sort();
  };
  const lines = async (): Promise<string[]> => {
    const found = await manager.find(AuditLine, { order: { id: 'ASC' } });
    return found.map(({ action }) => action).filter((action) => action.startsWith('core.clock.'));
  };
  const findings = () => checkClock(host.database.unitOfWork, clock);

  describe(`a clock that leaps, on ${database.name}`, () => {
    beforeEach(async () => {
      behaviour = writeOnce;
      clock.set('2026-11-24T10:00:00Z');
      for (const entity of [ClockRow, JobScheduleRow, JobRow]) await manager.clear(entity);
      await manager.delete(AuditLine, { action: 'core.clock.ahead' });
      await manager.delete(AuditLine, { action: 'core.clock.confirm' });
      await manager.delete(AuditLine, { at: MoreThan(clock.now()) });
      await run();
      clock.advance(DAY);
      expect(await run()).toEqual(['nightly', 'sweep']);
    });

    test('P17 nothing is deleted by its age in a night of 2038, everything else runs, and one line tells it', async () => {
      const right = clock.now();
      await jobsIn(host, SCHOOL).enqueue('sweep', { text: 'enqueued before' });
      clock.set(WRONG);
      expect([await run(), await run()]).toEqual([['nightly'], []]);
      clock.advance(23.5 * HOUR);
      expect(await run()).toEqual(['nightly']);
      expect(await effectsOf({ host }, SCHOOL)).not.toContain('enqueued before');
      expect(await lines()).toEqual(['core.clock.ahead']);
      expect(await findings()).toMatchObject([
        {
          state: 'warn',
          sentence: expect.stringMatching(
            /^The clock shows 2038-01-20T02:44.+ nothing is deleted by its age until 2038-01-20T03:14/,
          ),
          remedy: expect.stringContaining('"volee job retry --clock-is-right"'),
        },
      ]);
      await expect(host.clockGuard.refuseWhileHeld()).rejects.toMatchObject({ code: 'REFUSED' });

      clock.set(new Date(right.getTime() + 23.5 * HOUR));
      expect(await run()).toEqual(['sweep']);
      expect(await findings()).toEqual([]);
      clock.advance(DAY);
      expect(await run()).toEqual(['nightly', 'sweep']);
      // The guard also notices when the clock is wrong in the same way on the next day.
      clock.set(WRONG);
      await run();
      expect(await lines()).toEqual(['core.clock.ahead', 'core.clock.ahead']);
    });

    test('P17 after the clock is back no work waits for a time of the leap: failed tries, leases, followed sources', async () => {
      const right = clock.now();
      clock.set(WRONG);
      await run();
      behaviour = () => Promise.reject(new Error('the mail is down'));
      for (const uai of [SCHOOL, OTHER_SCHOOL]) await jobsIn(host, uai).enqueue('write', { text: uai });
      expect(await run()).toEqual(['write']);
      const leased = { leasedBy: 'killed', leasedUntil: new Date(clock.now().getTime() + 60_000) };
      await manager.update(JobRow, { uai: OTHER_SCHOOL, name: 'write' }, leased);
      await manager.update(SyncSourceRow, { name: 'ldap' }, { watchedBy: 'killed', watchedUntil: leased.leasedUntil });

      behaviour = writeOnce;
      clock.set(right);
      expect(await run()).toEqual(['write']);
      expect(await effectsOf({ host }, SCHOOL)).toContain(SCHOOL);
      expect(await host.sync.watch('ldap', 'me', 60_000)).toBe(true);
      clock.advance(61_000);
      expect(await run()).toEqual(['write']);
      expect(await effectsOf({ host }, OTHER_SCHOOL)).toContain(OTHER_SCHOOL);
      expect(await manager.count(JobRow)).toBe(0);
    });

    test('P17 a server that was off for the summer deletes again by itself after a day, or at once by one command', async () => {
      clock.advance(70 * DAY);
      expect(await run()).toEqual(['nightly']);
      clock.advance(DAY);
      expect(await run()).toEqual(['nightly', 'sweep']);
      clock.advance(70 * DAY);
      expect(await run()).toEqual(['nightly']);
      expect([await host.clockGuard.confirm('cli'), await host.clockGuard.confirm('cli')]).toEqual([true, false]);
      expect(await run()).toEqual(['sweep']);
      await host.clockGuard.refuseWhileHeld();
      expect(await lines()).toEqual(['core.clock.ahead', 'core.clock.ahead', 'core.clock.confirm']);
    });

    test('P17 after a slip of some weeks and a leap, one command believes the clock that is right, and no work waits', async () => {
      const right = clock.now();
      clock.advance(20 * DAY);
      await run();
      clock.set(WRONG);
      await run();
      behaviour = () => Promise.reject(new Error('the mail is down'));
      await jobsIn(host, SCHOOL).enqueue('write', { text: 'after a slip' });
      expect(await run()).toEqual(['write']);
      const leased = { watchedBy: 'killed', watchedUntil: new Date(clock.now().getTime() + 60_000) };
      await manager.update(SyncSourceRow, { name: 'ldap' }, leased);

      behaviour = writeOnce;
      clock.set(new Date(right.getTime() + DAY));
      expect(await run()).not.toContain('write');
      expect(await findings()).toMatchObject([
        {
          state: 'warn',
          sentence: expect.stringMatching(/^The clock showed 2038-01-19T03:14.+ and shows 2026-11-2\d/),
        },
      ]);
      expect(await host.clockGuard.confirm('cli')).toBe(true);
      expect(await findings()).toEqual([]);
      expect(await run()).toEqual(expect.arrayContaining(['write']));
      expect(await effectsOf({ host }, SCHOOL)).toContain('after a slip');
      expect(await host.sync.watch('ldap', 'me', 60_000)).toBe(true);
      // The guard notices the next leap.
      clock.set(WRONG);
      await run();
      expect(await lines()).toEqual(['core.clock.ahead', 'core.clock.confirm', 'core.clock.ahead']);
    });

    test('P17 the first look of a new version compares the clock with the journal, and the log says what to do', async () => {
      const { unitOfWork } = host.database;
      await manager.clear(ClockRow);
      clock.set('2038-01-19T03:14:07Z');
      expect(await findings()).toMatchObject([{ state: 'warn' }]);
      const { log, lines: logged } = recordingLog();
      const guard = new ClockGuard({
        ...{ unitOfWork, clock, log, auditTrail: host.auditTrail },
        onBack: () => Promise.resolve(),
      });
      expect(await guard.heldUntil()).toEqual(new Date('2038-01-20T03:14:07Z'));
      expect(logged).toMatchObject([{ level: 'warn', sentence: expect.stringContaining('--clock-is-right') }]);
    });
  });
}
