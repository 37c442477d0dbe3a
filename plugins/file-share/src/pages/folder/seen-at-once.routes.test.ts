// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';

const KEY = '0123456789abcdef0123456789abcdef';
const BEFORE = 'Ce que vous déposez ici, les élèves et leurs familles le voient aussitôt.';

describe.each(testDatabases())('files that others see at once, on $name', (database) => {
  const started = startDrive({ database });

  test('a teacher reads before the choice that pupils and families see the file, and nothing where they do not', async () => {
    const drive = await started;
    const fill = new FillDrive(drive);
    const root = await fill.root(groupSpace(drive.host.ids.cm1));
    const [forPupils, closed] = [await fill.folder(root, 'Leçons'), await fill.folder(root, 'Préparations')];
    const nodes = drive.tables(SCHOOL).repository(NodeRow);
    await nodes.update({ id: forPupils.id }, { readers: 'pupils', ownReaders: 'pupils' });
    await nodes.update({ id: closed.id }, { readers: 'teachers', ownReaders: 'teachers' });
    const textOf = async (path: string): Promise<string> => (await drive.host.as('teacher').get(path).expect(200)).text;
    expect(await textOf(`/groups/${drive.host.ids.cm1}`)).toContain(BEFORE);
    expect(await textOf(`/folders/${forPupils.id}`)).toContain(
      'Ce que vous déposez ici, les élèves le voient aussitôt.',
    );
    expect(await textOf(`/folders/${closed.id}`)).not.toContain('aussitôt');
    expect(await textOf('/own')).not.toContain('aussitôt');
  });

  test('the notice of a deposit counts the people who see it, and « Annuler » puts the files into the trash', async () => {
    const { host, tables } = await started;
    const teacher = host.as('teacher');
    const path = `/groups/${host.ids.cm1}`;
    await teacher.post(`${path}/files`).files({ 'un.txt': '1', 'deux.txt': '2' }).expect(303);
    const { text } = await teacher.get(path).expect(200);
    const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
    expect(notice).toMatch(/2 fichiers déposés\. Visible pour \d+ élèves? et \d+ parents?\./);
    const ids = [...notice.matchAll(/name="ids" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    const undo = new URLSearchParams([['action', 'trash'], ...ids.map((id) => ['ids', id])]);
    expect(notice).toMatch(/action="[^"]*\/file-share\/picked"[^]*name="action" value="trash"[^]*Annuler/);
    await teacher.post('/picked').form(undo).expect(303);
    const rows = await tables(SCHOOL)
      .repository(NodeRow)
      .find({ where: { name: 'un.txt' } });
    expect(rows.map(({ trashedAt }) => trashedAt === null)).toEqual([false]);
  });

  test('T4: the answer to an upload counts the readers for teachers alone, and says nothing of a space of one person', async () => {
    const drive = await started;
    const { host, tables } = drive;
    const fill = new FillDrive(drive);
    const open = await fill.folder(await fill.root(groupSpace(host.ids.cm1)), 'Ouvert');
    await tables(SCHOOL).repository(NodeRow).update({ id: open.id }, { pupilsAdd: true });
    const mine = await fill.root(ownSpace(await host.ids.person('teacher')));
    const answerOf = async (role: 'teacher' | 'pupil', folderId: string): Promise<unknown> => {
      const request = host
        .as(role)
        .post(`/folders/${folderId}/uploads/${KEY}`)
        .files({ [`${role}.txt`]: role });
      return JSON.parse((await request.expect(200)).text);
    };
    const id = expect.any(String) as unknown;
    const seenBy = expect.stringMatching(/^Visible pour \d+ élèves? et \d+ parents?\.$/) as unknown;
    expect(await answerOf('teacher', open.id)).toEqual({ id, name: 'teacher.txt', seenBy });
    expect(await answerOf('pupil', open.id)).toEqual({ id, name: 'pupil.txt' });
    expect(await answerOf('teacher', mine.id)).toEqual({ id, name: 'teacher.txt' });
  });
});
