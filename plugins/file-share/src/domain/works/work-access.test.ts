// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { SCHOOL, type Role } from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import { givenFilePath } from '../../paths.js';
import { noteShown } from '../parts/note-shown.js';
import { applyRecords, sampleRecords, withoutGroupsOf } from '../../testing/start/directory-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { postWork, putPart, WORK_FORM } from '../../testing/start/works-for-tests.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const { host, tables, storage } = await startDrive({ now: NOW });
const db = tables(SCHOOL);
const tools = { db, storage: storage(SCHOOL), clock: host.clock };

test('T8: a work is followed by the teachers and the head of its class alone, and changed by its teachers', async () => {
  const workId = await postWork({ host });
  const class1 = `/groups/${host.ids.cm1}/works`;
  const reads: [Role, number][] = [
    ['teacher', 200],
    ['head', 200],
    ['teacherOfOtherClass', 404],
    ['teacherOfOtherSchool', 404],
    ['pupil', 403],
    ['guardian', 403],
    ['staff', 403],
  ];
  for (const [role, status] of reads) {
    await host.as(role).get(`/works/${workId}`, { school: SCHOOL }).expect(status);
    await host.as(role).get(class1, { school: SCHOOL }).expect(status);
  }
  await host
    .as('head')
    .get(`/works/${workId}`)
    .expect(200)
    .expectNot(/Modifier<|Le rappeler/);
  await host.as('head').post(`/works/${workId}`).form({ do: 'close' }).expect(403);
  await host.as('head').get(`${class1}/new`).expect(403);
  await host.as('teacherInBothSchools').get(`/works/${workId}/edit`).expect(200);
});

test('T6: pupils of another class cannot be picked, and nothing that was typed is lost', async () => {
  const form = { ...WORK_FORM, for: 'picked', pupils: await host.ids.person('pupilOfOtherClass'), do: 'handOut' };
  const before = await db.repository(WorkRow).count();
  await host
    .as('teacher')
    .post(`/groups/${host.ids.cm1}/works/new`)
    .form({ ...form, title: 'Ma dictée' })
    .expect(400, /Ma dictée[^]*n’est plus dans la classe/);
  await host
    .as('teacher')
    .post(`/groups/${host.ids.cm1}/works/new`)
    .form({ ...WORK_FORM, for: 'picked', title: 'Ma dictée', do: 'handOut' })
    .expect(400, /Ma dictée[^]*Cochez au moins un élève/);
  expect(await db.repository(WorkRow).count()).toBe(before);
});

test('a picked pupil has the work, another one has not, and one that is picked no longer loses it unless they have begun', async () => {
  const [ines, zoe] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
  const workId = await postWork({ host }, { for: 'picked', pupils: ines });
  await host.as('pupil').get(`/works/${workId}/pupils/${ines}`).expect(200);
  await host.as('classmate').get(`/works/${workId}/pupils/${zoe}`).expect(404);
  const change = async (pupils: string): Promise<void> => {
    const { text } = await host.as('teacher').get(`/works/${workId}/edit`).expect(200);
    const version = /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const form = { ...WORK_FORM, for: 'picked', pupils, version, do: 'handOut' };
    await host.as('teacher').post(`/works/${workId}/edit`).form(form).expect(303);
  };
  await change(zoe);
  await host.as('pupil').get(`/works/${workId}/pupils/${ines}`).expect(404);
  await db.repository(WorkPupilRow).update({ workId, pupilId: zoe }, { state: 'started' });
  await change(ines);
  await host.as('classmate').get(`/works/${workId}/pupils/${zoe}`).expect(200);
});

test('a picked pupil whom one sync leaves out of the class keeps the work when the form is saved meanwhile', async () => {
  const [ines, zoe] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
  const picked = [ines, zoe].map((id) => ['pupils', id]);
  const asked = Object.entries({ ...WORK_FORM, for: 'picked', do: 'handOut' });
  const form = new URLSearchParams([...asked, ...picked]);
  const given = await host.as('teacher').post(`/groups/${host.ids.cm1}/works/new`).form(form).expect(303);
  const [, workId = ''] = /works\/([\da-f-]{36})/.exec(given.headers.get('location') ?? '') ?? [];
  const edit = `/works/${workId}/edit`;
  /** The form as the browser sends it, with another title. */
  const formOf = async (title: string): Promise<URLSearchParams> => {
    const { text } = await host.as('teacher').get(edit).expect(200);
    const version = /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const shown = [...text.matchAll(/name="shown" value="([^"]*)"/g)].map(([, id = '']) => ['shown', id]);
    const isTicked = (id: string): boolean => new RegExp(`<input[^>]*value="${id}"[^>]*checked`).test(text);
    const fields = { ...WORK_FORM, title, for: 'picked', do: 'handOut', version };
    return new URLSearchParams([...Object.entries(fields), ...shown, ...picked.filter(([, id = '']) => isTicked(id))]);
  };
  const records = await sampleRecords();
  await applyRecords(host, withoutGroupsOf('pupil', records));
  await host
    .as('teacher')
    .get(edit)
    .expect(200, /Pas dans la classe en ce moment.: Inès Faivre\. Le travail reste pour eux/);
  await host
    .as('teacher')
    .post(edit)
    .form(await formOf('Les volcans'))
    .expect(303);
  // The form that was open while the pupil came back does not show them.
  const late = await formOf('Les volcans d’Auvergne');
  await applyRecords(host, records);
  await host.as('teacher').post(edit).form(late).expect(303);
  await host
    .as('pupil')
    .get(`/works/${workId}/pupils/${ines}`)
    .expect(200, /Les volcans d’Auvergne/);
  // Unticked where the form shows them, they lose it as before.
  const fields = (await formOf('Les volcans')).toString().replace(`pupils=${ines}`, '');
  await host.as('teacher').post(edit).form(new URLSearchParams(fields)).expect(303);
  await host.as('pupil').get(`/works/${workId}/pupils/${ines}`).expect(404);
});

