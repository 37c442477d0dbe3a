// SPDX-License-Identifier: EUPL-1.2
import { brickContract, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import brick from '../../index.js';
import { NoticeRow } from '../../store/notice.entity.js';

// A real host: two schools, every profile, the brick switched on in both.
const host = await startTestHost({ bricks: [brick] });
const notice = (text: string): Record<string, string> => ({ groupId: host.ids.cm1, text });

test('T1: a teacher writes to a class; only its pupils, their guardians and the head read the notice', async () => {
  await host.as('teacher').post('/notices').form(notice('Sortie au musée')).expect(303);
  for (const reader of ['teacher', 'pupil', 'guardian', 'head'] as const) {
    await host
      .as(reader)
      .get('/')
      .expect(200, /Sortie au musée[^]*CM1 · Claire Vuillet/);
  }
  for (const other of ['pupilOfOtherClass', 'teacherOfOtherClass', 'pupilOfOtherSchool'] as const) {
    await host
      .as(other)
      .get('/')
      .expect(200)
      .expectNot(/Sortie/);
  }
});

test('T3: only a teacher of the class writes to it', async () => {
  await host.as('pupil').post('/notices').form(notice('Intrus')).expect(403);
  await host.as('teacherOfOtherClass').post('/notices').form(notice('Intrus')).expect(404);
  await host.as('teacherOfOtherSchool').post('/notices', { school: SCHOOL }).form(notice('Intrus')).expect(404);
  await host
    .as('pupil')
    .get('/')
    .expect(200)
    .expectNot(/Intrus|<form[^>]*notices/);
});

test('T3: only a teacher of the class removes a notice', async () => {
  const notices = host.tables(SCHOOL).repository(NoticeRow);
  const { id } = await notices.insertOne({
    ...{ groupId: host.ids.cm1, text: 'Photos', addedAt: host.clock.now() },
    addedBy: await host.ids.person('teacher'),
  });
  await host.as('pupil').post(`/notices/${id}/remove`).expect(403);
  await host.as('teacherOfOtherClass').post(`/notices/${id}/remove`).expect(404);
  await host.as('teacher').post(`/notices/${id}/remove`).expect(303);
  await host.as('teacher').post(`/notices/${id}/remove`).expect(404);
});

test('an empty notice is refused', async () => {
  await host.as('teacher').post('/notices').form(notice('  ')).expect(400);
});

// The tests that every brick must pass: see the guide. Each route with parameters, a query, a body or files needs one
// valid request.
brickContract(brick, {
  examples: {
    'POST /notices': ({ groupId, marker }) => ({ form: { groupId, text: marker } }),
    'POST /notices/:id/remove': async ({ groupId, personId, marker, db }) => {
      const notice = { groupId, text: marker, addedBy: personId, addedAt: new Date('2026-11-24T10:00:00Z') };
      return { params: { id: (await db.repository(NoticeRow).insertOne(notice)).id } };
    },
  },
});
