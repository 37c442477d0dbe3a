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

  test('T8: is 404 for people who do not have the class, and for an unknown class', async () => {
    const { as, ids } = await started;
    const id = await joinedTo(ids.cm1);
    await as('teacherOfOtherClass').get(`/classes/${id}/notes`).expect(404);
    await as('teacher').get(`/classes/${randomUUID()}/notes`).expect(404);
  });
});
