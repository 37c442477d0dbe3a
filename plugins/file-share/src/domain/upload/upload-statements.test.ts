// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { Like } from 'typeorm';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

/** A number of files larger than in any folder that a person fills. */
const MANY = 5_000;

describe.each(drives)('one upload on $name', ({ drive: { host, tables } }) => {
  test('takes at most 12 statements of the brick, also into a folder of 5,000', async () => {
    const db = tables(SCHOOL);
    const nodes = db.repository(NodeRow);
    const root = await openSpace(groupSpace(host.ids.cm1), { db, clock: host.clock });
    const record = async (path: string, files: Readonly<Record<string, string>>): Promise<string[]> => {
      const { logger } = host.host.database.dataSource;
      const statements: string[] = [];
      const { logQuery } = logger;
      logger.logQuery = (text) => void statements.push(text);
      const { status } = await host.as('teacher').post(`/folders/${root.id}/${path}`).files(files);
      logger.logQuery = logQuery;
      expect(status).toBeLessThan(400);
      return statements.filter((text) => text.includes('file_share_'));
    };
    const send = (content: string): Promise<string[]> =>
      record(`uploads/${randomBytes(16).toString('hex')}`, { 'Leçon 4.pdf': content });
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

    // The numbers of a name that is taken are read once, for all files that have it.
    const alike = await record('files', { 'photo.jpg': '1', 'Photo.jpg': '2', 'PHOTO.jpg': '3', 'photo 7.jpg': '4' });
    expect(alike.filter((text) => /^SELECT .found.\W+foldedName/.test(text))).toHaveLength(3);
    const numbered = await nodes.find({ where: { parentId: root.id, name: Like('%(%') } });
    const names = ['Photo (2).jpg', 'PHOTO (3).jpg', 'photo 7 (2).jpg'];
    expect(numbered.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});
