// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { sweepContent } from '@volee/core-adapter/host';
import { bothDatabases, onceInQuickRun, SCHOOL, startTestHost, type TestHost } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { waitUntil } from '../services/index.js';
import { serveBeside } from './serve-beside.js';
import { cookieHeader } from './session-cookie.js';

const DAY = 86_400_000;
/** Contents that the night removes. */
const FILES = 400;
/** Works that are handed in at once, and copies that are made at once: some before the process is killed, some after. */
const WORKS = 24;
const COPIES = 24;
const COPIED_FILES = 64;

/** Two processes on one database and one folder: the tests' own, three days behind, and a `volee serve` that is killed. */
const pairs = await Promise.all(
  bothDatabases().map(async (database) => {
    const host = await startTestHost({ bricks: [fileShare], database, now: new Date(Date.now() - 3 * DAY) });
    return { name: database.name, host, served: await serveBeside(host, { '@volee/file-share': {} }) };
  }),
);

describe.each(pairs)('volee serve is killed, on $name', ({ name, host, served }) => {
  const testOnce = onceInQuickRun({ name });
  afterAll(() => served.stop());

  const { database, bricks, storage, directory, log } = host.host;
  const query = <R>(sql: string, values: unknown[] = []): Promise<R[]> => database.dataSource.query(sql, values);
  const keysOfRows = async (): Promise<string[]> =>
    (await query<{ storageKey: string }>('SELECT storageKey FROM file_share_content')).map((row) => row.storageKey);
  const stored = (): string[] =>
    readdirSync(join(host.storageFolder, 'file-share', SCHOOL), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  /** Expects that counts are those of the files, and that each file has its content. */
  const expectWhole = async (): Promise<void> =>
    expect(await host.command('files verify', { options: { school: SCHOOL } })).not.toHaveProperty('failure');

  /** Sends forms at once, and kills the process when one of them is acknowledged and `isAmid` is true. @returns the acknowledged forms */
  async function killAmid(
    personId: string,
    forms: readonly { readonly path: string; readonly fields: Readonly<Record<string, string>> }[],
    isAmid: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<ReadonlySet<number>> {
    await served.serve();
    const cookie = await cookieHeader(host.host, personId);
    const acknowledged = new Set<number>();
    const sent = forms.map(async ({ path, fields }, index) => {
      const answer = await fetch(`${served.url}/s/${SCHOOL}/file-share${path}`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      });
      if (answer.status === 303) acknowledged.add(index);
    });
    await waitUntil('one is acknowledged', async () => acknowledged.size > 0 && (await isAmid()), 60_000);
    await served.kill();
    await Promise.allSettled(sent);
    return acknowledged;
  }

  testOnce(
    'F15: in the nightly job: each row that is left has its content, and the next night does the rest',
    async () => {
      // The first run sets the times of the schedules.
      await host.runJobs();
      await putFiles(host, '/own/files', FILES);
      await host.as('teacher').post('/own/files').files({ 'kept.txt': 'kept' }).expect(303);
      const before = "id IN (SELECT contentId FROM file_share_node WHERE name <> 'kept.txt')";
      const unusedSince = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 23).replace('T', ' ');
      await query(`UPDATE file_share_content SET refs = 0, unusedSince = ? WHERE ${before}`, [unusedSince]);
      await query("DELETE FROM file_share_node WHERE rank = 1 AND name <> 'kept.txt'");

      await served.serve();
      await waitUntil('the job is in the middle', async () => (await keysOfRows()).length < FILES - 20, 60_000);
      await served.kill();

      const left = await keysOfRows();
      // There are more files than the one that is kept.
      expect(left.length).toBeGreaterThan(1);
      const names = new Set(stored());
      expect(left.filter((key) => ![...names].some((name) => key.endsWith(name)))).toEqual([]);
      expect(names.size - left.length).toBeLessThanOrEqual(1);

      host.clock.advance(5 * DAY);
      await host.runJobs();
      expect(await keysOfRows()).toHaveLength(1);
      await sweepContent({ bricks, database, storage, directory, log });
      expect(stored()).toHaveLength(1);
      await expectWhole();
    },
  );

  testOnce(
    'F15: while works are handed in: what was acknowledged is there with its files, and the rest is as it was',
    async () => {
      host.clock.set(new Date());
      const pupilId = await host.ids.person('pupil');
      const pupil = host.as('pupil');
      const works: string[] = [];
      for (let count = 0; count < WORKS; count += 1) works.push(await insertWork(host));
      const parts = works.map((work) => `/works/${work}/pupils/${pupilId}`);
      for (const part of parts) {
        await pupil.post(part).form({ action: 'start' }).expect(303);
        await pupil.post(`${part}/files`).files({ 'exposé.txt': part }).expect(303);
      }

      const handIn = parts.map((path, index) => ({ path, fields: { action: 'handIn', word: works[index] ?? '' } }));
      const acknowledged = await killAmid(pupilId, handIn);
      const rows = await query<Part>('SELECT workId, state, word, handedInAt FROM file_share_work_pupil');
      expect(rows).toHaveLength(WORKS);
      for (const { workId, state, word, handedInAt } of rows) {
        // A part has its state, its time and its note, or none of them.
        expect([state, word, handedInAt !== null]).toEqual(
          state === 'handedIn' ? ['handedIn', workId, true] : ['started', '', false],
        );
        if (acknowledged.has(works.indexOf(workId))) expect(state).toBe('handedIn');
        await pupil
          .get(`/works/${workId}/pupils/${pupilId}`)
          .expect(200, state === 'handedIn' ? /Bien arrivé[^]*exposé\.txt/ : /Rendre ce fichier/);
      }
      // Works that were not acknowledged are handed in with the next process.
      for (const { workId } of rows.filter(({ state }) => state === 'started'))
        await pupil.post(`/works/${workId}/pupils/${pupilId}`).form({ action: 'handIn', word: '' }).expect(303);
      expect(await query("SELECT id FROM file_share_work_pupil WHERE state = 'handedIn'")).toHaveLength(WORKS);
      await expectWhole();
    },
  );

  test('F15: while folders are copied: each copy is whole or is not there, and what was acknowledged is there', async () => {
    host.clock.set(new Date());
    const teacherId = await host.ids.person('teacher');
    // The first file opens the space.
    await host.as('teacher').post('/own/files').files({ 'first.txt': 'first' }).expect(303);
    const idOf = async (name: string): Promise<string> => {
      const [row] = await query<{ id: string }>('SELECT id FROM file_share_node WHERE name = ?', [name]);
      return row?.id ?? '';
    };
    const [root] = await query<{ id: string }>(
      "SELECT id FROM file_share_node WHERE ownerId = ? AND spaceKind = 'own' AND foldedName = ''",
      [teacherId],
    );
    for (const name of ['Leçons', 'Copies'])
      await host.as('teacher').post(`/folders/${root?.id}/folders`).form({ name }).expect(303);
    const [from, to] = [await idOf('Leçons'), await idOf('Copies')];
    await putFiles(host, `/folders/${from}/files`, COPIED_FILES);

    const copy = { path: '/picked', fields: { action: 'copy', ids: from, to } };
    const acknowledged = await killAmid(teacherId, Array<typeof copy>(COPIES).fill(copy));
    const copies = (): Promise<{ files: number; inside: number | string }[]> =>
      query(
        `SELECT copied.files AS files, (SELECT COUNT(*) FROM file_share_node below WHERE below.parentId = copied.id) AS inside
         FROM file_share_node copied WHERE copied.parentId = ?`,
        [to],
      );
    const made = await copies();
    expect(made.length).toBeGreaterThanOrEqual(acknowledged.size);
    expect(made.length).toBeLessThan(COPIES);
    for (const { files, inside } of made) expect([files, Number(inside)]).toEqual([COPIED_FILES, COPIED_FILES]);
    await expectWhole();

    // The next process copies once more, and the next night finds nothing to put right.
    await host.as('teacher').post('/picked').form(copy.fields).expect(303);
    expect(await copies()).toHaveLength(made.length + 1);
    host.clock.advance(5 * DAY);
    await host.runJobs();
    await expectWhole();
  });

  testOnce(
    'F15: while a job makes a large copy: the next process goes on where it was, and the person reads that it is whole',
    async () => {
      host.clock.set(new Date());
      const teacherId = await host.ids.person('teacher');
      const teacher = host.as('teacher');
      const nodes = (where: string, value: unknown): Promise<Row[]> =>
        query(`SELECT id, nodes FROM file_share_node WHERE rank = 0 AND ${where}`, [value]);
      const [lessons] = await nodes('name = ?', 'Leçons');
      await teacher.post(`/folders/${lessons?.id}/folders`).form({ name: 'Vide' }).expect(303);
      const [home] = await nodes("name = '' AND spaceKind = 'own' AND ownerId = ?", teacherId);
      await teacher.post(`/folders/${home?.id}/folders`).form({ name: 'Archive' }).expect(303);
      const [archive] = await nodes('name = ?', 'Archive');
      const copyTo = async (ids: readonly string[], to: string): Promise<void> => {
        const fields = new URLSearchParams([['action', 'copy'], ['to', to], ...ids.map((id) => ['ids', id])]);
        await teacher.post('/picked').form(fields).expect(303);
      };
      await copyTo([lessons?.id ?? ''], archive?.id ?? '');
      // The number of files doubles each time, and never 2,000 are copied at once.
      for (let step = 0; step < 5; step += 1) {
        const inside = await nodes('parentId = ?', archive?.id);
        await copyTo(
          inside.slice(0, 31).map(({ id }) => id),
          archive?.id ?? '',
        );
      }
      const [full] = await nodes('id = ?', archive?.id);
      expect(full?.nodes).toBeGreaterThan(2_000);

      const progress = async (): Promise<{ state: string; copied: number; total: number }> => {
        const [row] = await query<{ state: string; copied: number; total: number }>(
          'SELECT state, copied, total FROM file_share_copy',
        );
        return row ?? { state: 'none', copied: 0, total: 0 };
      };
      await killAmid(
        teacherId,
        [{ path: '/picked', fields: { action: 'copy', ids: archive?.id ?? '', to: home?.id ?? '' } }],
        async () => (await progress()).copied > 0,
      );
      const before = await progress();
      expect(before).toMatchObject({ state: 'running', total: full?.nodes });
      expect(before.copied).toBeLessThan(before.total);
      await expectWhole();
      await teacher
        .get('/own')
        .expect(200, new RegExp(`continue\u00a0: ${String(before.copied)} dossiers et fichiers`));

      // The lease of the job ends after a minute.
      host.clock.advance(120_000);
      await host.runJobs();
      expect(await progress()).toMatchObject({ state: 'done', copied: full?.nodes });
      const [copied] = await nodes('name = ?', 'Archive (2)');
      expect(copied?.nodes).toBe(full?.nodes);
      const inside = async (row: Row | undefined): Promise<unknown[]> =>
        (
          await query<{ name: string }>('SELECT name FROM file_share_node WHERE above LIKE ? ORDER BY name', [
            `%${row?.id}/%`,
          ])
        ).map(({ name }) => name);
      expect(await inside(copied)).toEqual(await inside(full));
      await teacher.get('/own').expect(200, /«\u00a0Archive\u00a0» est finie/);
      await expectWhole();
    },
  );
});

