// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../drive-for-tests.js';
import { groupSpace, holderOf, ownSpace } from '../space/space-ref.js';
import { NodeRow } from '../store/node.entity.js';
import { ContentRow } from '../store/content.entity.js';
import { SpaceRow, TOTAL } from '../store/space.entity.js';

const quota = { pupil: '1kB', teacher: '2kB', class: '3kB', school: '5kB' };
const drives = await Promise.all(
  testDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, settings: { maxFileSize: '5kB', quota } }),
  })),
);

describe.each(drives)('room on $name', ({ drive: { host, tables } }) => {
  const { cm1 } = host.ids;
  const usedBy = async (holder: string): Promise<number | undefined> =>
    (await tables(SCHOOL).repository(SpaceRow).findOne({ where: { holder } }))?.usedBytes;
  const post = (role: 'teacher' | 'pupil', space: string, name: string, bytes: number) =>
    host
      .as(role)
      .post(`${space}/files`)
      .files({ [name]: name.padEnd(bytes, '.') });

  test('F11: of twenty uploads at once into room for one, exactly one gets in, and the school counts one', async () => {
    await post('teacher', `/groups/${cm1}`, 'before', 1_200).expect(303);
    const uploads = Array.from({ length: 20 }, (_, index) => post('teacher', `/groups/${cm1}`, `file ${index}`, 1_000));
    const statuses = (await Promise.all(uploads.map((upload) => upload))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, ...Array.from({ length: 19 }, () => 413)]);
    expect(await usedBy(holderOf(groupSpace(cm1)))).toBe(2_200);
    expect(await usedBy(TOTAL)).toBe(2_200);
    expect(
      await tables(SCHOOL)
        .repository(NodeRow)
        .count({ where: { rank: 1 } }),
    ).toBe(2);
    expect(await tables(SCHOOL).repository(ContentRow).count()).toBe(2);
  });

  test('a person’s own space has the room of their profile, and the whole school has its own limit', async () => {
    await post('pupil', '/own', 'full', 1_000).expect(303);
    const { text } = await post('pupil', '/own', 'more', 1_200).expect(
      413,
      /La place manque[^]*Il reste 0\soctets? dans tes fichiers/,
    );
    expect(text).toMatch(/href="\/s\/[^"]+\/own"[^]*Ouvrir la corbeille/);
    expect(await usedBy(holderOf(ownSpace(await host.ids.person('pupil'))))).toBe(1_000);
    await post('teacher', '/own', 'one', 1_500).expect(303);
    expect(await usedBy(TOTAL)).toBe(4_700);
    await post('teacher', '/own', 'two', 400).expect(413, /Il reste 300\soctets pour toute l’école/);
    const root = await tables(SCHOOL)
      .repository(NodeRow)
      .findOne({ where: { groupId: cm1, foldedName: '' } });
    const upload = host.as('teacher').post(`/folders/${root?.id ?? ''}/uploads/${'0'.repeat(32)}`);
    const answer = await upload.files({ two: 'x'.repeat(400) }).expect(413);
    expect(JSON.parse(answer.text)).toEqual({ noRoom: expect.stringContaining('pour toute l’école') as string });
    await post('teacher', '/own', 'three', 300).expect(303);
    expect(await usedBy(TOTAL)).toBe(5_000);
  });
});
