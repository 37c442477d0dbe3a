// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../drive-for-tests.js';
import { nameColumns } from '../names/name-columns.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../space/space-ref.js';
import { NodeRow } from '../store/node.entity.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

/** More than in any folder that a person fills. */
const MANY = 5_000;

describe.each(drives)('one upload on $name', ({ drive: { host, tables } }) => {
  test('takes at most 12 statements of the brick, also into a folder of 5,000', async () => {
    const db = tables(SCHOOL);
    const nodes = db.repository(NodeRow);
    const root = await openSpace(groupSpace(host.ids.cm1), { db, clock: host.clock });
    const send = async (content: string): Promise<string[]> => {
      const { logger } = host.host.database.dataSource;
      const statements: string[] = [];
      const { logQuery } = logger;
      logger.logQuery = (text) => void statements.push(text);
      const path = `/folders/${root.id}/uploads/${randomBytes(16).toString('hex')}`;
      await host.as('teacher').post(path).files({ 'Leçon 4.pdf': content }).expect(200);
      logger.logQuery = logQuery;
      return statements.filter((text) => text.includes('file_share_'));
    };
    await send('the first has to open the total of the school');
    expect((await send('another')).length).toBeLessThanOrEqual(12);
    // Content that the school has already.
    const intoEmpty = await send('another');
    expect(intoEmpty.length).toBeLessThanOrEqual(12);

    // A file without content costs nothing, and waits for its turn all the same.
    const empty = await send('');
    expect(empty.length).toBeLessThanOrEqual(12);
    expect(empty.some((text) => /^UPDATE .file_share_space/.test(text))).toBe(true);

    const [file] = await nodes.find({ where: { parentId: root.id, rank: 1 }, take: 1 });
    if (!file) throw new Error('The upload has no row.');
    const { id: _id, school: _school, ...columns } = { ...file, uploadMark: null };
    await nodes.insert(
      Array.from({ length: MANY }, (_, index) => ({ ...columns, ...nameColumns(`photo ${index}.jpg`) })),
    );
    const stored = await send('another');
    expect(stored.length).toBeLessThanOrEqual(12);
    expect(stored).toHaveLength(intoEmpty.length);
    expect(await nodes.count({ where: { parentId: root.id } })).toBe(MANY + 5);
  });
});
