// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL, type TestExchange } from '@volee/core-adapter/testing';
import { partPath, workPath } from '../../paths.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { startParts } from '../../testing/start/parts-for-tests.js';

const started = await Promise.all(bothDatabases().map(startParts));

describe.each(started)('handing in without beginning first on $name', (parts) => {
  const { host, tools, pupil, ines, inMinutes, give, act, upload, rowOf, filesIn } = parts;
  const pageOf = (work: WorkRow): string => partPath(work.id, ines);
  /** The one form of the page: the word, then the files, and the button in the address. */
  const send = (
    work: WorkRow,
    word: string,
    files: Readonly<Record<string, string>>,
    press = '?do=handIn',
  ): TestExchange =>
    pupil
      .post(`${pageOf(work)}${press}`)
      .form({ word })
      .files(files);
  const versionIn = (text: string): string => /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
  const names = async (work: WorkRow): Promise<string[]> => (await filesIn(work, 'own')).map(({ name }) => name);

  test('the page shows the form at once, and looking at it begins nothing', async () => {
    const work = await give({ read: { 'Les Gaulois.pdf': 'texte' } });
    const form = /data-part-files[^]*name="word"[^]*name="files"[^]*formaction="[^"]*do=handIn/;
    for (let visit = 0; visit < 2; visit += 1)
      await pupil
        .get(pageOf(work))
        .expect(200, form)
        .expectNot(/Commencer/);
    await upload(work, {}).expect(303);
    await act(work, 'handIn', { word: ' ' }).expect(400, /Choisis une photo/);
    expect(await rowOf(work)).toMatchObject({ state: 'given', startedAt: null });
    await host
      .as('teacher')
      .get(workPath(work.id))
      .expect(200, /pas encore ouvert/)
      .expectNot(/1 commencé/);
  });

  test('where there is a sheet to fill in, « Commencer » stays', async () => {
    const work = await give({ fill: { 'Questions.odt': 'questions' } });
    await pupil
      .get(pageOf(work))
      .expect(200, /Tu reçois ta feuille[^]*Commencer/)
      .expectNot(/data-part-files/);
  });

  test('a copy that the pupil has not changed goes along with a photo only when it is ticked', async () => {
    const fill = { 'Questions.odt': 'questions' };
    const [photo, both, sheet] = [await give({ fill }), await give({ fill }), await give({ fill })];
    for (const work of [photo, both, sheet]) await act(work, 'start').expect(303);
    for (const work of [photo, both]) await upload(work, { 'photo.png': 'x' }).expect(303);
    await pupil
      .get(pageOf(photo))
      .expect(200, /name="sheet"[^]*Rendre aussi «\s+Questions\.odt\s+»[^]*Rendre ce fichier/);
    await act(photo, 'handIn').expect(303);
    expect(await names(photo)).toEqual(['photo.png']);
    await act(photo, 'takeBack').expect(303);
    await pupil.get(pageOf(photo)).expect(200, /Recevoir la feuille à remplir/);

    const [, untouched] = await filesIn(both, 'own');
    const ticked = { sheet: untouched?.id ?? '' };
    await act(both, 'handIn', { ...ticked, word: 'a'.repeat(2001) }).expect(400, /name="sheet"[^>]* checked/);
    await act(both, 'handIn', ticked).expect(303);
    expect(await names(both)).toEqual(['photo.png', 'Questions.odt']);

    await pupil
      .get(pageOf(sheet))
      .expect(200, /Rendre ce fichier/)
      .expectNot(/name="sheet"/);
    await act(sheet, 'handIn').expect(400);
  });

  test('a copy without any change, and without a word, is handed in only after a question, and its teacher reads so', async () => {
    const fill = { 'Questions.odt': 'questions', 'Carte.odt': 'carte' };
    const work = await give({ fill });
    await act(work, 'start').expect(303);
    const question = /role="alert"[^]*Tu n’as pas changé tes feuilles[^]*value="handInUnchanged"/;
    await send(work, ' ', {}).expect(400, question);
    expect(await rowOf(work)).toMatchObject({ state: 'started', handedInAt: null });
    await act(work, 'handInUnchanged').expect(303);
    expect(await names(work)).toEqual(['Carte.odt', 'Questions.odt']);
    await pupil.get(pageOf(work)).expect(200, /C’est rendu, bravo[^]*La feuille du début, sans changement/);
    await host
      .as('teacher')
      .get(workPath(work.id))
      .expect(200, /Carte\.odt et 1 autre fichier, vos modèles sans changement/);
    // A word may be the answer.
    const word = await give({ fill });
    await act(word, 'start').expect(303);
    await act(word, 'handIn', { word: 'Je n’ai pas compris.' }).expect(303);
  });

  test('the tick beside a copy stays when a file is chosen, removed or put back', async () => {
    const work = await give({ fill: { 'Questions.odt': 'questions' } });
    await act(work, 'start').expect(303);
    await upload(work, { 'photo.png': 'x' }).expect(303);
    const own = await filesIn(work, 'own');
    const idOf = (name: string): string => own.find((file) => file.name === name)?.id ?? '';
    const sheet = idOf('Questions.odt');
    const ticked = /name="sheet"[^>]* checked/;
    const isTicked = async (sent: TestExchange): Promise<boolean> => {
      const { headers } = await sent.expect(303);
      const { pathname, search } = new URL(headers.get('location') ?? '', 'http://volee.test');
      const { text } = await pupil.get(pathname.replace(/^.*\/file-share/, '') + search).expect(200);
      return ticked.test(text);
    };
    const form = { word: '', sheet };
    const added = pupil.post(pageOf(work)).form(form).files({ 'page 2.png': 'y' });
    expect(await isTicked(added)).toBe(true);
    expect(await isTicked(act(work, `remove:${idOf('photo.png')}`, form))).toBe(true);
    expect(await isTicked(act(work, `restore:${idOf('photo.png')}`, form))).toBe(true);
    expect(await isTicked(upload(work, { 'page 3.png': 'z' }))).toBe(false);
    await pupil
      .get(`${pageOf(work)}?sheet=${idOf('photo.png')}`)
      .expect(200)
      .expectNot(ticked);
  });

  test('a photo and « Rendre » in one form hand the work in, once also when the form comes twice', async () => {
    const work = await give({ dueAt: inMinutes(60) });
    const { text } = await pupil.get(pageOf(work)).expect(200);
    // iOS calls each photo so: the same one is still there once.
    const twice = (): TestExchange =>
      pupil
        .post(`${pageOf(work)}?do=handIn`)
        .form({ word: 'Voilà', version: versionIn(text) })
        .files({ 'image.jpg': 'page 1' });
    for (const answer of await Promise.all([twice(), twice()])) expect(answer.status).toBe(303);
    await twice().expect(303);
    const now = host.clock.now();
    expect(await rowOf(work)).toMatchObject({ state: 'handedIn', startedAt: now, handedInAt: now, word: 'Voilà' });
    expect(await names(work)).toEqual(['image.jpg']);
    await pupil.get(pageOf(work)).expect(200, /C’est rendu, bravo[^]*image\.jpg/);
    // Another photo comes too late, and the word with it is shown.
    await send(work, 'Encore', { 'page 2.jpg': 'page 2' }).expect(409, /déjà rendu[^]*Encore/);
    expect(await names(work)).toEqual(['image.jpg']);
  });

  test('a file, or a word alone, begins the part and is kept', async () => {
    const [photo, word] = [await give(), await give()];
    await send(photo, 'Page 1', { 'photo.png': 'x' }, '').expect(303);
    expect(await rowOf(photo)).toMatchObject({ state: 'started', word: 'Page 1' });
    expect(await names(photo)).toEqual(['photo.png']);
    await send(word, 'Mon mot', {}, '').expect(303);
    expect(await rowOf(word)).toMatchObject({ state: 'started', word: 'Mon mot' });
    await pupil.get(pageOf(word)).expect(200, /Mon mot<\/textarea>/);
    await host
      .as('teacher')
      .get(workPath(word.id))
      .expect(200, /1 commencé/);
  });

  test('a word alone is handed in, and two devices that begin at once are one part', async () => {
    const word = await give();
    await act(word, 'handIn', { word: 'Je l’ai lu.' }).expect(303);
    expect(await rowOf(word)).toMatchObject({ state: 'handedIn', startedAt: host.clock.now(), word: 'Je l’ai lu.' });
    const work = await give();
    const sent = ['a.txt', 'b.txt', 'c.txt'].map((name) => upload(work, { [name]: name }));
    for (const { status } of await Promise.all(sent)) expect(status).toBe(303);
    expect(await names(work)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(await tools.db.repository(WorkPupilRow).count({ where: { workId: work.id } })).toBe(1);
  });

  test('a tab from before the beginning hands in after a photo in another tab, and nothing over a newer word', async () => {
    const [photo, word] = [await give(), await give()];
    const older = versionIn((await pupil.get(pageOf(photo)).expect(200)).text);
    await upload(photo, { 'photo.png': 'x' }).expect(303);
    await act(photo, 'handIn', { word: 'Voilà', version: older }).expect(303);
    await send(word, 'MON LONG MOT', {}, '').expect(303);
    const both = /changé dans une autre page[^]*MON LONG MOT\n\nBonjour<\/textarea>/;
    await act(word, 'handIn', { word: 'Bonjour', version: older }).expect(409, both);
    expect(await rowOf(word)).toMatchObject({ state: 'started', word: 'MON LONG MOT' });
  });

  test('a refused word or file loses nothing: the files are in, the word is in its field', async () => {
    const [long, heavy] = [await give(), await give()];
    await send(long, 'mot '.repeat(600), { 'photo.png': 'x' }).expect(
      400,
      /photo\.png[^]*mot mot mot[^]*<\/textarea>[^]*Ton mot est trop long/,
    );
    expect(await rowOf(long)).toMatchObject({ state: 'started', word: '' });
    const tooHeavy = /Trop lourd[^]*Mon mot<\/textarea>/;
    await send(heavy, 'Mon mot', { 'film.mp4': 'x'.repeat(1_001) }).expect(413, tooHeavy);
    expect(await rowOf(heavy)).toMatchObject({ state: 'given', word: '' });
  });

  test('a work that is over, or withdrawn, takes nothing from a page of before, and shows the word', async () => {
    const [due, closed, withdrawn] = [await give({ dueAt: inMinutes(10) }), await give(), await give()];
    const teacher = host.as('teacher');
    await teacher.post(workPath(closed.id)).form({ do: 'close' }).expect(303);
    await teacher.post(workPath(withdrawn.id)).form({ do: 'withdraw' }).expect(303);
    host.clock.advance(11 * 60_000);
    for (const work of [due, closed]) {
      for (const press of ['', '?do=handIn']) {
        await send(work, 'Mon mot', { 'photo.png': 'x' }, press).expect(409, /ne se rend plus ici[^]*Mon mot/);
      }
      await act(work, 'handIn', { word: 'Mon mot' }).expect(409, /Mon mot/);
      expect(await rowOf(work)).toMatchObject({ state: 'given', word: '' });
    }
    await send(withdrawn, 'Mon mot', { 'photo.png': 'x' }).expect(404, /Mon mot/);
    expect(await rowOf(withdrawn)).toMatchObject({ state: 'given', word: '' });
  });

  test('what is only to be read is not begun by a file, nor by a pupil of the other school', async () => {
    const read = await give({ collects: false });
    await upload(read, { 'photo.png': 'x' }).expect(409);
    await act(read, 'handIn', { word: 'Lu' }).expect(409);
    expect(await rowOf(read)).toMatchObject({ state: 'given' });
    const work = await give();
    const other = host.as('pupilOfOtherSchool').post(`${pageOf(work)}?do=handIn`, { school: SCHOOL });
    await other.form({ word: 'Moi aussi' }).expect(404);
    expect(await rowOf(work)).toMatchObject({ state: 'given' });
  });
});
