// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

import { SCHOOL, startTestHost, testDatabases, type TestHost } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { program } from '../e2e/volee-command.js';
import { waitUntil } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import { writeCliSettings } from './cli-settings.js';

/** Works that are handed in at once: some before the process is killed, some after. */
const WORKS = 24;

/** Two processes on one database and one folder: the tests' own, and a `volee serve` that is killed. */
const pairs = await Promise.all(
  testDatabases().map(async (database) => ({
    name: database.name,
    host: await startTestHost({ bricks: [fileShare], database, now: new Date() }),
    port: await freePort(),
  })),
);

describe.each(pairs)('volee serve is killed while works are handed in, on $name', ({ host, port }) => {
  const { settings, database } = host.host;
  const place = writeCliSettings(
    { '@volee/file-share': {} },
    {
      server: { publicUrl: `http://127.0.0.1:${port}`, listen: `127.0.0.1:${port}` },
      database: { url: settings.database.url },
      session: { secret: settings.session.secret },
      storage: settings.storage,
    },
  );
  let served: ChildProcess;

  beforeAll(async () => {
    served = spawn(process.execPath, [program, '--config', place.file, 'serve'], { stdio: 'ignore' });
    await waitUntil('volee serves', async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok, 60_000);
  });
  afterAll(async () => {
    await kill(served);
    rmSync(place.folder, { recursive: true, force: true });
  });

  const select = <R extends object>(sql: string): Promise<R[]> => database.dataSource.query<R[]>(sql);

  test('F15: what was acknowledged is handed in with its files, and the rest is as it was', async () => {
    const pupilId = await host.ids.person('pupil');
    const works: string[] = [];
    for (let count = 0; count < WORKS; count += 1) works.push(await insertWork(host));
    const pupil = host.as('pupil');
    for (const work of works) {
      await pupil.post(`/works/${work}/pupils/${pupilId}`).form({ action: 'start' }).expect(303);
      await pupil.post(`/works/${work}/pupils/${pupilId}/files`).files({ 'exposé.txt': work }).expect(303);
    }

    const cookie = await sessionOf(host, pupilId);
    const acknowledged: string[] = [];
    const sent = works.map(async (work) => {
      const answer = await fetch(`http://127.0.0.1:${port}/s/${SCHOOL}/file-share/works/${work}/pupils/${pupilId}`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ action: 'handIn', word: work }) },
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      });
      if (answer.status === 303) acknowledged.push(work);
    });
    await waitUntil('one is acknowledged', () => Promise.resolve(acknowledged.length > 0), 60_000);
    await kill(served);
    await Promise.allSettled(sent);

    const parts = await select<Part>('SELECT workId, state, word, handedInAt FROM file_share_work_pupil');
    expect(parts).toHaveLength(WORKS);
    for (const { workId, state, word, handedInAt } of parts) {
      // Never half: the state comes with its time and its word.
      expect([state, word, handedInAt !== null]).toEqual(
        state === 'handedIn' ? ['handedIn', workId, true] : ['started', '', false],
      );
      if (acknowledged.includes(workId)) expect(state).toBe('handedIn');
      await host
        .as('pupil')
        .get(`/works/${workId}/pupils/${pupilId}`)
        .expect(200, state === 'handedIn' ? /Reçu et vérifié[^]*exposé\.txt/ : /Rendre ce fichier/);
    }
    // Those that were not acknowledged are handed in with the next process.
    const open = parts.filter(({ state }) => state === 'started');
    for (const { workId } of open) {
      await pupil.post(`/works/${workId}/pupils/${pupilId}`).form({ action: 'handIn', word: '' }).expect(303);
    }
    expect(await select("SELECT id FROM file_share_work_pupil WHERE state = 'handedIn'")).toHaveLength(WORKS);
  });
});

interface Part {
  readonly workId: string;
  readonly state: string;
  readonly word: string;
  readonly handedInAt: unknown;
}

/** A work for the whole class, without a date. */
async function insertWork({ host, ids }: TestHost): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const year = now.getUTCMonth() >= 7 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  await host.database.dataSource.query(
    `INSERT INTO file_share_work (id, school, groupId, year, title, text, audience, isDraft, visibleFrom, collects, changedAt)
     VALUES ('${id}', '${SCHOOL}', '${ids.cm1}', ${String(year)}, 'Exposé', '', 'class', 0, '2026-01-01 00:00:00.000', 1, '2026-01-01 00:00:00.000')`,
  );
  return id;
}

async function sessionOf({ host }: TestHost, personId: string): Promise<string> {
  const id = randomBytes(18).toString('hex');
  await host.sessions.open(id, personId, `ST-${id}`);
  const signature = createHmac('sha256', host.settings.session.secret).update(id).digest('base64').replace(/=+$/, '');
  return `volee_session=${encodeURIComponent(`s:${id}.${signature}`)}`;
}

async function kill(served: ChildProcess): Promise<void> {
  if (served.signalCode !== null || served.exitCode !== null) return;
  const ended = once(served, 'exit');
  served.kill('SIGKILL');
  await ended;
}
