// SPDX-License-Identifier: EUPL-1.2
import { DataSource } from 'typeorm';
import { bootHost } from '../host/app/boot-host.js';
import { coreSchema } from '../host/app/core-schema.js';
import { parseDatabaseUrl } from '../host/infra/database/database-url.js';
import { drift, pendingMigrations, type SchemaOwner } from '../host/infra/database/migrate.js';
import { notesOwner } from '../host/infra/database/notes-for-tests.js';
import { connect } from '../host/infra/database/open-database.js';
import { createLog } from '../host/infra/util/create-log.js';
import { group, member, person } from './directory-records.js';
import { copySample, fillSample } from './fill-sample.js';
import { makeTables } from './make-tables.js';
import { SCHOOL } from './sample-directory.js';
import { TestClock } from './test-clock.js';
import { bothDatabases, type TestDatabase } from './test-databases.js';
import { testSettings } from './test-settings.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const MORE = [group(SCHOOL, 'cp', 'CP'), person('zoe', 'pupil', SCHOOL, 'Zoé', 'Petit'), member(SCHOOL, 'cp', 'zoe')];

/** Ids are random, and so are row versions, which are made from ids. */
const RANDOM = /[\da-f]{8}-[\da-f-]{27}/g;

/** Every row of the host's tables, without ids, in an order that does not depend on them. */
async function rowsOf(url: string, isFilled = true): Promise<Record<string, string[]>> {
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

test.each(bothDatabases())('on $name, a sample that is copied is the one that the real sync makes', async (kind) => {
  const databases = await Promise.all([kind.fresh(), kind.fresh(), kind.fresh()]);
  const [{ url: real }, { url: first }, { url: second }] = databases;
  await makeTables(real, [coreSchema]);
  expect(await copySample(first, MORE, NOW)).toBe(true);
  expect(await copySample(second, MORE, NOW)).toBe(true);

  const made = await rowsOf(real, false);
  expect(made['core_person']).toHaveLength(18);
  expect(await rowsOf(first)).toEqual(made);
  expect(await rowsOf(second)).toEqual(made);
  expect(await drift(second, [coreSchema])).toEqual([]);
  for (const { drop } of databases) await drop();
});

test.each(bothDatabases())('on $name, other records and another instant are another sample', async (kind) => {
  const databases = await Promise.all([kind.fresh(), kind.fresh()]);
  const [{ url: fewer }, { url: earlier }] = databases;
  const before = new Date(NOW.getTime() - 1);
  await copySample(fewer, [], NOW);
  await copySample(earlier, MORE, before);

  expect((await rowsOf(fewer))['core_person']).toHaveLength(17);
  expect((await rowsOf(earlier))['core_sync_run']?.at(-1)).toContain(before.toISOString().slice(11, 23));
  for (const { drop } of databases) await drop();
});

/** The ids of all people in a new copy of the sample, with the tables of a brick. */
async function personIds(kind: TestDatabase, owners: readonly SchemaOwner[]): Promise<string[]> {
  const { url, drop } = await kind.fresh();
  await copySample(url, MORE, NOW, owners);
  expect(await pendingMigrations(url, owners)).toEqual(owners.map(({ id }) => ({ owner: id, names: [] })));
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  const rows = await dataSource.query<{ id: string }[]>('SELECT id FROM core_person ORDER BY id');
  await dataSource.destroy();
  await drop();
  return rows.map(({ id }) => id);
}

test.each(bothDatabases())('on $name, persons have the same ids whatever bricks a host has', async (kind) => {
  const bricks = [coreSchema, notesOwner];
  const ids = await personIds(kind, bricks);
  expect(ids).toHaveLength(18);
  expect(await personIds(kind, [coreSchema])).toEqual(ids);
  expect(await personIds(kind, bricks)).toEqual(ids);
});
