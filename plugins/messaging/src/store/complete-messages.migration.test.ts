// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, testDatabases } from '@volee/core-adapter/testing';
import type { QueryRunner } from 'typeorm';
import messaging from '../index.js';
import { CompleteMessages1795824000000 } from './complete-messages.migration.js';

const TABLES = ['message', 'copy', 'attachment', 'report', 'policy', 'breaker', 'preference'];

describe.each(testDatabases())('the migration that completes messages on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });

  test('P9 up and down run again after a crash in the middle', async () => {
    const runner = host.host.database.dataSource.createQueryRunner();
    const migration = new CompleteMessages1795824000000();
    try {
      const complete = await schema(runner);
      await migration.up(runner);
      await migration.down(runner);
      const before = await schema(runner);
      expect(before).not.toEqual(complete);
      await migration.down(runner);
      expect(await schema(runner)).toEqual(before);
      await migration.up(runner);
      await migration.up(runner);
      expect(await schema(runner)).toEqual(complete);
    } finally {
      await runner.release();
    }
    await host.as('teacher').get('/').expect(200);
  });
});

/** Names of columns and indexes. */
async function schema(runner: QueryRunner): Promise<string[]> {
  const tables = await Promise.all(TABLES.map((name) => runner.getTable(`messaging_${name}`)));
  return tables
    .flatMap((table) =>
      [...(table?.columns ?? []), ...(table?.indices ?? [])].map(({ name }) => `${table?.name} ${name}`),
    )
    .sort();
}
