// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { startLivret, type LivretForTests } from '../testing/start/livret-for-tests.js';
import { IndexCatalogues1796428800000 } from './index-catalogues.migration.js';
import { KeepCatalogues1796342400000 } from './keep-catalogues.migration.js';
import { cataloguesOfYear } from './unnamed.query.js';

describe.each(bothDatabases())('the migrations that keep catalogues on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });

  test('P9 the migration runs again after a crash in the middle', async () => {
    const runner = livret.host.host.database.dataSource.createQueryRunner();
    const migration = new KeepCatalogues1796342400000();
    await migration.down(runner);
    await migration.down(runner);
    await migration.up(runner);
    await migration.up(runner);
    expect((await runner.getTable('livret_bridge_catalogue'))?.indices).toHaveLength(1);
    await runner.release();
  });

  test('P9 the index of catalogues is made again after a crash in the middle, and their count reads no bilan', async () => {
    const { database } = livret.host.host;
    const runner = database.dataSource.createQueryRunner();
    const migration = new IndexCatalogues1796428800000();
    for (const step of ['down', 'down', 'up', 'up'] as const) await migration[step](runner);
    const explain = database.engine === 'sqlite' ? 'EXPLAIN QUERY PLAN ' : 'EXPLAIN ';
    const sql = cataloguesOfYear.sql.replace(':school', `'${SCHOOL}'`).replace(':year', '2026');
    const plan = JSON.stringify(await runner.query(explain + sql));
    expect(plan).toMatch(/livret_bridge_bilan_catalogue/);
    expect(plan).toMatch(/COVERING INDEX|Using index/);
    await runner.release();
  });
});
