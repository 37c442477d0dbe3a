// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../testing/start/drive-for-tests.js';
import { KnowGivenUp1796775060000 } from './know-given-up.migration.js';

const COLUMNS = [
  ['file_share_node', 'givenUp'],
  ['file_share_node', 'shownTo'],
  ['file_share_work', 'deletedFiles'],
] as const;

describe.each(bothDatabases())('the migration of what pupils gave up, on $name', (database) => {
  const started = startDrive({ database });

  test('P9 it runs again after a crash behind any of its columns, both ways', async () => {
    const { host } = await started;
    const runner = host.host.database.dataSource.createQueryRunner();
    const migration = new KnowGivenUp1796775060000();
    const there = (): Promise<boolean[]> =>
      Promise.all(COLUMNS.map(([table, column]) => runner.hasColumn(table, column)));
    for (const [table, column] of COLUMNS) {
      await runner.dropColumn(table, column);
      await migration.up(runner);
      expect(await there()).toEqual([true, true, true]);
    }
    for (const [table, column] of COLUMNS) {
      await runner.dropColumn(table, column);
      await migration.down(runner);
      expect(await there()).toEqual([false, false, false]);
      await migration.up(runner);
    }
    await runner.release();
  });
});
