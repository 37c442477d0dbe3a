// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '@volee/core-adapter/testing';
import { startLivret } from '../testing/start/livret-for-tests.js';
import { KeepFormerIds1796256000000 } from './keep-former-ids.migration.js';

describe.each(bothDatabases())('the migration that keeps former ids on $name', (database) => {
  const started = startLivret({ database });

  test('P9 up and down run again after a crash in the middle', async () => {
    const { host } = await started;
    const runner = host.host.database.dataSource.createQueryRunner();
    const schema = async (): Promise<string[]> => {
      const table = await runner.getTable('livret_bridge_trace');
      return [...(table?.columns ?? []), ...(table?.indices ?? [])].map(({ name }) => name ?? '').sort();
    };
    const migration = new KeepFormerIds1796256000000();
    const complete = await schema();
    await migration.down(runner);
    await migration.down(runner);
    expect(await schema()).toHaveLength(complete.length - 2);
    await migration.up(runner);
    await migration.up(runner);
    expect(await schema()).toEqual(complete);
    await runner.release();
  });
});
