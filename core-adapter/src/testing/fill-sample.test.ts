// SPDX-License-Identifier: EUPL-1.2
import { bootHost } from '../host/app/boot-host.js';
import { coreSchema } from '../host/app/core-schema.js';
import { drift } from '../host/infra/database/migrate.js';
import { createLog } from '../host/infra/util/create-log.js';
import { group, member, person } from './directory-records.js';
import { copySample, fillSample } from './fill-sample.js';
import { makeTables } from './make-tables.js';
import { SCHOOL } from './sample-directory.js';
import { TestClock } from './test-clock.js';
import { sqlite } from './test-databases.js';
import { testSettings } from './test-settings.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const MORE = [group(SCHOOL, 'cp', 'CP'), person('zoe', 'pupil', SCHOOL, 'Zoé', 'Petit'), member(SCHOOL, 'cp', 'zoe')];

/** Ids are random, and versions of rows are made of them. */
const RANDOM = /[\da-f]{8}-[\da-f-]{27}/g;

/** Every row of the host's tables, without ids, in an order that does not depend on them. */
async function rowsOf(url: string, isFilled: boolean): Promise<Record<string, string[]>> {
  const clock = new TestClock(NOW);
  const host = await bootHost({ settings: testSettings(url, '/nowhere'), bricks: [], log: createLog('silent'), clock });
  if (!isFilled) await fillSample(host, clock, MORE);
  const { dataSource } = host.database;
  const rows: Record<string, string[]> = {};
  for (const { tableName } of dataSource.entityMetadatas) {
    const found: unknown[] = await dataSource.query(`SELECT * FROM ${tableName}`);
    rows[tableName] = found.map((row) => JSON.stringify(row).replace(RANDOM, 'id')).sort();
  }
  await host.stop();
  return rows;
}

test('a sample that is copied is the one that the real sync makes', async () => {
  const databases = await Promise.all([sqlite.fresh(), sqlite.fresh(), sqlite.fresh()]);
  const [{ url: real }, { url: first }, { url: second }] = databases;
  await makeTables(real, [coreSchema]);
  expect(await copySample(first, MORE, NOW)).toBe(true);
  expect(await copySample(second, MORE, NOW)).toBe(true);

  const made = await rowsOf(real, false);
  expect(made['core_person']).toHaveLength(18);
  expect(await rowsOf(first, true)).toEqual(made);
  expect(await rowsOf(second, true)).toEqual(made);
  expect(await drift(second, [coreSchema])).toEqual([]);
  for (const { drop } of databases) await drop();
});

test('other records and another instant are another sample', async () => {
  const databases = await Promise.all([sqlite.fresh(), sqlite.fresh()]);
  const [{ url: fewer }, { url: earlier }] = databases;
  const before = new Date(NOW.getTime() - 1);
  await copySample(fewer, [], NOW);
  await copySample(earlier, MORE, before);

  expect((await rowsOf(fewer, true))['core_person']).toHaveLength(17);
  expect((await rowsOf(earlier, true))['core_sync_run']?.at(-1)).toContain(before.toISOString().slice(11, 23));
  for (const { drop } of databases) await drop();
});
