// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords, withoutGroupsOf } from '../../testing/start/directory-for-tests.js';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('pages tell nothing of what their reader does not see, on $name', ({ drive: { host } }) => {
  const { folder, file } = driveSteps(host);
  const group = `/groups/${host.ids.cm1}`;
  const teacher = host.as('teacher');

  test('T8 a drop box does not name the folder for teachers in which it is', async () => {
    const secret = await folder('teacher', group, 'Élèves en difficulté');
    await teacher.post(`/nodes/${secret}/readers`).form({ readers: 'teachers' }).expect(303);
    const box = await folder('teacher', `/folders/${secret}`, 'Boîte aux lettres');
    await teacher.post(`/nodes/${box}/readers`).form({ readers: 'teachers', pupilsAdd: 'true' }).expect(303);
    await teacher
      .get(`/nodes/${box}`)
      .expect(200, /peuvent y ajouter des fichiers\.[^]*Ouvert aux élèves[^]*L’équipe enseignante et la direction/);
    for (const path of [`/folders/${box}`, `/nodes/${box}`, '/search?q=lettres']) {
      await host
        .as('pupil')
        .get(path)
        .expect(200, /Boîte aux/)
        .expectNot(/difficulté/);
      await teacher.get(path).expect(200, /Élèves en difficulté/);
    }
  });

  test('T6 what a pupil put into a drop box stays on the page of the class when the box is closed, for them alone', async () => {
    const box = await folder('teacher', group, 'Herbiers');
    const readers = (form: object) => teacher.post(`/nodes/${box}/readers`).form({ readers: 'teachers', ...form });
    await readers({ pupilsAdd: 'true' }).expect(303);
    const own = await file('pupil', `/folders/${box}`, 'mon-herbier.txt');
    const pupil = host.as('pupil');
    await pupil
      .get(group)
      .expect(200, /v-pic-drop"(?:(?!<\/li>)[^])*Herbiers(?:(?!<\/li>)[^])*pas pour la classe/)
      .expectNot(/Ce que tu as déposé|mon-herbier/);
    await readers({}).expect(303);
    await pupil
      .get(group)
      .expect(200, /Ce que tu as déposé[^]*fermé aux élèves\. C’est toujours là, pour toi[^]*mon-herbier\.txt/)
      .expectNot(/Herbiers/);
    await pupil.get(`/files/${own}`).expect(200);
    for (const role of ['classmate', 'guardian', 'teacher'] as const) {
      await host
        .as(role)
        .get(group)
        .expect(200)
        .expectNot(/mon-herbier|le voyez encore/);
    }
  });

  test.each(['the folder around it is closed', 'the folder around it is moved', 'it is moved'])(
    'T6 what a pupil puts into an open drop box is on the page of the class when %s to where only teachers see it',
    async (way) => {
      const pupil = host.as('pupil');
      const own = await folder('teacher', group, `Sciences, ${way}`);
      const box = await folder('teacher', way === 'it is moved' ? group : `/folders/${own}`, `Boîte, ${way}`);
      await teacher.post(`/nodes/${box}/readers`).form({ readers: 'teachers', pupilsAdd: 'true' }).expect(303);
      const theirs = await folder('pupil', `/folders/${box}`, `Mes volcans, ${way}`);
      await file('pupil', `/folders/${theirs}`, `lave ${way}.txt`);
      await file('pupil', `/folders/${box}`, `volcan ${way}.txt`);
      await file('classmate', `/folders/${box}`, `séisme ${way}.txt`);
      await pupil
        .get(group)
        .expect(200)
        .expectNot(new RegExp(`volcan ${way}`));
      const archive = await folder('teacher', group, `Archives, ${way}`);
      await teacher.post(`/nodes/${archive}/readers`).form({ readers: 'teachers' }).expect(303);
      if (way.endsWith('closed')) await teacher.post(`/nodes/${own}/readers`).form({ readers: 'teachers' }).expect(303);
      else {
        const moved = { action: 'move', ids: way === 'it is moved' ? box : own, to: archive };
        await teacher.post('/picked').form(moved).expect(303);
      }
      // From an older tab, the pupil still adds to the box.
      await file('pupil', `/folders/${box}`, `après ${way}.txt`);
      await pupil
        .get(group)
        .expect(200, new RegExp(`Ce que tu as déposé[^]*après ${way}[^]*Mes volcans, ${way}[^]*volcan ${way}`))
        // It is in their folder, which is listed.
        .expectNot(new RegExp(`lave ${way}|séisme ${way}|Archives, ${way}`));
      await pupil.get(`/folders/${theirs}`).expect(200, new RegExp(`lave ${way}`));
      await host
        .as('guardian')
        .get(group)
        .expect(200)
        .expectNot(new RegExp(`volcan ${way}`));
    },
  );

  test('T6 what a pupil put into an open folder stays theirs when the folder is closed, also while a sync leaves them out of the class', async () => {
    const pupil = host.as('pupil');
    const show = (id: string, form: Readonly<Record<string, string>>) =>
      teacher.post(`/nodes/${id}/readers`).form(form).expect(303);
    const records = await sampleRecords();
    for (const isAbsent of [false, true]) {
      const open = await folder('teacher', group, `Nos dessins ${isAbsent}`);
      await show(open, { readers: 'families', pupilsAdd: 'true' });
      const own = await file('pupil', `/folders/${open}`, 'mon-dessin.png');
      const lesson = await file('teacher', `/folders/${open}`, 'la-perspective.pdf');
      const alone = await file('pupil', `/folders/${open}`, 'mon-essai.png');
      await show(alone, { readers: 'teachers' });
      if (isAbsent) await applyRecords(host, withoutGroupsOf('pupil', records));
      await show(open, { readers: 'teachers', ...(isAbsent && { pupilsAdd: 'true' }) });
      if (isAbsent) await applyRecords(host, records);
      for (const id of [own, alone]) await pupil.get(`/files/${id}`).expect(200);
      await pupil.get(`/files/${lesson}`).expect(404);
      await pupil.get('/search?q=dessin').expect(200, new RegExp(own));
      for (const role of ['classmate', 'guardian'] as const) {
        await host.as(role).get(`/files/${own}`).expect(404);
        await host.as(role).get(`/files/${alone}`).expect(404);
      }
      if (!isAbsent) await pupil.get(group).expect(200, /Ce que tu as déposé[^]*mon-dessin\.png/);
    }
  });

  test('T6 what goes into the trash with the folder of a teacher is told to the pupil that added it, and to nobody else', async () => {
    const open = await folder('teacher', group, 'Récits');
    await teacher.post(`/nodes/${open}/readers`).form({ readers: 'families', pupilsAdd: 'true' }).expect(303);
    await file('pupil', `/folders/${open}`, 'mon-récit.txt');
    await file('classmate', `/folders/${open}`, 'un-autre.txt');
    await file('teacher', `/folders/${open}`, 'consigne.txt');
    const pupil = host.as('pupil');
    const own = await folder('pupil', `/folders/${open}`, 'À moi');
    await file('pupil', `/folders/${own}`, 'jeté.txt');
    await pupil.post('/picked').form({ action: 'trash', ids: own }).expect(303);
    await pupil
      .get(group)
      .expect(200)
      .expectNot(/Ce qui n’est plus ici|une copie reste/);
    await teacher.post('/picked').form({ action: 'trash', ids: open }).expect(303);
    await teacher
      .get(group)
      .expect(
        200,
        /Pour 2 fichiers de 2 élèves.: une copie reste dans leurs fichiers, et la page de la classe le leur dit\./,
      )
      .expectNot(/mon-récit/);
    await pupil
      .get(group)
      .expect(200, /Ce qui n’est plus ici[^]*Tu en gardes une copie[^]*mon-récit\.txt/)
      .expectNot(/un-autre|consigne|jeté/);
    await host
      .as('guardian')
      .get(group)
      .expect(200)
      .expectNot(/mon-récit|un-autre/);

    const lone = await folder('teacher', group, 'Poèmes');
    await teacher.post(`/nodes/${lone}/readers`).form({ readers: 'families', pupilsAdd: 'true' }).expect(303);
    for (const name of ['un.txt', 'deux.txt']) await file('pupil', `/folders/${lone}`, name);
    await teacher.post('/picked').form({ action: 'trash', ids: lone }).expect(303);
    await teacher
      .get(group)
      .expect(
        200,
        /Pour 2 fichiers d’un élève.: une copie reste dans ses fichiers, et la page de la classe le lui dit\./,
      );
  });

  test('T8 a folder tells its count and size to readers that see all of it', async () => {
    const top = await folder('teacher', group, 'Évaluations');
    await teacher.post(`/folders/${top}/files`).files({ 'sujet.txt': 'x' }).expect(303);
    for (const path of [group, `/nodes/${top}`, '/search?q=valuations']) {
      await teacher.get(path).expect(200, /1 fichier/);
      for (const role of ['pupil', 'guardian'] as const) {
        await host
          .as(role)
          .get(path)
          .expect(200, /valuations/)
          .expectNot(/1 fichier|1\soctet/);
      }
    }
  });

  test('T8 guardians read the names of adults and of their child, and of no classmate', async () => {
    const open = await folder('teacher', group, 'Nos récoltes');
    await teacher.post(`/nodes/${open}/readers`).form({ readers: 'families', pupilsAdd: 'true' }).expect(303);
    await file('teacher', `/folders/${open}`, 'récolte de la classe.txt');
    await file('pupil', `/folders/${open}`, 'récolte à moi.txt');
    const theirs = await file('classmate', `/folders/${open}`, 'récolte de navets.txt');
    const guardian = host.as('guardian');
    for (const path of [`/folders/${open}`, '/search?q=recolte']) {
      await guardian
        .get(path)
        .expect(200, /Un élève/)
        .expectNot(/Zoé|Girardet/);
      await guardian.get(path).expect(200, /Claire Vuillet/);
      await guardian.get(path).expect(200, /Inès Faivre/);
      await host
        .as('pupil')
        .get(path)
        .expect(200, /Zoé Girardet/);
      await teacher.get(path).expect(200, /Zoé Girardet/);
    }
    await guardian
      .get(`/nodes/${theirs}`)
      .expect(200, /Un élève/)
      .expectNot(/Zoé|Girardet/);
  });
});
