// SPDX-License-Identifier: EUPL-1.2
import type { DataSource } from 'typeorm';
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../../app/core-schema.js';
import { drift, migrate } from '../../infra/database/migrate.js';
import { openDatabase } from '../../infra/database/open-database.js';
import { ActivationRow } from './activation.entity.js';
import { AddDecisions1764028800003 } from './add-decisions.migration.js';

const BEGUN = '2026-09-01 06:00:00.500';
const OVER = '2026-10-01 06:00:00.250';

/** Two schools: the brick is on since September in one, and switched off in the other. */
const ROWS = [
  ['a', '0390001X', null],
  ['b', '0390002Y', OVER],
] as const;

describe.each(bothDatabases())('the migration of activation decisions on $name', (kind) => {
  test('P9 up fills in existing rows, down restores the old table, and up again leaves no drift', async () => {
    const { url, drop } = await kind.fresh();
    const before = coreSchema.migrations.slice(0, coreSchema.migrations.indexOf(AddDecisions1764028800003));
    await migrate(url, [{ ...coreSchema, migrations: before }]);
    const { dataSource, close } = await openDatabase(url, coreSchema.entities);
    try {
      for (const [id, uai, until] of ROWS) await insert(dataSource, id, uai, until);
      await migrate(url, [coreSchema]);
      expect(await drift(url, [coreSchema])).toEqual([]);
      expect(await decisions(dataSource)).toEqual([
        ['a', '0390001X', '2026-09-01T06:00:00.500Z', undefined],
        ['b', '0390002Y', '2026-09-01T06:00:00.500Z', '2026-10-01T06:00:00.250Z'],
      ]);

      const runner = dataSource.createQueryRunner();
      const rows = await decisions(dataSource);
      await new AddDecisions1764028800003().down(runner);
      expect((await runner.getTable('core_activation'))?.columns.map(({ name }) => name)).not.toContain('decidedAt');
      await new AddDecisions1764028800003().up(runner);
      await runner.release();
      expect(await decisions(dataSource)).toEqual(rows);
      expect(await drift(url, [coreSchema])).toEqual([]);
    } finally {
      await close();
      await drop();
    }
  });
});

async function insert({ driver, manager }: DataSource, id: string, uai: string, until: string | null): Promise<void> {
  const names = ['id', 'uai', 'brick', 'profiles', 'groupIds', 'from', 'until', 'enabledBy'];
  const values = [id, uai, 'agenda', '[]', '[]', BEGUN, until, 'cli'];
  const columns = names.map((name) => driver.escape(name)).join(', ');
  await manager.query(`INSERT INTO core_activation (${columns}) VALUES (${names.map(() => '?').join(', ')})`, values);
}

async function decisions({ manager }: DataSource): Promise<(string | undefined)[][]> {
  const rows = await manager.find(ActivationRow, { order: { id: 'ASC' } });
  return rows.map(({ id, uai, decidedAt, endedAt }) => [id, uai, decidedAt?.toISOString(), endedAt?.toISOString()]);
}