test('a pupil keeps a work of the whole class that they have seen when pupils are picked while a sync leaves them out', async () => {
  const [ines, zoe] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
  const [opened, listed] = [
    await postWork({ host }, { title: 'Les marées' }),
    await postWork({ host }, { title: 'Le vent' }),
  ];
  const page = `/works/${opened}/pupils/${ines}`;
  await host.as('pupil').get(page).expect(200);
  await host.as('classmate').get(`/works/${opened}/pupils/${zoe}`).expect(200);
  await host
    .as('guardian')
    .get('/works')
    .expect(200, /Le vent/);
  /** The teacher ticks some of the pupils that the form offers. */
  const pick = async (workId: string, title: string, ticked: readonly string[]): Promise<string> => {
    const { text } = await host.as('teacher').get(`/works/${workId}/edit`).expect(200);
    const version = /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const shown = [...text.matchAll(/name="shown" value="([^"]*)"/g)].map(([, id = '']) => ['shown', id]);
    const fields = Object.entries({ ...WORK_FORM, title, for: 'picked', do: 'handOut', version });
    const form = new URLSearchParams([...fields, ...shown, ...ticked.map((id) => ['pupils', id])]);
    await host.as('teacher').post(`/works/${workId}/edit`).form(form).expect(303);
    return text;
  };
  const records = await sampleRecords();
  await applyRecords(host, withoutGroupsOf('pupil', records));
  expect(await pick(opened, 'Les marées', [zoe])).toMatch(/Pas dans la classe en ce moment.: Inès Faivre/);
  await host.as('teacher').post(`/works/${listed}`).form({ do: 'withdraw' }).expect(303);
  await pick(listed, 'Le vent', [zoe]);
  await applyRecords(host, records);
  await host
    .as('pupil')
    .get('/works')
    .expect(200, /Les marées/)
    .expect(200, /Le vent/);
  await host.as('pupil').get(page).expect(200);
  // Unticked where the form shows them, they lose it, also after they have seen it.
  await pick(opened, 'Les marées', [ines]);
  await host.as('classmate').get(`/works/${opened}/pupils/${zoe}`).expect(404);
});

test('a pupil that has left the class keeps what they had begun, and is not asked for new works', async () => {
  const work = { id: await postWork({ host }), groupId: host.ids.cm1 };
  const tom = await host.ids.person('pupilOfOtherClass');
  await putPart(db, work, tom, { state: 'handedIn', handedInAt: NOW });
  await host
    .as('teacher')
    .get(`/works/${work.id}`)
    .expect(200, /1 a rendu[^]*Tom Brenot[^]*N’est plus dans la classe/);
  await host.as('pupilOfOtherClass').get(`/works/${work.id}/pupils/${tom}`).expect(200);
  const later = await postWork({ host });
  await host.as('pupilOfOtherClass').get(`/works/${later}/pupils/${tom}`).expect(404);
});

