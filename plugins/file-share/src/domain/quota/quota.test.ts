// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, SCHOOL } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { partPath } from '../../paths.js';
import { groupSpace, holderOf, ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { ContentRow } from '../../store/content.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { deleteWhere } from '../tree/delete-where.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { postWork } from '../../testing/start/works-for-tests.js';

const quota = { pupil: '2kB', teacher: '6kB', class: '6kB', school: '12kB' };
const drives = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, settings: { maxFileSize: '5kB', quota } }),
  })),
);

describe.each(drives)('room on $name', ({ name, drive: { host, tables } }) => {
  const testOnce = onceInQuickRun({ name });
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
    expect(await usedBy(holderOf(groupSpace(cm1)))).toBe(4_200);
    expect(await usedBy(TOTAL)).toBe(4_200);
    expect(
      await tables(SCHOOL)
        .repository(NodeRow)
        .count({ where: { rank: 1 } }),
    ).toBe(2);
    expect(await tables(SCHOOL).repository(ContentRow).count()).toBe(2);
  });

  testOnce('a person’s own space has the room of their profile, and the whole school has its own limit', async () => {
    await post('pupil', '/own', 'full', 1_000).expect(303);
    const { text } = await post('pupil', '/own', 'more', 1_200).expect(
      413,
      /La place manque[^]*Il reste 0\soctets? dans tes fichiers/,
    );
    expect(text).toMatch(/href="\/s\/[^"]+\/own"[^]*Ouvrir la corbeille/);
    expect(await usedBy(holderOf(ownSpace(await host.ids.person('pupil'))))).toBe(2_000);
    await post('teacher', '/own', 'one', 3_500).expect(303);
    expect(await usedBy(TOTAL)).toBe(10_700);
    await post('teacher', '/own', 'two', 400).expect(413, /Il reste 1,3\sko pour toute l’école/);
    const root = await tables(SCHOOL)
      .repository(NodeRow)
      .findOne({ where: { groupId: cm1, foldedName: '' } });
    const upload = host.as('teacher').post(`/folders/${root?.id ?? ''}/uploads/${'0'.repeat(32)}`);
    const answer = await upload.files({ two: 'x'.repeat(400) }).expect(413);
    expect(JSON.parse(answer.text)).toEqual({ noRoom: expect.stringContaining('pour toute l’école') as string });
    await post('teacher', '/own', 'three', 300).expect(303);
    expect(await usedBy(TOTAL)).toBe(12_000);
  });

  testOnce(
    'F11: at the edge of the quota, handing out, beginning, the trash and what comes back need no room; copies do',
    async () => {
      const db = tables(SCHOOL);
      const nodes = db.repository(NodeRow);
      const picked = (action: string, ids: string, more = {}) =>
        host
          .as('teacher')
          .post('/picked')
          .form({ action, ids, ...more });
      const named = async (name: string): Promise<NodeRow> => {
        const node = await nodes.findOne({ where: { name } });
        if (!node) throw new Error(`There is no file ${name}.`);
        return node;
      };
      const used = (): Promise<unknown[]> => Promise.all([usedBy(holderOf(groupSpace(cm1))), usedBy(TOTAL)]);

      // The school is full. What goes into the trash and comes back counts where it was.
      const before = await named('before');
      await picked('trash', before.id).expect(303);
      await host.as('teacher').post(`/nodes/${before.id}/restore`).expect(303);
      expect(await used()).toEqual([4_200, 12_000]);
      const id = await postWork({ host });
      await host
        .as('teacher')
        .post(`/works/${id}/chosen/fill`)
        .form({ ids: before.id })
        .expect(413, /La place manque/);

      for (const name of ['one', 'three']) await picked('trash', (await named(name)).id).expect(303);
      const { spaceId } = await named('one');
      await host
        .as('teacher')
        .post(`/spaces/${spaceId}/trash/empty`)
        .form({ until: host.clock.now().toISOString() })
        .expect(303);
      expect(await used()).toEqual([4_200, 6_200]);
      await host
        .as('teacher')
        .post(`/works/${id}/files/fill`)
        .files({ worksheet: 'w'.repeat(700) })
        .expect(303);
      expect(await used()).toEqual([5_900, 7_900]);
      const pages = [];
      for (const role of ['pupil', 'classmate'] as const) {
        pages.push({ role, page: partPath(id, await host.ids.person(role)) });
      }
      const begun = await Promise.all(
        pages.map(({ role, page }) => host.as(role).post(page).form({ action: 'start' })),
      );
      expect(begun.map(({ status }) => status)).toEqual([303, 303]);
      // Two copies count as files, also beyond the quota in bytes.
      expect(await used()).toEqual([7_900, 9_900]);
      const spaces = db.repository(SpaceRow);
      await spaces.update({ holder: holderOf(groupSpace(cm1)) }, { quotaBytes: 9_000 });
      const handedIn = await Promise.all(
        pages.map(({ role, page }) =>
          host
            .as(role)
            .post(`${page}/files`)
            .files({ mine: role.padEnd(100, '.') }),
        ),
      );
      expect(handedIn.map(({ status }) => status).sort()).toEqual([303, 413]);
      expect(await used()).toEqual([9_000, 11_000]);

      await deleteWhere([{ name: 'full' }], { db, clock: host.clock });
      await spaces.update({ holder: holderOf(groupSpace(cm1)) }, { quotaBytes: 11_000 });
      const thousand = await nodes.findOne({ where: { groupId: cm1, bytes: 1_000, rank: 1 } });
      const to = holderOf(groupSpace(cm1));
      const copies = await Promise.all([1, 2, 3].map(() => picked('copy', thousand?.id ?? '', { to })));
      expect(copies.map(({ status }) => status).sort()).toEqual([303, 413, 413]);
      expect(await used()).toEqual([11_000, 11_000]);
      expect(await driveFaults(db)).toEqual([]);
    },
  );
});
