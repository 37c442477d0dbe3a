// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { UNTRASH_PATH } from '../../paths.js';
import { groupSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';

describe.each(testDatabases())('undoing the trash on $name', (database) => {
  const started = startDrive({ database });

  test('F6: the notice puts all back where it was, for its readers alone, and says when it is too late', async () => {
    const drive = await started;
    const { host, tables } = drive;
    const fill = new FillDrive(drive);
    const folder = await fill.folder(await fill.root(groupSpace(host.ids.cm1)), 'Cahier');
    const nodes = [await fill.file(folder, 'un.txt'), await fill.file(folder, 'deux.txt')];
    const ids = nodes.map(({ id }) => id);
    const form = (): URLSearchParams => new URLSearchParams(ids.map((id) => ['ids', id]));
    const states = async (): Promise<unknown[]> => {
      const rows = await Promise.all(ids.map((id) => tables(SCHOOL).repository(NodeRow).findOne({ where: { id } })));
      return rows.map((row) => (row?.trashedAt ? 'trash' : row?.parentId));
    };
    const teacher = host.as('teacher');
    const trash = form();
    trash.set('action', 'trash');
    const back = (await teacher.post('/picked').form(trash).expect(303)).headers.get('location') ?? '';
    const { text } = await teacher
      .get(back.replace(/^.*\/file-share/, ''))
      .expect(200, /2 éléments sont dans la corbeille/);
    const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
    expect(notice).toContain(`/file-share${UNTRASH_PATH}`);
    expect([...notice.matchAll(/name="ids" value="([^"]+)"/g)].map(([, id]) => id).sort()).toEqual([...ids].sort());

    await host.as('pupil').post(UNTRASH_PATH).form(form()).expect(404);
    await host.as('teacherOfOtherClass').post(UNTRASH_PATH).form(form()).expect(404);
    expect(await states()).toEqual(['trash', 'trash']);
    const undone = await teacher.post(UNTRASH_PATH).form(form()).expect(303);
    expect(await states()).toEqual([folder.id, folder.id]);
    expect(undone.headers.get('location')).toBe(back);
    await teacher.get(back.replace(/^.*\/file-share/, '')).expect(200, /2 éléments sont de retour/);

    // One of them came back by another tab: nothing of the rest moves.
    await teacher.post('/picked').form(trash).expect(303);
    await teacher.post(`/nodes/${ids[1] ?? ''}/restore`).expect(303);
    const { headers } = await teacher.post(UNTRASH_PATH).form(form()).expect(303);
    expect(headers.get('location')).toContain('/trash');
    expect(await states()).toEqual(['trash', folder.id]);
    expect(await driveFaults(tables(SCHOOL))).toEqual([]);
  });
});
