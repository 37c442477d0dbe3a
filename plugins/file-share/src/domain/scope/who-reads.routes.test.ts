// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, type Role } from '@volee/core-adapter/testing';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { KnowDropped1796774940000 } from '../../store/know-dropped.migration.js';
import { NodeRow } from '../../store/node.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

/** Guardians have no right to change anything: they are stopped at the door (403). */
type Statuses = Readonly<Partial<Record<Role, number>>>;

describe.each(drives)('who reads and changes what on $name', ({ drive: { host, tables } }) => {
  const { folder, file } = driveSteps(host);
  const nodes = tables(SCHOOL).repository(NodeRow);
  const group = `/groups/${host.ids.cm1}`;
  const read = async (path: string, expected: Statuses): Promise<void> => {
    for (const [role, status] of Object.entries(expected))
      await host
        .as(role as Role)
        .get(path)
        .expect(status);
  };
  const rename = async (id: string, expected: Statuses): Promise<void> => {
    for (const [role, status] of Object.entries(expected)) {
      await host
        .as(role as Role)
        .post(`/nodes/${id}/rename`)
        .form({ name: `${id.slice(-6)} de ${role}` })
        .expect(status);
    }
  };
  const show = async (id: string, form: Readonly<Record<string, string>>): Promise<void> => {
    await host.as('teacher').post(`/nodes/${id}/readers`).form(form).expect(303);
  };
  const nobodyElse = { pupilOfOtherClass: 404, teacherOfOtherClass: 404, staff: 404 };

  test('T8 a file of a class, by its word', async () => {
    const id = await file('teacher', group, 'Leçon 1.txt');
    await read(`/files/${id}`, { teacher: 200, pupil: 200, guardian: 200, head: 200, ...nobodyElse });
    await show(id, { readers: 'pupils' });
    await read(`/files/${id}`, { teacher: 200, pupil: 200, guardian: 404, head: 200, ...nobodyElse });
    await show(id, { readers: 'teachers' });
    for (const path of [`/files/${id}`, `/nodes/${id}`]) {
      await read(path, { teacher: 200, pupil: 404, guardian: 404, head: 200, ...nobodyElse });
    }
    await rename(id, { pupil: 404, guardian: 403, ...nobodyElse, head: 404, teacher: 303 });
  });

  test('T8 a folder gives its readers to all below it, and a word of its own stays', async () => {
    const top = await folder('teacher', group, 'Sciences');
    const below = await folder('teacher', `/folders/${top}`, 'Corps');
    const deep = await file('teacher', `/folders/${below}`, 'Os.txt');
    const own = await file('teacher', `/folders/${below}`, 'Contrôle.txt');
    await show(own, { readers: 'teachers' });
    await show(top, { readers: 'pupils' });
    await read(`/files/${deep}`, { pupil: 200, guardian: 404 });
    await read(`/folders/${below}`, { pupil: 200, guardian: 404 });
    await host.as('teacher').post(`/nodes/${below}/readers`).form({ readers: 'families' }).expect(400);
    await show(top, { readers: 'teachers' });
    await read(`/files/${deep}`, { pupil: 404, guardian: 404, teacher: 200 });
    await show(top, { readers: 'families' });
    await read(`/files/${deep}`, { pupil: 200, guardian: 200 });
    await read(`/files/${own}`, { pupil: 404, guardian: 404, teacher: 200 });
    for (const role of ['pupil', 'head', 'teacherOfOtherClass'] as const) {
      await host.as(role).post(`/nodes/${top}/readers`).form({ readers: 'teachers' }).expect(404);
    }
  });

  test('T8 an open folder: pupils add to it and change their own, until it is closed', async () => {
    const open = await folder('teacher', group, 'Nos observations');
    await host.as('pupil').post(`/folders/${open}/files`).files({ 'a.txt': 'x' }).expect(404);
    await show(open, { readers: 'families', pupilsAdd: 'true' });
    const teachers = await file('teacher', `/folders/${open}`, 'consigne.txt');
    const own = await file('pupil', `/folders/${open}`, 'caillou.txt');
    await rename(own, { classmate: 404, guardian: 403, head: 404, pupil: 303 });
    await rename(teachers, { pupil: 404, teacher: 303 });
    await read(`/files/${own}`, { classmate: 200, guardian: 200, ...nobodyElse });
    await host.as('pupil').post(`/nodes/${own}/readers`).form({ readers: 'teachers' }).expect(404);
    await show(open, { readers: 'families' });
    await rename(own, { pupil: 404, teacher: 303 });
  });

  test('T8 the readers of a folder close no open folder below it', async () => {
    const top = await folder('teacher', group, 'Sciences ouvertes');
    const open = await folder('teacher', `/folders/${top}`, 'Nos mesures');
    await show(open, { readers: 'families', pupilsAdd: 'true' });
    await show(top, { readers: 'pupils' });
    const own = await file('pupil', `/folders/${open}`, 'mesure.txt');
    // It becomes a drop box with the folder around it.
    await show(top, { readers: 'teachers' });
    await read(`/files/${own}`, { pupil: 200, classmate: 404, guardian: 404, teacher: 200 });
    await show(top, { readers: 'teachers', pupilsAdd: 'true' });
    await show(top, { readers: 'teachers' });
    await host.as('pupil').post(`/folders/${open}/files`).files({ 'b.txt': 'b' }).expect(404);
  });

  test('T8 a pupil that has left the class changes nothing there', async () => {
    const open = await folder('teacher', group, 'Ouvert à tous');
    await show(open, { readers: 'families', pupilsAdd: 'true' });
    const own = await file('pupil', `/folders/${open}`, 'parti.txt');
    const addedBy = await host.ids.person('pupilOfOtherClass');
    await tables(SCHOOL).repository(NodeRow).update({ id: own }, { addedBy });
    const change = async (): Promise<number[]> => {
      const left = host.as('pupilOfOtherClass');
      const renamed = await left.post(`/nodes/${own}/rename`).form({ name: 'pris.txt' });
      const trashed = await left.post('/picked').form({ action: 'trash', ids: own });
      return [renamed.status, trashed.status];
    };
    for (const status of await change()) expect(status).toBeGreaterThanOrEqual(400);
    await show(open, { readers: 'teachers', pupilsAdd: 'true' });
    await tables(SCHOOL).repository(NodeRow).update({ id: own }, { ownerId: addedBy });
    for (const status of await change()) expect(status).toBeGreaterThanOrEqual(400);
    await read(`/files/${own}`, { teacher: 200 });
  });

  test('T8 a drop box: each pupil sees their own, and teachers see all', async () => {
    const box = await folder('teacher', group, 'Boîte');
    const subfolder = await folder('teacher', `/folders/${box}`, 'Groupe A');
    await show(box, { readers: 'teachers', pupilsAdd: 'true' });
    const own = await file('pupil', `/folders/${subfolder}`, 'secret.txt');
    await read(`/files/${own}`, { pupil: 200, classmate: 404, guardian: 404, teacher: 200, head: 200, ...nobodyElse });
    await host
      .as('classmate')
      .get(`/folders/${subfolder}`)
      .expect(200)
      .expectNot(/secret\.txt/);
    await host
      .as('classmate')
      .get(`/search?q=secret`)
      .expect(200)
      .expectNot(/secret\.txt/);
    await read(`/folders/${box}`, { guardian: 404, teacherOfOtherClass: 404 });
    await host
      .as('teacher')
      .get(`/folders/${subfolder}`)
      .expect(200, /secret\.txt[^]*L’élève et l’équipe/);
    await show(box, { readers: 'pupils' });
    await read(`/files/${own}`, { pupil: 200, classmate: 404 });
    await show(own, { readers: 'pupils' });
    await read(`/files/${own}`, { pupil: 200, classmate: 200, guardian: 404 });
  });

  test.each(['the folder', 'the folder around it'])(
    'T6 T8 a folder that was closed shows again what pupils had added when %s is opened, and no more',
    async (changed) => {
      const around = await folder('teacher', group, `Projets, ${changed}`);
      const open = await folder('teacher', `/folders/${around}`, 'Exposés');
      await show(open, { readers: 'families', pupilsAdd: 'true' });
      const archive = await folder('teacher', `/folders/${around}`, 'Archives');
      await show(archive, { readers: 'teachers' });
      const theirs = await folder('pupil', `/folders/${open}`, 'Dossier d’Inès');
      const [alone, moved, thrown] = [
        await file('pupil', `/folders/${open}`, 'exposé.odt'),
        await file('pupil', `/folders/${open}`, 'rangé.odt'),
        await file('pupil', `/folders/${open}`, 'jeté.odt'),
      ];
      const inTheirs = await file('classmate', `/folders/${theirs}`, 'ma-partie.odt');
      const lesson = await file('teacher', `/folders/${theirs}`, 'notes.odt');
      await show(lesson, { readers: 'teachers' });
      const top = changed === 'the folder' ? open : around;
      const act = (action: string, ids: string, to = '') =>
        host.as('teacher').post('/picked').form({ action, ids, to }).expect(303);
      const own = [alone, moved, thrown, inTheirs];
      const all = [...own.map((id) => `/files/${id}`), `/folders/${theirs}`];
      const everybody = { pupil: 200, classmate: 200, guardian: 200, guardianOfClassmate: 200, teacher: 200 };
      for (const path of all) await read(path, everybody);
      // Closed twice, and once as a drop box: what is put there then stays between its pupil and the teachers.
      await show(top, { readers: 'teachers' });
      await act('move', moved, archive);
      await act('trash', thrown);
      await host.as('teacher').post(`/nodes/${thrown}/restore`).expect(303);
      await show(open, { readers: 'teachers', pupilsAdd: 'true' });
      await read(`/files/${alone}`, { pupil: 200, classmate: 404, guardian: 404, teacher: 200 });
      await read(`/files/${inTheirs}`, { pupil: 404, classmate: 200, guardianOfClassmate: 404, teacher: 200 });
      const dropped = [
        await file('pupil', `/folders/${open}`, 'réponse.odt'),
        await file('pupil', `/folders/${theirs}`, 'brouillon.odt'),
      ];
      await host.as('pupil').post('/picked').form({ action: 'copy', ids: alone, to: theirs }).expect(303);
      const copy = await nodes.findOne({ where: { parentId: theirs, name: 'exposé.odt' } });
      await show(top, { readers: 'teachers' });
      await act('move', moved, open);
      await act('move', dropped[0] ?? '', archive);
      if (top === around) await show(top, { readers: 'families' });
      for (const id of [open, archive]) await show(id, { readers: 'families', pupilsAdd: 'true' });
      for (const path of all) await read(path, everybody);
      await host
        .as('classmate')
        .get(`/folders/${open}`)
        .expect(200, /exposé\.odt/)
        .expectNot(/réponse\.odt/);
      for (const id of [...dropped, copy?.id ?? ''])
        await read(`/files/${id}`, { pupil: 200, classmate: 404, guardian: 404, teacher: 200 });
      await read(`/files/${lesson}`, { pupil: 404, classmate: 404, teacher: 200 });
      // A teacher shows it by a word of its own, or by moving it.
      await show(dropped[1] ?? '', { readers: 'families' });
      await act('move', dropped[0] ?? '', open);
      for (const id of dropped) await read(`/files/${id}`, everybody);
      expect(await driveFaults(tables(SCHOOL))).toEqual([]);
    },
  );

  test('T8 the migration runs again after a crash in the middle, and what one pupil reads alone stays so', async () => {
    const box = await folder('teacher', group, 'Boîte d’avant');
    await show(box, { readers: 'teachers', pupilsAdd: 'true' });
    const [own, lesson] = [
      await file('pupil', `/folders/${box}`, 'à moi.odt'),
      await file('teacher', group, 'Fables.odt'),
    ];
    const migration = new KnowDropped1796774940000();
    const runner = host.host.database.dataSource.createQueryRunner();
    await migration.down(runner);
    for (let run = 0; run < 2; run += 1) await migration.up(runner);
    await runner.release();
    await show(box, { readers: 'families', pupilsAdd: 'true' });
    await read(`/files/${own}`, { pupil: 200, classmate: 404, guardian: 404 });
    expect(await nodes.findOne({ where: { id: lesson } })).toMatchObject({ dropped: false });
  });

  test('what a head opens in a drop box leaves a line for each pupil, once for a download', async () => {
    const box = await folder('teacher', group, 'Boîte du bilan');
    await show(box, { readers: 'teachers', pupilsAdd: 'true' });
    const open = await file('teacher', group, 'Menu.txt');
    const own = await file('pupil', `/folders/${box}`, 'journal.txt');
    const other = await file('classmate', `/folders/${box}`, 'carnet.txt');
    const { dataSource } = host.host.database;
    const lines = async (): Promise<number> => {
      const rows = await dataSource.query<{ subject: string | object }[]>(
        `SELECT subject FROM core_audit WHERE action = 'file-share.file.read'`,
      );
      const subjects = rows.map(({ subject }) => (typeof subject === 'string' ? subject : JSON.stringify(subject)));
      return subjects.filter((subject) => subject.includes(own) || subject.includes(other)).length;
    };
    const head = host.as('head');
    const { headers } = await head.get(`/files/${own}`).expect(200);
    expect(await lines()).toBe(1);
    await head
      .get(`/files/${own}`)
      .header('If-None-Match', headers.get('etag') ?? '')
      .expect(304);
    await head.get(`/files/${own}`).header('Range', 'bytes=2-').expect(206);
    await head.get(`/files/${open}`).expect(200);
    for (const role of ['pupil', 'teacher'] as const) await host.as(role).get(`/files/${own}`).expect(200);
    expect(await lines()).toBe(2);
    await head.get(`/picked/take?ids=${box}`).expect(200);
    expect(await lines()).toBe(4);
    await head.post('/picked').form({ action: 'copy', ids: box, to: 'own' }).expect(303);
    expect(await lines()).toBe(6);
  });
});
