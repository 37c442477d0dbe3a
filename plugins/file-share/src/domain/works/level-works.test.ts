// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { partPath } from '../../paths.js';
import type { WorkRow } from '../../store/work.entity.js';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, now: new Date('2026-11-24T09:00:00Z') }),
  })),
);

describe.each(drives)('works for a level of the class, on $name', ({ drive: { host, tables, storage } }) => {
  const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
  let ines = '';

  /** Applies a sync that gives Inès this level, and the classmate the other one. */
  async function sync(level: 'CM1' | 'CM2'): Promise<void> {
    const other = level === 'CM1' ? 'CM2' : 'CM1';
    const records = (await sampleRecords()).map((one) => {
      if (one.type !== 'person') return one;
      if (one.key === 'pupil') return { ...one, level };
      return one.key === 'classmate' ? { ...one, level: other } : one;
    });
    await applyRecords(host, records);
  }

  async function giveShown(title: string, columns: Partial<WorkRow> = {}): Promise<string> {
    const work = { groupId: host.ids.cm1, title, collects: false, audience: 'level' as const, level: 'CM1' };
    const { id } = await giveWork({ ...work, read: { 'fiche.txt': title }, ...columns }, tools);
    await host.as('pupil').get(partPath(id, ines)).expect(200);
    return id;
  }

  /** The teacher saves the form of a work to read. */
  async function save(id: string, audience: string): Promise<void> {
    const { text } = await host.as('teacher').get(`/works/${id}/edit`).expect(200);
    const [, version = ''] = /name="version" value="([^"]*)"/.exec(text) ?? [];
    const [, title = ''] = /name="title"[^>]*value="([^"]*)"/.exec(text) ?? [];
    const form = { title, text: 'Lis bien.', for: audience, do: 'handOut', version };
    await host.as('teacher').post(`/works/${id}/edit`).form(form).expect(303);
  }

  beforeEach(async () => {
    ines = await host.ids.person('pupil');
    await sync('CM1');
  });

  test('X4 stay to be read with a pupil who has seen them when a directory changes the level', async () => {
    const [read, exercise] = [await giveShown('Les volcans'), await giveShown('Un exercice', { collects: true })];
    await sync('CM2');
    await save(read, 'level:CM1');
    for (const role of ['pupil', 'guardian'] as const) {
      await host
        .as(role)
        .get('/works')
        .expect(200, /Les volcans/)
        .expectNot(/Un exercice/);
      await host
        .as(role)
        .get(partPath(read, ines))
        .expect(200, /fiche\.txt/);
      await host.as(role).get(partPath(exercise, ines)).expect(404);
    }
  });

  test('X4 go when their teacher gives them to a level that is not that of the pupil', async () => {
    const ofClass = await giveShown('Les marées', { audience: 'class', level: null });
    const ofLevel = await giveShown('Le vent');
    for (const id of [ofClass, ofLevel]) {
      await save(id, 'level:CM2');
      await host.as('pupil').get(partPath(id, ines)).expect(404);
    }
    await host
      .as('pupil')
      .get('/works')
      .expect(200)
      .expectNot(/Les marées|Le vent/);
  });
});
