// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, json } from '@volee/core-adapter';
import { SCHOOL, startTestHost, testDatabases, type TestHost } from '@volee/core-adapter/testing';
import { z } from 'zod';
import { FileRow } from './file.entity.js';
import fileShare from './index.js';
import { manifest } from './manifest.js';
import { moveFiles } from './move-files.js';
import { placeOf } from './place-of.js';

/** The brick with an address that moves files, as the host does when two persons become one. */
const moving = defineBrick(manifest, async (brick) => {
  await fileShare.activate(brick);
  const params = z.object({ from: z.string(), to: z.string() });
  brick.http.get('/move/:from/:to', { access: 'own', params }, async ({ db, params: { from, to } }) => {
    await db.transaction(() => moveFiles({ db, from, to }));
    return json({});
  });
});

const hosts: { name: string; host: TestHost }[] = [];
for (const database of testDatabases()) {
  hosts.push({ name: database.name, host: await startTestHost({ bricks: [moving], database }) });
}

test.each(hosts)(
  'on $name, the files of two persons are in one space, and no name is there twice',
  async ({ host }) => {
    const put = async (role: 'teacher' | 'head', path: string, name: string, content: string): Promise<void> => {
      await host
        .as(role)
        .post(path)
        .files({ [name]: content })
        .expect(303);
    };
    const [from, to] = [await host.ids.person('teacher'), await host.ids.person('head')];
    await put('head', '/own/files', 'carte.png', 'of the head');
    await put('teacher', '/own/files', 'Carte.PNG', 'of the teacher');
    await put('teacher', '/own/files', 'cahier.odt', 'also of the teacher');
    await put('teacher', `/groups/${host.ids.cm1}/files`, 'carte.png', 'of the class');
    await host.as('head').get(`/move/${from}/${to}`).expect(200);

    const rows = await host.host.database.dataSource.manager.find(FileRow, { where: { school: SCHOOL } });
    expect(rows.map(({ name, ownerId, addedBy }) => [name, ownerId === to, addedBy === to]).sort()).toEqual([
      ['Carte (2).PNG', true, true],
      ['cahier.odt', true, true],
      ['carte.png', false, true],
      ['carte.png', true, true],
    ]);
    for (const row of rows) expect(row.place).toBe(placeOf(row, row.name));
    expect(JSON.stringify(rows)).not.toContain(from);
    await host
      .as('head')
      .get('/own')
      .expect(200, /Carte \(2\)\.PNG/);
  },
);
