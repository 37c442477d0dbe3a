// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { sweepContent } from '@volee/core-adapter/host';
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { program } from '../e2e/volee-command.js';
import { waitUntil } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import { writeCliSettings } from './cli-settings.js';

const DAY = 86_400_000;
const FILES = 400;

/** Two processes on one database and one folder: the tests' own, three days behind, and a `volee serve` that catches up the night. */
const pairs = await Promise.all(
  testDatabases().map(async (database) => ({
    name: database.name,
    host: await startTestHost({ bricks: [fileShare], database, now: new Date(Date.now() - 3 * DAY) }),
    port: await freePort(),
  })),
);

describe.each(pairs)('volee serve is killed in the nightly job, on $name', ({ host, port }) => {
  const { settings, database, bricks, storage, directory, log } = host.host;
  const place = writeCliSettings(
    { '@volee/file-share': {} },
    {
      server: { publicUrl: `http://127.0.0.1:${port}`, listen: `127.0.0.1:${port}` },
      database: { url: settings.database.url },
      session: { secret: settings.session.secret },
      storage: settings.storage,
    },
  );
  let served: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (!served || served.signalCode !== null || served.exitCode !== null) return;
    const ended = once(served, 'exit');
    served.kill('SIGKILL');
    await ended;
  };
  afterAll(async () => {
    await kill();
    rmSync(place.folder, { recursive: true, force: true });
  });

  const query = <R>(sql: string, values: unknown[] = []): Promise<R[]> => database.dataSource.query(sql, values);
  const keysOfRows = async (): Promise<string[]> =>
    (await query<{ storageKey: string }>('SELECT storageKey FROM file_share_content')).map((row) => row.storageKey);
  const stored = (): string[] =>
    readdirSync(join(host.storageFolder, 'file-share', SCHOOL), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  test('F15: each row that is left has its content, and the next night does the rest', async () => {
    // The first run sets the times of the schedules.
    await host.runJobs();
    const teacher = host.as('teacher');
    for (let part = 0; part < FILES; part += 100) {
      const files = Array.from({ length: 100 }, (_, index) => [`${part + index}.txt`, `content ${part + index}`]);
      await teacher
        .post('/own/files')
        .files(Object.fromEntries(files) as Record<string, string>)
        .expect(303);
    }
    await teacher.post('/own/files').files({ 'kept.txt': 'kept' }).expect(303);
    const before = "id IN (SELECT contentId FROM file_share_node WHERE name <> 'kept.txt')";
    const unusedSince = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 23).replace('T', ' ');
    await query(`UPDATE file_share_content SET refs = 0, unusedSince = ? WHERE ${before}`, [unusedSince]);
    await query("DELETE FROM file_share_node WHERE rank = 1 AND name <> 'kept.txt'");

    served = spawn(process.execPath, [program, '--config', place.file, 'serve'], { stdio: 'ignore' });
    await waitUntil('the job is in the middle', async () => (await keysOfRows()).length < FILES - 20, 60_000);
    await kill();

    const left = await keysOfRows();
    // More than the file that is kept.
    expect(left.length).toBeGreaterThan(1);
    const names = new Set(stored());
    expect(left.filter((key) => ![...names].some((name) => key.endsWith(name)))).toEqual([]);
    expect(names.size - left.length).toBeLessThanOrEqual(1);

    host.clock.advance(5 * DAY);
    await host.runJobs();
    expect(await keysOfRows()).toHaveLength(1);
    await sweepContent({ bricks, database, storage, directory, log });
    expect(stored()).toHaveLength(1);
    expect(await host.command('files verify', { options: { school: SCHOOL } })).not.toHaveProperty('failure');
  });
});
