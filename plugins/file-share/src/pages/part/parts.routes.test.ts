// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun } from '@volee/core-adapter/testing';
import { giveBackPath, givenFilePath, partPath, returnedFilesPath, workPath } from '../../paths.js';
import { ContentRow } from '../../store/content.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { startParts } from '../../testing/start/parts-for-tests.js';

const started = await Promise.all(bothDatabases().map(startParts));

describe.each(started)('a pupil’s part in a work on $name', (parts) => {
  const testOnce = onceInQuickRun(parts);
  const { host, tools, pupil, ines, inMinutes, give, act, upload, rowOf, filesIn, giveBack } = parts;
  const { db } = tools;
  const pageOf = (work: WorkRow): string => partPath(work.id, ines);

  test('begins with copies that cost no room, and is begun and handed in once, also twice in two tabs', async () => {
    const fill = { 'Questions.odt': 'questions' };
    const work = await give({ fill, read: { 'Les Gaulois.pdf': 'texte' }, dueAt: inMinutes(60) });
    await pupil.get(pageOf(work)).expect(200, /À rendre pour aujourd’hui à 12\u00a0h\.[^]*Tu reçois ta feuille/);
    // A GET begins nothing, and keeps that the work was shown (ADR 65).
    const shown = { state: 'given', startedAt: null, revision: 0 };
    expect(await db.repository(WorkPupilRow).find({ where: { workId: work.id } })).toMatchObject([shown]);
    expect(await filesIn(work, 'own')).toEqual([]);

    await Promise.all([act(work, 'start').expect(303), act(work, 'start').expect(303)]);
    const [copy] = await filesIn(work, 'own');
    expect(await filesIn(work, 'own')).toMatchObject([{ name: 'Questions.odt', cost: 0, readers: 'pupils' }]);
    const contents = db.repository(ContentRow);
    expect(await contents.findOne({ where: { id: copy?.contentId ?? '' } })).toMatchObject({ refs: 2 });
    await pupil.get(pageOf(work)).expect(200, /La feuille du début, tu ne l’as pas encore changée/);

    await upload(work, { 'Questions.odt': 'réponses', 'photo.heic': 'x' }).expect(303);
    const added =
      /2 fichiers bien arrivés\. «\u00a0Questions\.odt\u00a0» a pris la place[^]*Bien arrivé à 11\u00a0h[^]*Rendre ces 2 fichiers/;
    await pupil.get(pageOf(work)).expect(200, added);
    const [photo, sheet] = await filesIn(work, 'own');
    expect([photo, sheet]).toMatchObject([{ name: 'photo.heic' }, { id: copy?.id, bytes: 9, cost: 9 }]);
    expect(await contents.findOne({ where: { id: copy?.contentId ?? '' } })).toMatchObject({ refs: 1 });

    const word = ' Voilà \r\n mon travail ';
    await Promise.all([act(work, 'handIn', { word }).expect(303), act(work, 'handIn', { word }).expect(303)]);
    const handedIn = { state: 'handedIn', late: false, word: 'Voilà \n mon travail', handedInAt: host.clock.now() };
    expect(await rowOf(work)).toMatchObject(handedIn);
    await pupil
      .get(pageOf(work))
      .expect(
        200,
        /C’est rendu, bravo[^]*name="action" value="takeBack"[^]*Annuler[^]*Bien arrivé à 11\u00a0h[^]*photo\.heic/,
      )
      .expectNot(/octet/);
    // The note of another tab is kept, and the page offers to send it.
    const other = /déjà rendu, avec un autre mot[^]*Merci[^]*<details[^>]* open[^]*name="word" value="Merci"/;
    await act(work, 'handIn', { word: 'Merci' }).expect(409, other);
    await act(work, 'takeBack', { word: 'Merci' }).expect(303);
    expect(await rowOf(work)).toMatchObject({ takenBackAt: host.clock.now(), word: `${handedIn.word}\n\nMerci` });
    // A third tab takes the part back once more: its note stands below the others.
    await act(work, 'takeBack', { word: 'Merci encore' }).expect(303);
    await act(work, 'takeBack').expect(303);
    expect(await rowOf(work)).toMatchObject({
      takenBackAt: host.clock.now(),
      word: `${handedIn.word}\n\nMerci\n\nMerci encore`,
    });
  });

  testOnce(
    'is frozen once it is handed in, until it is taken back, and handed in again in the second it is due',
    async () => {
      const work = await give({ fill: { 'A.odt': 'a' }, dueAt: inMinutes(60) });
      await act(work, 'start').expect(303);
      await act(work, 'handInUnchanged').expect(303);
      const [file] = await filesIn(work, 'own');
      await upload(work, { 'A.odt': 'autre' }).expect(409, /déjà rendu\u00a0: rien n’a changé/);
      await act(work, `remove:${file?.id ?? ''}`).expect(409, /déjà rendu/);
      expect(await filesIn(work, 'own')).toMatchObject([{ id: file?.id, contentId: file?.contentId }]);

      // In the second it is due, pupil and teacher read the same.
      host.clock.advance(60 * 60_000 + 500);
      await host
        .as('teacher')
        .get(pageOf(work))
        .expect(200, /L’élève peut encore le changer jusqu’à/);
      await act(work, 'takeBack').expect(303);
      await pupil
        .get(pageOf(work))
        .expect(200, /Tu peux le changer\. N’oublie pas[^]*Tu peux le changer jusqu’à[^]*il compte comme rendu/);
      await act(work, `remove:${file?.id ?? ''}`).expect(303);
      expect(await filesIn(work, 'own')).toEqual([]);
      await upload(work, { 'B.odt': 'b' }).expect(303);
      await act(work, 'handIn').expect(303);
      // The second it is due is in time, and the next one is late.
      expect(await rowOf(work)).toMatchObject({ state: 'handedIn', late: false });
      host.clock.advance(1_000);
      const late = /Il est trop tard pour le changer\. Il reste rendu\.[^]*Mon autre mot/;
      await act(work, 'takeBack', { word: 'Mon autre mot' }).expect(409, late);
    },
  );

  testOnce('is taken late only where late is taken, and says so', async () => {
    const strict = await give({ dueAt: inMinutes(10) });
    const mild = await give({ dueAt: inMinutes(10), lateUntil: inMinutes(20) });
    for (const work of [strict, mild]) await act(work, 'start').expect(303);
    host.clock.advance(10 * 60_000 + 1_000);
    await act(strict, 'handIn', { word: 'Voilà' }).expect(409, /ne se rend plus ici\u00a0: rien n’a changé/);
    await pupil.get(pageOf(mild)).expect(200, /en retard, jusqu’à[^]*Il sera rendu en retard/);
    await act(mild, 'handIn', { word: 'Voilà' }).expect(303);
    expect(await rowOf(mild)).toMatchObject({ state: 'handedIn', late: true });
    await pupil.get('/works').expect(200, /Rendu en retard[^]*Trop tard pour le rendre ici/);
  });

  testOnce('needs a file or a word, and loses no word that cannot be taken', async () => {
    const work = await give();
    await act(work, 'handIn', { word: ' ' }).expect(
      400,
      /Choisis une photo ou un fichier, ou écris un mot, avant de rendre/,
    );
    const long = 'mot '.repeat(600);
    await act(work, 'handIn', { word: long }).expect(400, /mot mot mot[^]*Ton mot est trop long/);
    await act(work, 'unknown').expect(400);
    await upload(work, {}).expect(303);
    await upload(work, { 'grand.bin': 'x'.repeat(1_001) }).expect(
      413,
      /Trop lourd\u00a0: 1\u00a0ko au plus par fichier/,
    );
    expect(await filesIn(work, 'own')).toEqual([]);
    expect(await rowOf(work)).toMatchObject({ state: 'given' });
  });

  testOnce('keeps two photos that the phone called alike, and replaces a file of the same name', async () => {
    const work = await give();
    await act(work, 'start').expect(303);
    await upload(work, { 'image.jpg': 'page 1' }).expect(303);
    await upload(work, { 'image.jpg': 'page 2' }).expect(303);
    await upload(work, { 'exposé.odp': 'brouillon' }).expect(303);
    await upload(work, { 'exposé.odp': 'fini' }).expect(303);
    const names = (await filesIn(work, 'own')).map(({ name, bytes }) => `${name} ${bytes}`);
    expect(names.sort()).toEqual(['exposé.odp 4', 'image (2).jpg 6', 'image.jpg 6']);
  });

  test('F15: a file takes the place of another one only where the name was sent letter for letter', async () => {
    const work = await give();
    await act(work, 'start').expect(303);
    for (const [first, second] of [
      ['Exposé : volcans.txt', 'Exposé ? volcans.txt'],
      ['photo.jpg', 'Photo.JPG'],
      [`${'a'.repeat(220)}1.txt`, `${'a'.repeat(220)}2.txt`],
    ] as const) {
      await upload(work, { [first]: 'first' }).expect(303);
      await upload(work, { [second]: 'other one' }).expect(303);
      await pupil
        .get(pageOf(work))
        .expect(200, /1 fichier bien arrivé/)
        .expectNot(/a pris la place/);
    }
    const sizes = (await filesIn(work, 'own')).map(({ bytes }) => bytes);
    expect(sizes.sort()).toEqual([5, 5, 5, 9, 9, 9]);
    await upload(work, { 'photo.jpg': 'newest' }).expect(303);
    await pupil.get(pageOf(work)).expect(200, /1 fichier bien arrivé\. «\u00a0photo\.jpg\u00a0» a pris la place/);
    expect(await filesIn(work, 'own')).toHaveLength(6);
  });

  test('F15: a file is known by the name that it was sent with, also where it stands under another one', async () => {
    const work = await give();
    await act(work, 'start').expect(303);
    const sent = [
      ['Exposé : volcans.txt', 'first', false],
      ['Exposé volcans.txt', 'another', false],
      ['Exposé : volcans.txt', 'the first, mended', true],
      ['photo.jpg', 'a', false],
      ['Photo.JPG', 'bb', false],
      ['Photo (2).JPG', 'ccc', false],
      ['Photo.JPG', 'dddd', true],
    ] as const;
    for (const [name, content, isReplaced] of sent) {
      await upload(work, { [name]: content }).expect(303);
      const { text } = await pupil.get(pageOf(work)).expect(200);
      expect([name, content, text.includes('a pris la place')]).toEqual([name, content, isReplaced]);
    }
    const files = (await filesIn(work, 'own')).map(({ name, bytes }) => `${name} ${bytes}`);
    expect(files.sort()).toEqual([
      'Exposé volcans (2).txt 7',
      'Exposé volcans.txt 17',
      'Photo (2) (2).JPG 3',
      'Photo (2).JPG 4',
      'photo.jpg 1',
    ]);
  });

  testOnce('goes on after « à refaire », also when it was due before', async () => {
    const work = await give({ dueAt: inMinutes(10) });
    await act(work, 'start').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    await act(work, 'handIn').expect(303);
    host.clock.advance(60 * 60_000);
    await giveBack(work, 'again', 'Reprends le numéro 4.');
    await pupil
      .get(pageOf(work))
      .expect(
        200,
        /dès que tu peux, sans date limite[^]*À refaire[^]*Reprends le numéro 4\.[^]*Tu pourras encore le changer tant qu’il n’est pas corrigé/,
      );
    await host
      .as('guardian')
      .get('/works')
      .expect(200, /Reprends le numéro 4\.[^]*?dès que possible, sans date limite(?:(?!bientôt)[^])*?À refaire/);
    await pupil.get('/works').expect(200, /Reprends le numéro 4\.[^<]*<[^]*Dès que tu peux, sans date limite\./);
    await host
      .as('teacher')
      .get(workPath(work.id))
      .expect(200, /1 élève le refait dès que possible, sans date limite\./);
    await upload(work, { 'A.odt': 'mieux' }).expect(303);
    // A new file waits for the next time: a guardian reads it when it comes back.
    expect(await filesIn(work, 'own')).toMatchObject([{ readers: 'pupils', bytes: 5 }]);
    await act(work, 'handIn').expect(303);
    // It has « Annuler » like the first time, and is no later for it.
    const undo = /C’est rendu, bravo[^]*name="action" value="takeBack"[^]*Annuler[^]*tant qu’il n’est pas corrigé/;
    await pupil.get(pageOf(work)).expect(200, undo);
    await act(work, 'takeBack').expect(303);
    await pupil.get(pageOf(work)).expect(200, /sans date limite[^]*Rendre ce fichier/);
    await act(work, 'handIn').expect(303);
    expect(await rowOf(work)).toMatchObject({ state: 'handedIn', late: false, takenBackAt: null });
    await giveBack(work, 'corrected', 'Bravo');
    await act(work, 'takeBack').expect(409);
    await act(work, 'handIn').expect(409);
    await pupil.get(pageOf(work)).expect(200, /Ta correction[^]*Bravo/);
  });

  test('F15: what was prepared stays in view when it is due, and when the teacher closes the work meanwhile', async () => {
    const due = await give({ title: 'Due', dueAt: inMinutes(30) });
    const closed = await give({ title: 'Closed', dueAt: inMinutes(90) });
    for (const work of [due, closed]) {
      await act(work, 'start').expect(303);
      await upload(work, { 'photo.jpg': 'x' }).expect(303);
    }
    const teacher = host.as('teacher');
    await teacher.get(workPath(closed.id)).expect(200, /1 élève a commencé et n’a pas rendu/);
    await teacher.post(workPath(closed.id)).form({ do: 'close' }).expect(303);
    host.clock.advance(31 * 60_000);
    const kept = /Ce que tu avais préparé[^]*Ce n’est pas rendu, mais c’est encore là[^]*photo\.jpg/;
    await pupil
      .get(pageOf(due))
      .expect(200, /Il est trop tard/)
      .expect(200, kept);
    await pupil
      .get(pageOf(closed))
      .expect(200, /a terminé ce travail[^]*ne se rend plus ici/)
      .expect(200, kept);
    await upload(closed, { 'B.odt': 'b' }).expect(409, kept);
    await act(closed, 'handIn', { word: 'Voilà' }).expect(409, kept);
    await pupil.get('/works').expect(200, /Trop tard[^]*Ton fichier est encore là/);
    const [photo] = await filesIn(due, 'own');
    for (const person of [pupil, teacher]) await person.get(givenFilePath(due.id, ines, photo?.id ?? '')).expect(200);
    await teacher.get(pageOf(due)).expect(200, /Où en est l’élève[^]*photo\.jpg/);
  });

  test('F15: what was taken back and not handed in again counts as handed in as it is, once it is due or closed', async () => {
    const due = await give({ title: 'Due', dueAt: inMinutes(30) });
    const closed = await give({ title: 'Closed' });
    const word = 'mon mot à la maîtresse';
    for (const work of [due, closed]) {
      await act(work, 'start').expect(303);
      await upload(work, { 'A.odt': 'a' }).expect(303);
      await act(work, 'handIn', { word }).expect(303);
      await pupil.get(pageOf(work)).expect(200, /Changer ce travail/);
      await act(work, 'takeBack').expect(303);
      await upload(work, { 'B.odt': 'b' }).expect(303);
    }
    const teacher = host.as('teacher');
    await teacher.get(pageOf(due)).expect(200, /L’élève a voulu le changer[^]*et le peut encore/);
    await teacher.get(workPath(due.id)).expect(200, /1 élève n’a pas rendu|pas rendu/);
    await teacher.post(workPath(closed.id)).form({ do: 'close' }).expect(303);
    host.clock.advance(31 * 60_000);
    const kept =
      /Tu as voulu le changer[^]*Il compte comme rendu, comme il est[^]*A\.odt[^]*B\.odt[^]*mon mot à la maîtresse/;
    for (const work of [due, closed]) {
      await pupil
        .get(pageOf(work))
        .expect(200, kept)
        .expectNot(/name="action"/);
      await upload(work, { 'C.odt': 'c' }).expect(409, kept);
      await teacher.get(pageOf(work)).expect(200, /ne l’a pas rendu de nouveau[^]*A\.odt[^]*B\.odt[^]*mon mot/);
      await teacher.get(workPath(work.id)).expect(200, />Corriger/);
    }
    await host
      .as('guardian')
      .get(pageOf(due))
      .expect(200, /Rendu[^]*Inès a rendu 2 fichiers/);
  });

  test('F15: where late is taken, what the clock handed in can still be changed, and is late from then on', async () => {
    const work = await give({ dueAt: inMinutes(30), lateUntil: inMinutes(60) });
    await act(work, 'start').expect(303);
    await act(work, 'handIn', { word: 'Voilà' }).expect(303);
    await act(work, 'takeBack').expect(303);
    host.clock.advance(31 * 60_000);
    await pupil.get(pageOf(work)).expect(200, /Tu peux encore le changer jusqu’à[^]*il sera alors en retard/);
    await act(work, 'takeBack').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    host.clock.advance(30 * 60_000);
    await pupil.get(pageOf(work)).expect(200, /Rendu en retard[^]*A\.odt[^]*Voilà/);
  });

  test('F15: what came back stays with the pupil and the family when it is handed in again and corrected again', async () => {
    const work = await give();
    const [teacher, guardian] = [host.as('teacher'), host.as('guardian')];
    const give1 = async (answer: string, next: string): Promise<void> => {
      const { revision } = await rowOf(work);
      const form = { answer, next, do: 'give', revision: `${revision}`, sure: 'true' };
      await teacher.post(giveBackPath(work.id, ines)).form(form).expect(303);
    };
    await act(work, 'start').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    await act(work, 'handIn', { word: 'mon premier mot' }).expect(303);
    await teacher.post(returnedFilesPath(work.id, ines)).files({ 'conseils.pdf': 'c' }).expect(303);
    await give1('Relis la page 12', 'again');
    await act(work, 'handIn', { word: 'mon second mot' }).expect(303);
    const before = /La fois d’avant[^]*Relis la page 12[^]*conseils\.pdf/;
    for (const person of [pupil, guardian]) {
      await person
        .get(pageOf(work))
        .expect(200, before)
        .expect(200, /A\.odt/);
    }
    await pupil.get(pageOf(work)).expect(200, /À refaire[^]*mon premier mot[^]*mon second mot/);
    await pupil.get('/works').expect(200, before);
    await guardian
      .get(pageOf(work))
      .expect(200, /mon premier mot/)
      .expectNot(/mon second mot/);
    // A second correction writes over neither word of the first.
    await give1('Bien', 'corrected');
    for (const person of [pupil, guardian, teacher, host.as('head')]) {
      const { text } = await person.get(pageOf(work)).expect(200, /Les autres fois|Toutes les corrections données/);
      for (const words of ['Relis la page 12', 'mon premier mot', 'Bien', 'mon second mot', 'conseils.pdf', 'A.odt']) {
        expect(text).toContain(words);
      }
    }
    await host.as('classmate').get(pageOf(work)).expect(404);
  });

  test('what a teacher gives back without waiting leaves the pupil what they had prepared', async () => {
    const work = await give();
    await act(work, 'start').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    await giveBack(work, 'corrected', 'Bravo');
    await pupil.get(pageOf(work)).expect(200, /Ta correction[^]*Ce que tu avais préparé[^]*A\.odt/);
  });

  testOnce(
    'ends when the teacher closes the work, and a work that is only to be read has nothing to hand in',
    async () => {
      const work = await give();
      await act(work, 'start').expect(303);
      await db.repository(WorkRow).update({ id: work.id }, { closedAt: host.clock.now() });
      await act(work, 'handIn', { word: 'Voilà' }).expect(409);
      await upload(work, { 'A.odt': 'a' }).expect(409, /ne se rend plus ici/);
      const read = await give({ collects: false, read: { 'Plan.pdf': 'plan' } });
      await pupil
        .get(pageOf(read))
        .expect(200, /Rien à rendre ici\.[^]*Plan\.pdf/)
        .expectNot(/name="action"/);
    },
  );
});
