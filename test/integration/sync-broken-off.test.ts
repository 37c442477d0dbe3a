// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

import { bootHost, coreSchema, createLog, loadSettings, migrate, type Host } from '@volee/core-adapter/host';
import { bothDatabases } from '@volee/core-adapter/testing';

import { inventRegion } from '../bench/sync/invented-region.js';
import { program, runVolee } from '../e2e/volee-command.js';
import { startDirectory, type Directory } from '../envole-box/index.js';
import { waitUntil } from '../services/index.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';

/** Enough schools for an apply of about a second on SQLite. On MariaDB a barrier holds the apply. */
const SCHOOLS = 4;

const PATIENCE = 90_000;

/** A database that the commands write to, and a host that reads it. */
interface Place {
  readonly file: string;
  readonly host: Host;
  close(): Promise<void>;
}

async function openPlace(url: string, directory: Directory, drop: () => Promise<void>): Promise<Place> {
  const { file, folder } = writeCliSettings({ '@volee/ldap-sync': ldapSettings(directory) }, { database: { url } });
  await migrate(url, [coreSchema]);
  const host = await bootHost({ settings: loadSettings(file, {}), bricks: [], log: createLog('silent') });
  const close = async (): Promise<void> => {
    await host.stop();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { file, host, close };
}

function startSync({ file }: Place): ChildProcess {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return spawn(process.execPath, [program, '--config', file, 'sync', 'run'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Uses its own connection: on SQLite the host would wait until the sync has finished writing. */
async function isWriting({ host }: Place): Promise<boolean> {
  const runs: unknown[] = await host.database.dataSource.query("SELECT id FROM core_sync_run WHERE state = 'writing'");
  return runs.length > 0;
}

/** All profiles, memberships and kinships by keys and names; ids and instants differ in each run. */
async function everything({ host }: Place): Promise<Record<string, unknown>> {
  const ask = (sql: string): Promise<unknown> => host.database.dataSource.query(sql);
  const person = 'JOIN core_external_id e ON e.personId =';
  return {
    persons: await ask(
      'SELECT e.`key`, e.login, e.digest, p.displayName FROM core_external_id e JOIN core_person p ON p.id = e.personId ' +
        'WHERE e.leftAt IS NULL AND p.disabledAt IS NULL ORDER BY e.`key`',
    ),
    attachments: await ask(
      `SELECT e.\`key\`, a.uai, a.profile FROM core_attachment a ${person} a.personId WHERE a.until IS NULL ORDER BY 1, 2, 3`,
    ),
    memberships: await ask(
      `SELECT e.\`key\`, g.uai, g.\`key\` AS inGroup, m.role FROM core_membership m JOIN core_group g ON g.id = m.groupId ${person} m.personId ` +
        'ORDER BY 1, 2, 3, 4',
    ),
    kinships: await ask(
      `SELECT e.\`key\`, c.\`key\` AS child FROM core_kinship k ${person} k.guardianId ` +
        'JOIN core_external_id c ON c.personId = k.childId ORDER BY 1, 2',
    ),
  };
}

async function runs({ host }: Place): Promise<string[]> {
  const rows: { state: string }[] = await host.database.dataSource.query('SELECT state FROM core_sync_run ORDER BY id');
  return rows.map(({ state }) => state);
}

async function persons({ host }: Place): Promise<number> {
  const schools = await host.directory.schools();
  return schools.flatMap((school) => Object.values(school.persons)).reduce((sum, count) => sum + count, 0);
}

describe.each(bothDatabases())('L13 a sync interrupted while writing, on $name', (kind) => {
  const schools = kind.name === 'MariaDB' ? 1 : SCHOOLS;
  let directory: Directory;
  beforeAll(async () => {
    directory = await startDirectory({ entries: inventRegion(schools) });
  });
  afterAll(() => directory.stop());

  const places: Place[] = [];
  const open = async (): Promise<Place> => {
    const { url, drop } = await kind.fresh();
    const place = await openPlace(url, directory, drop);
    places.push(place);
    return place;
  };
  afterEach(() => Promise.all(places.splice(0).map((place) => place.close())));

  test('killed: no partial changes remain, and the next run gives the same result as an uninterrupted one', async () => {
    const [broken, unbroken] = [await open(), await open()];
    const barrier = kind.name === 'MariaDB' ? await raiseBarrier(broken) : undefined;
    const killed = startSync(broken);
    const isInTheMidst = async (): Promise<boolean> =>
      barrier ? (await barrier.waiting()) !== undefined : isWriting(broken);
    await waitUntil('the sync writes', isInTheMidst, PATIENCE);
    killed.kill('SIGKILL');
    expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
    await barrier?.lift();
    expect(await persons(broken)).toBe(0);

    const [again, once1] = [await runVolee(broken.file, 'sync', 'run'), await runVolee(unbroken.file, 'sync', 'run')];
    expect([again, once1].map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(await runs(broken)).toEqual(['broken off', 'applied']);
    expect(await persons(broken)).toBeGreaterThan(schools * 300);
    expect(await everything(broken)).toEqual(await everything(unbroken));
    expect((await runVolee(broken.file, 'sync', 'run')).stdout).toContain('nothing changed');
  });

  if (kind.name === 'MariaDB') {
    test('database lost: the sync fails with one sentence, no partial changes remain, and the next run succeeds', async () => {
      const place = await open();
      const barrier = await raiseBarrier(place);
      const sync = startSync(place);
      let complaint = '';
      sync.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
      const ended = once(sync, 'exit');
      await waitUntil('the sync has nearly all written', async () => (await barrier.waiting()) !== undefined, PATIENCE);
      await barrier.cutWaiting();
      expect(await ended).toEqual([1, null]);
      await barrier.lift();
      expect(complaint).toMatch(
        /^volee: The database went away while it was written to; all of it was written, or nothing\..*\n$/,
      );
      expect(await persons(place)).toBe(0);
      expect(await place.host.sync.last('ldap')).toMatchObject({ state: 'failed' });
      expect((await runVolee(place.file, 'sync', 'run')).code).toBe(0);
      expect(await persons(place)).toBeGreaterThan(schools * 300);
    });
  }
});

interface Barrier {
  /** The id of the blocked connection. */
  waiting(): Promise<number | undefined>;
  /** Kills that connection, like a server that goes away. */
  cutWaiting(): Promise<void>;
  lift(): Promise<void>;
}

/** Blocks a sync at its first kinship, which is written last. */
async function raiseBarrier({ host }: Place): Promise<Barrier> {
  const { dataSource } = host.database;
  const connection = dataSource.createQueryRunner();
  await connection.query('START TRANSACTION');
  // On an empty table this locks the gap for new rows.
  await connection.query('SELECT * FROM core_kinship FOR UPDATE');
  const waiting = async (): Promise<number | undefined> => {
    const [row] = await dataSource.query<{ id: number }[]>(
      "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND INFO LIKE 'INSERT INTO `core_kinship`%'",
    );
    return row?.id;
  };
  return {
    waiting,
    cutWaiting: async () => void (await connection.query(`KILL ${await waiting()}`)),
    async lift() {
      await connection.query('ROLLBACK');
      await connection.release();
    },
  };
}
