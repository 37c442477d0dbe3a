// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { bootHost, createLog, loadSettings, type Host } from '@volee/core-adapter/host';
import { bothDatabases } from '@volee/core-adapter/testing';

import { program, runProgram, runVolee } from '../e2e/volee-command.js';
import { sampleSchools, scribeEntries, startDirectory } from '../envole-box/index.js';
import { waitUntil } from '../services/index.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';

const PATIENCE = 60_000;
const NOTES = 4;
const [{ uai } = { uai: '' }] = sampleSchools.filter(({ kind }) => kind === 'primary');

/** Stops in the midst of its notes of the second class, where its settings name a file that it writes then. */
const BRICK = new URL('../bricks/outside/keeps-notes', import.meta.url);

const directory = await startDirectory({ entries: scribeEntries() });
afterAll(() => directory.stop());

describe.each(bothDatabases())('L13 a join of classes that is killed, on $name', (kind) => {
  let host: Host;
  let close: () => Promise<void>;
  let [settingsFile, stoppingFile, stopsAt] = ['', '', ''];

  beforeAll(async () => {
    const { url, drop } = await kind.fresh();
    const write = (bricks: object): ReturnType<typeof writeCliSettings> =>
      writeCliSettings({ '@volee/ldap-sync': ldapSettings(directory), ...bricks }, { database: { url } });
    const [plain, sound] = [write({}), write({ './keeps-notes': {} })];
    stopsAt = join(plain.folder, 'stopped');
    const stopping = write({ './keeps-notes': { stopsAt } });
    for (const { folder } of [sound, stopping]) cpSync(BRICK, join(folder, 'keeps-notes'), { recursive: true });
    [settingsFile, stoppingFile] = [sound.file, stopping.file];
    expect(await runProgram(settingsFile, 'db', 'migrate')).toMatchObject({ code: 0 });
    expect(await runVolee(plain.file, 'sync', 'run')).toMatchObject({ code: 0 });
    host = await bootHost({ settings: loadSettings(plain.file, {}), bricks: [], log: createLog('silent') });
    close = async () => {
      await host.stop();
      await drop();
      for (const { folder } of [plain, sound, stopping]) rmSync(folder, { recursive: true, force: true });
    };
  }, PATIENCE);
  afterAll(() => close());

  const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    host.database.dataSource.query(sql, values);

  /** Another source names each class of the school, with all of its pupils, and the brick has notes of it. */
  async function nameTwice(): Promise<Map<string, string>> {
    const classes = await query<{ id: string }>(
      "SELECT id FROM core_group WHERE uai = ? AND kind = 'class' AND endedAt IS NULL ORDER BY foldedName",
      [uai],
    );
    const twins = new Map<string, string>();
    for (const { id: own } of classes) {
      const id = randomUUID();
      twins.set(id, own);
      await query(
        'INSERT INTO core_group (id, source, uai, schoolYear, `key`, kind, name, foldedName) ' +
          "SELECT ?, 'onde', uai, schoolYear, `key`, kind, name, foldedName FROM core_group WHERE id = ?",
        [id, own],
      );
      await query(
        "INSERT INTO core_membership (groupId, personId, role) SELECT ?, personId, role FROM core_membership WHERE groupId = ? AND role = 'member'",
        [id, own],
      );
      for (let number = 0; number < NOTES; number += 1)
        await query('INSERT INTO keeps_notes_note (id, school, groupId) VALUES (?, ?, ?)', [randomUUID(), uai, id]);
    }
    return twins;
  }

  const notes = async (): Promise<Record<string, number>> => {
    const rows = await query<{ groupId: string; count: number | string }>(
      'SELECT groupId, COUNT(*) AS count FROM keeps_notes_note GROUP BY groupId',
    );
    return Object.fromEntries(rows.map(({ groupId, count }) => [groupId, Number(count)]));
  };
  const joined = (): Promise<unknown[]> =>
    query('SELECT id, joinedTo FROM core_group WHERE joinedTo IS NOT NULL ORDER BY foldedName');
  const lines = async (): Promise<number> =>
    (await query("SELECT id FROM core_audit WHERE action = 'core.class.same'")).length;

  test(
    'nothing is moved, and the next sync joins each class once with all that the brick kept about it',
    async () => {
      const before = await host.directory.groups(uai);
      const twins = await nameTwice();
      expect(twins.size).toBeGreaterThan(1);
      const twice = await host.directory.groups(uai);
      const inTwins = Object.fromEntries([...twins.keys()].map((id) => [id, NOTES]));

      const sync = spawn(process.execPath, [program, '--config', stoppingFile, 'sync', 'run'], { stdio: 'ignore' });
      const ended = once(sync, 'exit');
      await waitUntil('the brick has moved some notes', () => Promise.resolve(existsSync(stopsAt)), PATIENCE);
      sync.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      expect(await notes()).toEqual(inTwins);
      expect([await joined(), await lines()]).toEqual([[], 0]);
      expect(await host.directory.groups(uai)).toEqual(twice);

      expect(await runProgram(settingsFile, 'sync', 'run')).toMatchObject({ code: 0, stderr: '' });
      expect(await notes()).toEqual(Object.fromEntries([...twins.values()].map((id) => [id, NOTES])));
      expect(await joined()).toEqual([...twins].map(([id, joinedTo]) => ({ id, joinedTo })));
      expect(await lines()).toBe(twins.size);
      expect(await query("SELECT id FROM core_class_join WHERE state = 'same'")).toHaveLength(twins.size);
      expect(await host.directory.groups(uai)).toEqual(before);
    },
    2 * PATIENCE,
  );
});
