// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { json } from '../../../api/http.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { GroupRow } from '../../domain/directory/group.entity.js';
import { moveNotes } from '../../infra/database/notes-for-tests.js';
import { notesBrick } from '../reply-brick-for-tests.js';

const params = z.object({ groupId: z.uuid() });
const brick = defineBrick(notesBrick.manifest, ({ http, moveGroup }) => {
  moveGroup(moveNotes);
  const ofClass = {
    access: 'read',
    params,
    group: ({ params: { groupId } }: { params: { groupId: string } }) => groupId,
  } as const;
  http.get('/classes/:groupId/notes', ofClass, ({ params: { groupId } }) => json({ groupId }));
  http.post('/classes/:groupId/notes', { ...ofClass, body: z.object({ text: z.string() }) }, ({ body }) => json(body));
  const fields = z.object({ class: z.union([z.string(), z.array(z.string())]), text: z.string() });
  http.get('/notes', { access: 'read', query: fields }, ({ query }) => json(query));
  http.post('/notes', { access: 'read', body: fields }, ({ body }) => json(body));
  http.post('/files', { access: 'read', body: fields, upload: { maxFiles: 1 } }, ({ body }) => json(body));
});

describe.each(testDatabases())('an address of a class that was joined to another one, on $name', (database) => {
  const started = startTestHost({ bricks: [brick], database });

  async function joinedTo(groupId: string): Promise<string> {
    const { host } = await started;
    const { manager } = host.database.dataSource;
    const own = await manager.findOneByOrFail(GroupRow, { id: groupId });
    const id = randomUUID();
    await manager.insert(GroupRow, { ...own, id, source: `onde ${id}`, joinedTo: own.id });
    return id;
  }

  test('leads to that class, with the form that was sent, for people who have the class', async () => {
    const { as, ids } = await started;
    const id = await joinedTo(ids.cm1);
    const page = await as('teacher').get(`/classes/${id}/notes?day=2`);
    expect([page.status, page.headers.get('location')]).toEqual([
      307,
      expect.stringMatching(new RegExp(`/classes/${ids.cm1}/notes\\?day=2$`)),
    ]);
    const sent = await as('teacher').post(`/classes/${id}/notes`).form({ text: 'Musée' });
    expect([sent.status, sent.headers.get('location')]).toEqual([307, expect.stringContaining(ids.cm1)]);
  });

  test('T7: its id in a field of a form or a query is that of the class, and a text that names it stays as it was typed', async () => {
    const { as, ids } = await started;
    const id = await joinedTo(ids.cm1);
    const text = `group:${id}, lundi`;
    const sent = new URLSearchParams({ text });
    for (const name of [id, `group:${id}`, `toPupilsOf ${id}`, ids.cm2]) sent.append('class', name);
    const there = { text, class: [ids.cm1, `group:${ids.cm1}`, `toPupilsOf ${ids.cm1}`, ids.cm2] };
    const answers = [
      await as('teacher').get(`/notes?${sent.toString()}`),
      await as('teacher')
        .post('/notes')
        .form({ text, class: sent.getAll('class') }),
      await as('teacher')
        .post('/files')
        .form({ text, class: sent.getAll('class') })
        .files({ 'photo.png': 'Musée' }),
    ];
    for (const answer of answers) expect(JSON.parse(answer.text)).toEqual(there);
    const elsewhere = await as('teacherOfOtherSchool').post('/notes').form({ text, class: id });
    expect(JSON.parse(elsewhere.text)).toEqual({ text, class: id });
  });

  test('T8: is 404 for people who do not have the class, and for an unknown class', async () => {
    const { as, ids } = await started;
    const id = await joinedTo(ids.cm1);
    await as('teacherOfOtherClass').get(`/classes/${id}/notes`).expect(404);
    await as('teacher').get(`/classes/${randomUUID()}/notes`).expect(404);
  });
});
