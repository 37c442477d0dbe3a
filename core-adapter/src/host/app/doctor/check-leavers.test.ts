// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { SyncService } from '../../domain/sync/sync-service.js';
import { openTestDatabase } from '../../domain/sync/testing/database-for-tests.js';
import { sampleRecords, SIGNAL, sourceOf, TILLEULS } from '../../domain/sync/testing/records-for-tests.js';
import { checkLeavers } from './check-leavers.js';

const DELAY = 60 * 86_400_000;
const approve = { by: 'cli', reason: 'the directory is empty in summer' };

test.each(testDatabases())(
  'L17 doctor names a school whose pupils left, and the day of erasure, on $name',
  async (kind) => {
    const { unitOfWork, drop } = await openTestDatabase(kind);
    try {
      const clock = new TestClock('2026-06-30T04:00:00Z');
      const syncs = new SyncService({ unitOfWork, clock });
      const syncWithout = async (keys: RegExp): Promise<void> => {
        const records = sampleRecords().filter((record) => !keys.test(JSON.stringify(record)));
        const source = sourceOf(records);
        const run = await syncs.plan(source, SIGNAL);
        if (run.state !== 'unchanged') await syncs.apply(run.id, { approve });
      };
      await syncWithout(/nobody/);
      clock.set('2026-07-05T04:00:00Z');
      // A fifth of the pupils, as every summer.
      await syncWithout(/(one|two)\.(petit|grand)/);
      expect(await checkLeavers(unitOfWork, DELAY)).toEqual([]);
      clock.set('2026-07-06T04:00:00Z');
      await syncWithout(/(one|two)\.grand|\.petit/);
      expect(await checkLeavers(unitOfWork, DELAY)).toMatchObject([
        {
          state: 'warn',
          sentence: `10 of 10 pupils of ${TILLEULS} have left the directory, the first on 2026-07-05. They are erased from 2026-11-14 on.`,
          remedy: expect.stringContaining('"volee person erase-leavers --dry-run"'),
        },
      ]);
      await syncWithout(/nobody/);
      expect(await checkLeavers(unitOfWork, DELAY)).toEqual([]);
    } finally {
      await drop();
    }
  },
);