interface Row {
  readonly id: string;
  readonly nodes: number;
}

interface Part {
  readonly workId: string;
  readonly state: string;
  readonly word: string;
  readonly handedInAt: unknown;
}

/** The maximum number of files in one form. */
const AT_ONCE = 100;

/** Small files of a teacher, each with a content of its own. */
async function putFiles(host: TestHost, path: string, count: number): Promise<void> {
  for (let first = 0; first < count; first += AT_ONCE) {
    const files = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index): [string, string] => {
      const name = `${first + index}.txt`;
      return [name, `${path} ${name}`];
    });
    await host.as('teacher').post(path).files(Object.fromEntries(files)).expect(303);
  }
}

/** A work for the whole class, without a date. */
async function insertWork({ host, ids, clock }: TestHost): Promise<string> {
  const id = randomUUID();
  const now = clock.now();
  const year = now.getUTCMonth() >= 7 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  await host.database.dataSource.query(
    `INSERT INTO file_share_work (id, school, groupId, year, title, text, audience, isDraft, visibleFrom, collects, changedAt)
     VALUES ('${id}', '${SCHOOL}', '${ids.cm1}', ${String(year)}, 'Exposé', '', 'class', 0, '2026-01-01 00:00:00.000', 1, '2026-01-01 00:00:00.000')`,
  );
  return id;
}
