// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { json } from '../../../api/http.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { moveNotes, NoteRow } from '../../infra/database/notes-for-tests.js';
import { notesBrick } from '../reply-brick-for-tests.js';

const brick = defineBrick(notesBrick.manifest, ({ http, moveGroup }) => {
  moveGroup(moveNotes);
  http.get('/notes/:id', { access: 'read', load: NoteRow }, ({ resource }) => json({ text: resource.text }));
  http.get('/as/:id', { access: 'read', params: z.object({ id: z.string() }), load: NoteRow }, ({ resource, params }) =>
    json({ text: resource.text, id: params.id }),
  );
  http.get('/short/:id', { access: 'read', params: z.object({}), load: NoteRow }, () => json({}));
});

describe.each(testDatabases())('a route that loads an entity on $name', (database) => {
  const started = startTestHost({ bricks: [brick], database });

  async function noteIn(school: string, groupId: string | null): Promise<string> {
    const { tables } = await started;
    return (await tables(school).repository(NoteRow).insertOne({ text: 'Musée', groupId })).id;
  }

  async function statusOf(role: Role, path: string, school = SCHOOL): Promise<number> {
    return (await (await started).as(role).get(path, { school })).status;
  }

  test('T1: gets the row of the address, for people who are related to it', async () => {
    const { as, ids } = await started;
    const id = await noteIn(SCHOOL, ids.cm1);
    await as('teacher')
      .get(`/notes/${id}`)
      .expect(200, /"Musée"/);
    await as('teacher')
      .get(`/as/${id}`)
      .expect(200, new RegExp(`"Musée","id":"${id}"`));
    expect(await statusOf('pupil', `/notes/${id}`)).toBe(200);
    expect(await statusOf('teacherOfOtherClass', `/notes/${id}`)).toBe(404);
  });

  test('T8: answers 404 for a row of another school, an unknown id, one that is none, and a row of nobody', async () => {
    const { ids } = await started;
    const elsewhere = await noteIn(OTHER_SCHOOL, ids.sixthA);
    expect(await statusOf('teacherInBothSchools', `/notes/${elsewhere}`, OTHER_SCHOOL)).toBe(200);
    const wrong = [elsewhere, randomUUID(), 'seven', '%20', await noteIn(SCHOOL, null)];
    for (const id of wrong) {
      expect([id, await statusOf('teacherInBothSchools', `/notes/${id}`)]).toEqual([id, 404]);
      expect([id, await statusOf('teacherInBothSchools', `/as/${id}`)]).toEqual([id, 404]);
    }
  });

  test('fails when the schema of the address drops its id', async () => {
    const { ids } = await started;
    expect(await statusOf('teacher', `/short/${await noteIn(SCHOOL, ids.cm1)}`)).toBe(500);
  });
});
