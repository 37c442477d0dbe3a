// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { SCHOOL, testDatabases, type TestExchange } from '@volee/core-adapter/testing';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { postWork, putPart, WORK_FORM } from '../../testing/start/works-for-tests.js';

const NOW = new Date('2026-11-24T09:00:00Z');

describe.each(testDatabases())('works on $name', (database) => {
  let drive: DriveForTests;
  const started = startDrive({ database, now: NOW });
  beforeAll(async () => {
    drive = await started;
  });

  test('a draft gets its files, is handed out without a row for each pupil, changed and taken back', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    // The browser takes no day that is over.
    await teacher
      .get(`/groups/${host.ids.cm1}/works/new?form=${randomUUID()}`)
      .expect(200, /min="2026-11-24"[^>]*name="dueOn"[^]*data-past="Ce jour est passé[^]*Mardi 1er décembre à 16/);
    // Before the form is kept, a script asks what it would do: nothing is written.
    const asked = { ...WORK_FORM, title: '', for: 'picked', pupils: await host.ids.person('pupil'), dueAt: '8h' };
    await teacher
      .post(`/groups/${host.ids.cm1}/works/new`)
      .form({ ...asked, do: 'preview' })
      .expect(200, /Donner à 1 élève/)
      .expectNot(/Donnez un titre|Écrivez une heure/);
    expect(await db.repository(WorkRow).count()).toBe(0);
    const workId = await postWork({ host }, { do: 'fill' });
    await teacher.get(`/works/${workId}/files/fill`).expect(200, /Fichiers à compléter/);
    await teacher
      .post(`/works/${workId}/files/fill`)
      .files({ 'modèle.odt': 'x'.repeat(900) })
      .expect(303);
    await teacher.post('/own/files').files({ 'leçon.pdf': 'volcans' }).expect(303);
    const lesson = await db.repository(NodeRow).findOne({ where: { name: 'leçon.pdf' } });
    const where = { groupId: host.ids.cm1 };
    const ofClass = (): Promise<number> => db.repository(SpaceRow).sum('usedBytes', { where });
    const used = await ofClass();
    await teacher.get(`/works/${workId}/files/read`).expect(200, /leçon\.pdf/);
    await teacher
      .post(`/works/${workId}/chosen/read`)
      .form({ ids: lesson?.id ?? '' })
      .expect(303);
    expect(await db.repository(ContentRow).count()).toBe(2);
    expect(await ofClass()).toBe(used + 1_007);
    // There are bounds for a work as a whole, not for one request.
    const folder = { parentId: workId, foldedName: 'read' };
    await db.repository(NodeRow).update(folder, { files: 50 });
    const tooMany = /Un travail reçoit 50 fichiers de cette sorte au plus, et en a déjà 50/;
    await teacher
      .post(`/works/${workId}/chosen/read`)
      .form({ ids: lesson?.id ?? '' })
      .expect(400, tooMany);
    await teacher.post(`/works/${workId}/files/read`).files({ 'plan.txt': 'plan' }).expect(400, tooMany);
    // A choice that is refused shows its folder again, with its ticks.
    const { folder: add, file } = driveSteps(host);
    const maps = await add('teacher', '/own', 'Cartes');
    const etna = await file('teacher', `/folders/${maps}`, 'Etna.png');
    const ticked = new RegExp(`name="folder" value="${maps}"[^]*Etna\\.png[^]*value="${etna}" checked`);
    const choose = (fields: Readonly<Record<string, string>>): TestExchange =>
      teacher.post(`/works/${workId}/chosen/read`).form({ folder: maps, ...fields });
    await choose({ ids: etna }).expect(400, tooMany).expect(400, ticked);
    const { headers } = await choose({}).expect(303);
    expect(headers.get('location')).toMatch(`?folder=${maps}`);
    await db.repository(NodeRow).update(folder, { files: 1 });
    expect(await ofClass()).toBe(used + 1_007);
    const { text } = await teacher.get(`/works/${workId}/edit`).expect(200, /modèle\.odt[^]*Donner aux 2 élèves/);
    expect(text).toMatch(/Les élèves ne le voient pas encore/);

    const version = /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const change = { ...WORK_FORM, version, do: 'handOut' };
    await teacher.post(`/works/${workId}/edit`).form(change).expect(303);
    expect(await db.repository(WorkPupilRow).count()).toBe(0);
    expect(await ofClass()).toBe(used + 1_007);
    await teacher.get(`/works/${workId}`).expect(200, /leçon\.pdf[^]*modèle\.odt/);
    const { logger } = host.host.database.dataSource;
    const { logQuery } = logger;
    const statements: string[] = [];
    logger.logQuery = (text) => void statements.push(text);
    await teacher
      .get(`/groups/${host.ids.cm1}/works`)
      .expect(
        200,
        /Personne n’a encore rendu[^]*<li>Personne n’a encore rendu[^]*<strong>2<\/strong> pas encore ouverts[^]*Choisis un volcan\./,
      );
    logger.logQuery = logQuery;
    // A list reads no instructions and no words: those of the one work that is shown are read by its id.
    const isText = /found.{1,3}\.(.)(?:text|word|answer|prepared)\1/;
    const texts = statements.filter((text) => isText.test(text.split(' FROM ')[0] ?? ''));
    expect(texts).toEqual([expect.stringMatching(/WHERE .*found.{1,3}\.(.)id\1 = \?.* LIMIT 1/)]);

    await teacher
      .post(`/works/${workId}/edit`)
      .form({ ...change, title: 'Plus tard' })
      .expect(409, /vient de modifier[^]*Plus tard/);
    await teacher.post(`/works/${workId}`).form({ do: 'withdraw' }).expect(303);
    await teacher.post(`/works/${workId}`).form({ do: 'delete' }).expect(303);
    expect(await db.repository(WorkRow).count()).toBe(0);
    expect(await ofClass()).toBe(used - 1_900);
    await teacher.get('/own').expect(200, /leçon\.pdf/);
  });

  test('pupils that have not handed in are reminded, and a work that was begun can only be ended', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    const workId = await postWork({ host });
    const work = { id: workId, groupId: host.ids.cm1 };
    await putPart(db, work, await host.ids.person('pupil'), { state: 'handedIn', handedInAt: NOW });
    await teacher.get(`/works/${workId}`).expect(200, /1 a rendu[^]*1 n’a pas encore rendu[^]*Zoé Girardet/);
    await teacher.post(`/works/${workId}`).form({ do: 'remind' }).expect(303);
    const [reminded] = await db.repository(WorkPupilRow).find({ where: { state: 'given' } });
    expect(reminded?.pupilId).toBe(await host.ids.person('classmate'));
    expect(reminded?.remindedAt).toEqual(NOW);
    await teacher.post(`/works/${workId}`).form({ do: 'withdraw' }).expect(303);
    await teacher.get(`/works/${workId}`).expect(200, /ne peut plus être retiré/);
    await teacher.post(`/works/${workId}`).form({ do: 'delete' }).expect(303);
    expect(await db.repository(WorkRow).count({ where: { id: workId } })).toBe(1);
    await teacher.post(`/works/${workId}`).form({ do: 'close' }).expect(303);
    await teacher.post(`/works/${workId}`).form({ do: 'remind' }).expect(303);
    await teacher.get(`/works/${workId}`).expect(200, /plus personne à qui le rappeler/);
    // From a Saturday on, a new work is due on the Monday after the next one.
    host.clock.advance(4 * 24 * 60 * 60_000);
    await host
      .as('teacher')
      .get(`/groups/${host.ids.cm1}/works/new?form=${randomUUID()}`)
      .expect(200, /name="dueOn" value="2026-12-07"/);
  });

  test('« Annuler » after handing out makes a draft of it again, and after ending it opens it again', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    const workId = await postWork({ host: { as: () => teacher, ids: host.ids } }, { title: 'Les geysers' });
    const work = { id: workId, groupId: host.ids.cm1 };
    const undo = (action: string): RegExp => new RegExp(`name="do" value="${action}"[^>]*>[^]*?Annuler`);
    await teacher.get(`/works/${workId}`).expect(200, undo('withdraw'));
    await teacher.post(`/works/${workId}`).form({ do: 'withdraw' }).expect(303);
    await teacher.get(`/works/${workId}`).expect(200, /de nouveau un brouillon/);
    const { text } = await teacher.get(`/works/${workId}/edit`).expect(200);
    const version = /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const again = { ...WORK_FORM, title: 'Les geysers', version, do: 'handOut' };
    await teacher.post(`/works/${workId}/edit`).form(again).expect(303);
    // Once a pupil has begun, it stays handed out, and the page says so.
    await putPart(db, work, await host.ids.person('pupil'), { state: 'started', startedAt: NOW });
    await teacher.get(`/works/${workId}`).expect(200, /Le travail est donné\.[^]*Annuler/);
    await teacher.post(`/works/${workId}`).form({ do: 'withdraw' }).expect(303);
    await teacher.get(`/works/${workId}`).expect(200, /le travail ne peut plus être retiré/);
    await teacher.post(`/works/${workId}`).form({ do: 'close' }).expect(303);
    await teacher.get(`/works/${workId}`).expect(200, undo('reopen'));
    await teacher.post(`/works/${workId}`).form({ do: 'reopen' }).expect(303);
    expect(await db.repository(WorkRow).findOne({ where: { id: workId } })).toMatchObject({ closedAt: null });
  });

  test('« Annuler » after ending work opens it again only from that end, and a second end moves nothing', async () => {
    const { host, tables } = drive;
    host.clock.set(NOW);
    const works = tables(SCHOOL).repository(WorkRow);
    const [teacher, colleague] = [host.as('teacher'), host.as('teacherInBothSchools')];
    const workId = await postWork({ host }, { title: 'Les volcans' });
    const path = `/works/${workId}`;
    const closedAt = async (): Promise<Date | null | undefined> =>
      (await works.findOne({ where: { id: workId } }))?.closedAt;
    await teacher.post(path).form({ do: 'close' }).expect(303);
    const { text } = await teacher.get(path).expect(200);
    const at = /name="at" value="([^"]*)"/.exec(text)?.[1] ?? '';
    // A page that shows the work as open ends it once more: its note undoes nothing.
    host.clock.advance(60_000);
    await colleague.post(path).form({ do: 'close' }).expect(303);
    await colleague
      .get(path)
      .expect(200, /terminé/)
      .expectNot(/Annuler/);
    expect((await closedAt())?.toISOString()).toBe(at);
    await teacher.post(path).form({ do: 'reopen', at }).expect(303);
    expect(await closedAt()).toBeNull();
    await teacher.post(path).form({ do: 'reopen', at }).expect(303);
    await teacher.get(path).expect(200, /Le travail est rouvert/);
    await colleague.post(path).form({ do: 'close' }).expect(303);
    await teacher.post(path).form({ do: 'reopen', at }).expect(303);
    await teacher.get(path).expect(200, /terminé de nouveau depuis/);
    expect(await closedAt()).not.toBeNull();
  });

  test('a work that is handed out for a later day says when it is due, in the list and on its page', async () => {
    const { host } = drive;
    host.clock.set(NOW);
    const planned = { title: 'Le Piton', visible: 'day', visibleOn: '2026-12-03' };
    const workId = await postWork({ host }, { ...planned, dueOn: '2026-12-10', dueAt: '18:00' });
    await host
      .as('teacher')
      .get(`/groups/${host.ids.cm1}/works`)
      .expect(200, /Le Piton[^]*Dès jeudi 3[^]*Pas encore visible, pour jeudi 10 décembre à 18\s?h/);
    const page = /Donné à partir de jeudi 3 décembre, à toute la classe\. À rendre pour jeudi 10 décembre à 18\s?h\./;
    await host.as('teacher').get(`/works/${workId}`).expect(200, page);
    const withoutDay = await postWork({ host }, { ...planned, title: 'La Fournaise', dueOn: '' });
    await host
      .as('teacher')
      .get(`/works/${withoutDay}`)
      .expect(200, /à toute la classe\./)
      .expectNot(/À rendre pour/);
    for (const id of [workId, withoutDay])
      await host.as('teacher').post(`/works/${id}`).form({ do: 'withdraw' }).expect(303);
    await host
      .as('teacher')
      .get(`/works/${workId}`)
      .expectNot(/Donné à partir/);
  });

  test('P17 a work that was handed out while the clock was ahead stays shown when its teacher ends or reopens it', async () => {
    const { host } = drive;
    host.clock.set(new Date('2026-12-04T09:00:00Z'));
    const workId = await postWork({ host }, { title: 'Le Stromboli', dueOn: '2027-01-08' });
    const ofPupil = `/works/${workId}/pupils/${await host.ids.person('pupil')}`;
    host.clock.set(new Date('2026-11-29T09:00:00Z'));
    for (const todo of ['close', 'reopen']) {
      await host
        .as('pupil')
        .get(ofPupil)
        .expect(200, /Stromboli/);
      await host.as('teacher').post(`/works/${workId}`).form({ do: todo }).expect(303);
      await host
        .as('pupil')
        .get('/works')
        .expect(200, /Stromboli/);
      await host
        .as('pupil')
        .get(ofPupil)
        .expect(200, /Stromboli/);
    }
  });
});
