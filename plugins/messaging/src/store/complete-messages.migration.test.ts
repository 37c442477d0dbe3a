// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import type { QueryRunner } from 'typeorm';
import messaging from '../index.js';
import { manifest } from '../manifest.js';
import { CopyRow } from './copy.entity.js';
import { KeepShown1796083200000 } from './keep-shown.migration.js';

const TABLES = ['message', 'copy', 'attachment', 'report', 'policy', 'breaker', 'preference', 'ration', 'sending'];

describe.each(bothDatabases())('the migrations after the first on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });

  test('P9: up and down run again after a crash in the middle', async () => {
    const runner = host.host.database.dataSource.createQueryRunner();
    const later = manifest.migrations.slice(1).map((Migration) => new Migration());
    try {
      const complete = await schema(runner);
      for (const migration of later.toReversed()) {
        await migration.up(runner);
        const after = await schema(runner);
        await migration.down(runner);
        const before = await schema(runner);
        expect(before).not.toEqual(after);
        await migration.down(runner);
        expect(await schema(runner)).toEqual(before);
      }
      for (const migration of later) {
        await migration.up(runner);
        await migration.up(runner);
      }
      expect(await schema(runner)).toEqual(complete);
    } finally {
      await runner.release();
    }
    await host.as('teacher').get('/').expect(200);
  });

  test('P9: undone, what was taken back is gone, and what came before it stands for the thread', async () => {
    const { dataSource } = host.host.database;
    const runner = dataSource.createQueryRunner();
    const copy = (id: string, at: string, isLast: boolean): object => ({
      ...{ id, school: SCHOOL, ownerId: 'o', threadId: 't', messageId: id, box: 'inbox', isLast, at: new Date(at) },
      ...{
        readAt: null,
        shownAt: new Date(at),
        recalledAt: isLast ? new Date(at) : null,
        hiddenAt: null,
        purgeAt: null,
      },
    });
    try {
      await dataSource.manager.insert(CopyRow, copy('old', '2026-11-23T09:00:00Z', false));
      await dataSource.manager.insert(CopyRow, copy('new', '2026-11-24T09:00:00Z', true));
      const migration = new KeepShown1796083200000();
      await migration.down(runner);
      const rows = (await runner.query(`SELECT id, isLast FROM messaging_copy WHERE threadId = 't'`)) as object[];
      expect(rows.map((row) => ({ ...row }))).toEqual([{ id: 'old', isLast: 1 }]);
      await migration.up(runner);
      const [row] = await dataSource.manager.find(CopyRow, { where: { id: 'old' } });
      expect(row?.shownAt?.toISOString()).toBe('2026-11-23T09:00:00.000Z');
    } finally {
      await runner.release();
    }
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