test('X4 works to read that were shown stay when a class gets another key, and works to hand in are not asked for any more', async () => {
  const ines = await host.ids.person('pupil');
  const sheet = { 'leçon.pdf': 'leçon' };
  const lesson = await giveWork({ groupId: host.ids.cm1, title: 'La leçon', collects: false, read: sheet }, tools);
  const unseen = await giveWork({ groupId: host.ids.cm1, title: 'Jamais vue', collects: false }, tools);
  const exercise = await giveWork({ groupId: host.ids.cm1, title: 'Un exercice' }, tools);
  const later = await giveWork({ groupId: host.ids.cm1, audience: 'picked', collects: false }, tools);
  await putPart(db, later, ines, {});
  const picked = await giveWork(
    { groupId: host.ids.cm1, title: 'Pour toi', audience: 'picked', collects: false },
    tools,
  );
  await putPart(db, picked, ines, {});
  const page = ({ id }: WorkRow): string => `/works/${id}/pupils/${ines}`;
  for (const work of [lesson, exercise, picked]) await host.as('pupil').get(page(work)).expect(200);
  const records = await sampleRecords();
  await applyRecords(host, withOtherKey('cm1', 'cm1a', records));
  await host
    .as('pupil')
    .get('/works')
    .expect(200, /La leçon[^]*Pour toi|Pour toi[^]*La leçon/)
    .expectNot(/Jamais vue|Un exercice/);
  const shown = await host
    .as('pupil')
    .get(page(lesson))
    .expect(200, /leçon\.pdf/);
  const [, id = ''] = /pupils\/[\da-f-]{36}\/[a-z/]+\/([\da-f-]{36})"/.exec(shown.text) ?? [];
  await host
    .as('pupil')
    .get(givenFilePath(lesson.id, ines, id))
    .expect(200);
  await host
    .as('guardian')
    .get(page(lesson))
    .expect(200, /La leçon/);
  await host
    .as('pupil')
    .get(page(picked))
    .expect(200, /Pour toi/);
  for (const work of [unseen, exercise, later]) await host.as('pupil').get(page(work)).expect(404);
  await applyRecords(host, records);
});

test('X4 a work to read stays with a pupil who changed class when its teacher picks pupils later, and with nobody who never saw it', async () => {
  const [ines, zoe] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
  const reading = { groupId: host.ids.cm1, title: 'La comptine', collects: false };
  const { id: shown } = await giveWork(reading, tools);
  const draft = await giveWork({ ...reading, audience: 'picked', isDraft: true }, tools);
  await putPart(db, draft, ines, {});
  const page = (id: string): string => `/works/${id}/pupils/${ines}`;
  await host.as('pupil').get(page(shown)).expect(200);
  const records = await sampleRecords();
  await applyRecords(
    host,
    records.map((one) =>
      one.type === 'membership' && one.person === 'pupil' && one.group === 'cm1' ? { ...one, group: 'cm2' } : one,
    ),
  );
  const change = async (id: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const { text } = await host.as('teacher').get(`/works/${id}/edit`).expect(200);
    const [, version = ''] = /name="version" value="([^"]*)"/.exec(text) ?? [];
    const form = new URLSearchParams({ title: 'La comptine', text: '', ...fields, do: 'handOut', version });
    for (const [, one = ''] of text.matchAll(/name="shown" value="([^"]*)"/g)) form.append('shown', one);
    await host.as('teacher').post(`/works/${id}/edit`).form(form).expect(303);
    return text;
  };
  const form = await change(shown, { for: 'picked', pupils: zoe });
  expect(form).toMatch(/Pas dans la classe en ce moment.: Inès Faivre\. Le travail reste pour eux/);
  await change(draft.id, { for: 'class' });
  await host
    .as('pupil')
    .get('/works')
    .expect(200, /La comptine/);
  await host.as('pupil').get(page(shown)).expect(200);
  await host.as('pupil').get(page(draft.id)).expect(404);
  await applyRecords(host, records);
});

test('X4 a list notes each part that it shows: those that a teacher opened, and those beside one that another tab noted', async () => {
  const pupilId = await host.ids.person('classmate');
  const give = (): Promise<WorkRow> => giveWork({ groupId: host.ids.cm1, collects: false }, tools);
  const [opened, first, second] = [await give(), await give(), await give()];
  const row = await putPart(db, opened, pupilId, {});
  await putPart(db, first, pupilId, {});
  const fresh = [first, second].map((work) => ({ work, pupilId, row: undefined }));
  await noteShown([{ work: opened, pupilId, row }, ...fresh], { db });
  const where = { workId: In([opened, first, second].map(({ id }) => id)) };
  expect((await db.repository(WorkPupilRow).find({ where })).map(({ shown }) => shown)).toEqual([true, true, true]);
});

function withOtherKey(key: string, other: string, records: readonly DirectoryRecord[]): DirectoryRecord[] {
  return records.map((one) => {
    if (one.type === 'group' && one.key === key) return { ...one, key: other, name: other };
    return one.type === 'membership' && one.group === key ? { ...one, group: other } : one;
  });
}

test('T1, T6: files that the teacher does not read are not added to a work', async () => {
  const workId = await postWork({ host }, { do: 'keep' });
  await host.as('head').post('/own/files').files({ 'secret.txt': 'not yours' }).expect(303);
  const { text } = await host.as('head').get('/own').expect(200);
  const [, id = ''] =
    /name="ids"[^>]*value="([\da-f-]{36})"/.exec(text) ?? /value="([\da-f-]{36})"[^>]*name="ids"/.exec(text) ?? [];
  expect(id).not.toBe('');
  await host.as('teacher').post(`/works/${workId}/chosen/read`).form({ ids: id }).expect(303);
  await host
    .as('teacher')
    .get(`/works/${workId}/edit`)
    .expect(200)
    .expectNot(/secret\.txt/);
});
