// SPDX-License-Identifier: EUPL-1.2
import { group, member, SCHOOL, testDatabases, type Role } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { filePath, folderIdPath, partFilesPath, partPath, PICK_PATH, renamePath, workPath } from '../../paths.js';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';

const drives: { name: string; drive: DriveForTests }[] = [];
for (const database of testDatabases()) {
  drives.push({ name: database.name, drive: await startDrive({ database, now: new Date('2026-11-24T09:00:00Z') }) });
}

describe.each(drives)('a class that its directory names otherwise in November, on $name', ({ drive }) => {
  const { host, tables, storage } = drive;
  const { folder, file } = driveSteps(host);
  const db = tables(SCHOOL);
  const page = `/groups/${host.ids.cm1}`;
  const teamPage = `/teams/${host.ids.cm1}`;
  const ids: Record<'open' | 'box' | 'lesson' | 'talk' | 'thrown' | 'answer' | 'notes' | 'work', string> = {
    ...{ open: '', box: '', lesson: '', talk: '', thrown: '', answer: '', notes: '', work: '' },
  };
  let pupilId = '';

  beforeAll(async () => {
    pupilId = await host.ids.person('pupil');
    ids.open = await folder('teacher', page, 'Nos exposés');
    await host.as('teacher').post(`/nodes/${ids.open}/readers`).form({ readers: 'families', pupilsAdd: 'true' });
    ids.talk = await file('pupil', folderIdPath(ids.open), 'mon-expose.odt');
    ids.thrown = await file('pupil', folderIdPath(ids.open), 'essai.odt');
    await host.as('pupil').post(PICK_PATH).form({ action: 'trash', ids: ids.thrown }).expect(303);
    ids.box = await folder('teacher', page, 'Boîte');
    await host.as('teacher').post(`/nodes/${ids.box}/readers`).form({ readers: 'teachers', pupilsAdd: 'true' });
    ids.answer = await file('pupil', folderIdPath(ids.box), 'reponse.odt');
    ids.lesson = await file('teacher', page, 'lecon.pdf');
    ids.notes = await file('teacher', teamPage, 'conseil.odt');
    const work = await giveWork(
      { groupId: host.ids.cm1, title: 'Fractions' },
      { db, storage: storage(SCHOOL), clock: host.clock },
    );
    ids.work = work.id;
    await host.as('pupil').post(partPath(ids.work, pupilId)).form({ action: 'start' }).expect(303);

    const records = await sampleRecords();
    const kept = records.filter(
      (one) => !(one.type === 'group' && one.key === 'cm1') && !(one.type === 'membership' && one.group === 'cm1'),
    );
    const again = records.flatMap((one) =>
      one.type === 'membership' && one.group === 'cm1' ? [member(SCHOOL, 'cm1-a', one.person, one.role)] : [],
    );
    await applyRecords(host, [...kept, group(SCHOOL, 'cm1-a', 'CM1 A'), ...again]);
  });

  test('teacher and head read and copy all of it, find it under « Classes d’avant » and by the search, and change nothing', async () => {
    for (const role of ['teacher', 'head'] as const) {
      await host
        .as(role)
        .get('/last-year')
        .expect(200, /Classes d’avant[^]*CM1, 2026-2027[^]*Fractions/);
      for (const path of [page, teamPage, `${page}/works`, workPath(ids.work), folderIdPath(ids.open)]) {
        await host
          .as(role)
          .get(path)
          .expect(200)
          .expectNot(/type="file"/);
      }
      for (const id of [ids.lesson, ids.talk, ids.answer, ids.notes])
        await host.as(role).get(filePath({ id })).expect(200);
      await host
        .as(role)
        .get('/search?q=lecon')
        .expect(200, /1 réponse[^]*\/nodes\//);
      await host.as(role).post(PICK_PATH).form({ action: 'copy', ids: ids.lesson, to: 'own' }).expect(303);
      await host.as(role).post(`${page}/files`).files({ 'new.txt': 'new' }).expect(404);
      await host
        .as(role)
        .post(renamePath({ id: ids.lesson }))
        .form({ name: 'autre.pdf' })
        .expect(404);
    }
    await host.as('teacher').get(`${page}/works/new`).expect(404);
  });

  test('T8: pupils read and copy what they could, and their own, and nothing else of the class', async () => {
    await host
      .as('pupil')
      .get('/last-year')
      .expect(
        200,
        /tant que la classe est sur cette page, au plus tard jusqu’au 31 juillet 2027[^]*CM1, 2026-2027[^]*Fichiers de la classe/,
      )
      .expectNot(/équipe/);
    for (const path of [page, folderIdPath(ids.open)])
      await host
        .as('pupil')
        .get(path)
        .expect(200)
        .expectNot(/type="file"/);
    for (const id of [ids.lesson, ids.talk, ids.answer]) await host.as('pupil').get(filePath({ id })).expect(200);
    await host
      .as('pupil')
      .get('/search?q=lecon')
      .expect(200, /1 réponse[^]*\/nodes\//);
    await host
      .as('pupil')
      .get('/search?q=conseil')
      .expect(200)
      .expectNot(/1 réponse/);
    await host.as('pupil').post(PICK_PATH).form({ action: 'copy', ids: ids.lesson, to: 'own' }).expect(303);
    await host
      .as('classmate')
      .get(filePath({ id: ids.talk }))
      .expect(200);
    await host
      .as('classmate')
      .get(filePath({ id: ids.answer }))
      .expect(404);
    await host
      .as('pupil')
      .get(filePath({ id: ids.notes }))
      .expect(404);
    for (const path of [teamPage, `${page}/works`, workPath(ids.work)]) {
      expect([403, 404]).toContain((await host.as('pupil').get(path)).status);
    }
    await host.as('pupil').post(`/folders/${ids.open}/files`).files({ 'new.txt': 'new' }).expect(404);
  });

  test('T6: the page of the class leads pupils to their own trash with what they threw away there, and nobody else to a trash', async () => {
    for (const role of ['teacher', 'head', 'classmate'] as const) {
      await host
        .as(role)
        .get(page)
        .expect(200)
        .expectNot(/\/trash"/);
    }
    for (const path of [page, '/own']) {
      const { text } = await host
        .as('pupil')
        .get(path)
        .expect(200, /Ma corbeille/);
      const links = [...text.matchAll(/href="([^"]*\/trash)"/g)].map(([, link = '']) => link);
      expect(links).toHaveLength(1);
      for (const link of links)
        await host
          .as('pupil')
          .get(link)
          .expect(200, /essai\.odt/);
    }
    await host
      .as('pupil')
      .get(folderIdPath(ids.open))
      .expect(200)
      .expectNot(/\/trash"/);
  });

  test('a correction that finds no room in the class is told so, without a way to its trash', async () => {
    const room = { holder: holderOf(groupSpace(host.ids.cm1)) };
    const before = await db.repository(SpaceRow).findOne({ where: room });
    await db.repository(SpaceRow).update(room, { quotaBytes: 1 });
    await host
      .as('teacher')
      .post(`${partPath(ids.work, pupilId)}/returned`)
      .files({ 'corrige.txt': 'corrected' })
      .expect(413, /La place manque/)
      .expectNot(/\/trash"/);
    await db.repository(SpaceRow).update(room, { quotaBytes: before?.quotaBytes ?? null });
  });

  test('T1, T8: who was not in the class when it ended is told nothing of it', async () => {
    const strangers: Role[] = [
      ...(['teacherOfOtherClass', 'lastYearsTeacher', 'pupilOfOtherClass', 'guardian', 'staff'] as const),
    ];
    for (const role of strangers) {
      for (const path of [page, folderIdPath(ids.open), filePath({ id: ids.lesson }), filePath({ id: ids.answer })]) {
        await host.as(role).get(path).expect(404);
      }
    }
    for (const role of ['teacherOfOtherSchool', 'headOfOtherSchool', 'pupilOfOtherSchool'] as const) {
      await host
        .as(role)
        .get(filePath({ id: ids.lesson }), { school: SCHOOL })
        .expect(404);
    }
    await host.as('guardian').get('/last-year').expect(403);
  });

  test('a work that was begun is handed in, corrected and given back as before', async () => {
    const part = partPath(ids.work, pupilId);
    await host.as('pupil').post(partFilesPath(ids.work, pupilId)).files({ 'fractions.txt': 'a half' });
    await host.as('pupil').post(part).form({ action: 'handIn', word: 'Voilà.' }).expect(303);
    await host
      .as('teacher')
      .get(workPath(ids.work))
      .expect(200, /1 a rendu/);
    const { text } = await host
      .as('teacher')
      .get(part)
      .expect(200, /fractions\.txt/);
    const revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    const answer = { answer: 'Bravo.', next: 'corrected', do: 'give', revision };
    for (const role of ['teacherOfOtherClass', 'teacherOfOtherSchool'] as const) {
      await host.as(role).post(`${part}/give-back`, { school: SCHOOL }).form(answer).expect(404);
    }
    await host.as('teacher').post(`${part}/give-back`).form(answer).expect(303);
    expect(await db.repository(WorkPupilRow).findOne({ where: { workId: ids.work, pupilId } })).toMatchObject({
      ...{ state: 'corrected', answer: 'Bravo.' },
    });
    await host
      .as('pupil')
      .get(part)
      .expect(200, /Bravo\./);
    await host
      .as('guardian')
      .get(part)
      .expect(200, /Bravo\./);
  });

  test('T8: on 1 August it is a class of last year: its pupils find it no more, its teachers and the head do', async () => {
    host.clock.set('2027-08-02T08:00:00Z');
    for (const role of ['teacher', 'head'] as const) {
      await host
        .as(role)
        .get('/last-year')
        .expect(200, /CM1, 2026-2027/);
      await host
        .as(role)
        .get(filePath({ id: ids.lesson }))
        .expect(200);
    }
    await host
      .as('pupil')
      .get(filePath({ id: ids.lesson }))
      .expect(404);
    await host
      .as('pupil')
      .get('/last-year')
      .expect(200, /Pas de classe d’avant/);
    await host
      .as('pupil')
      .get(filePath({ id: ids.answer }))
      .expect(200);
    const answer = { answer: 'Encore.', next: 'corrected', do: 'give', revision: '9' };
    await host
      .as('teacher')
      .post(`${partPath(ids.work, pupilId)}/give-back`)
      .form(answer)
      .expect(404);
  });
});
