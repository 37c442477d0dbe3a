// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { openSpace } from '../../domain/space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { nameColumns } from '../../store/names/name-columns.js';

const FILES = 5_000;

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('a folder of 5,000 files on $name', ({ drive: { host, tables } }) => {
  let folderId: string;

  beforeAll(async () => {
    const db = tables(SCHOOL);
    const root = await openSpace(groupSpace(host.ids.cm1), { db, clock: host.clock });
    const { id: _id, school: _school, ...columns } = root;
    const folder = { ...columns, ...nameColumns('Sciences'), parentId: root.id, above: `${root.id}/` };
    const [made] = await db.repository(NodeRow).insert([folder]);
    folderId = made?.id ?? '';
    const addedBy = await host.ids.person('teacher');
    const files = Array.from({ length: FILES }, (_, index) => ({
      ...columns,
      ...nameColumns(`Photo de la sortie ${index}.jpg`),
      ...{ parentId: folderId, above: `${root.id}/${folderId}/`, rank: 1, bytes: 3_400_000 + index, files: 1, addedBy },
      changedAt: new Date(host.clock.now().getTime() - index * 6 * 3_600_000),
    }));
    await db.repository(NodeRow).insert(files);
  }, 120_000);

  test('its page has 100 lines in at most 60 kB, after at most 13 statements', async () => {
    const teacher = host.as('teacher');
    await teacher.get(`/folders/${folderId}`).expect(200);
    const { logger } = host.host.database.dataSource;
    const before = logger.logQuery.bind(logger);
    const counts: number[] = [];
    // The host has statements of its own, such as those of jobs: the least of three is the page alone.
    for (let turn = 0; turn < 3; turn += 1) {
      let statements = 0;
      logger.logQuery = () => void (statements += 1);
      const { text } = await teacher.get(`/folders/${folderId}`).expect(200);
      logger.logQuery = before;
      counts.push(statements);
      expect(text.match(/name="ids"/g)).toHaveLength(100);
      expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    }
    expect(Math.min(...counts)).toBeLessThanOrEqual(13);
  });

  test('a page of 100 pictures is small for a pupil, too, and has each drawing once', async () => {
    const { text } = await host
      .as('pupil')
      .get(`/folders/${folderId}`)
      .expect(200, /after=/);
    expect(text.match(/<a class="v-pic /g)).toHaveLength(100);
    expect(text.match(/<symbol /g)?.length).toBeLessThan(10);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });

  test('its pages follow each other by key in each order, and leave nothing out', async () => {
    for (const order of ['name', 'size']) {
      const ids: string[] = [];
      let page: string | undefined = `/folders/${folderId}?order=${order}`;
      while (page !== undefined) {
        const { text } = await host.as('guardian').get(page).expect(200);
        ids.push(...[...text.matchAll(/name="ids" value="([^"]+)"/g)].map(([, id = '']) => id));
        page = /\/folders\/[^"]*after=[^"]*/.exec(text)?.[0].replaceAll('&amp;', '&');
      }
      expect([ids.length, new Set(ids).size]).toEqual([FILES, FILES]);
    }
  }, 60_000);
});
