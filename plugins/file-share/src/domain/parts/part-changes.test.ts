// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { IncomingFile } from '@volee/core-adapter';
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import {
  bothDatabases,
  member,
  onceInQuickRun,
  type Role,
  SCHOOL,
  type TestExchange,
  testHostSource,
} from '@volee/core-adapter/testing';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { giveBackPath, partPath, workPath } from '../../paths.js';
import { settingsSchema } from '../../settings.js';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { filesOf, openPartFolder } from '../works/work-folders.js';
import { addOwnFiles } from './own-files.js';
import type { LoadedPart } from './load-part.js';
import { partStatus } from '../works/part-status.js';
import { startParts } from '../../testing/start/parts-for-tests.js';
import { receiveOwnFiles } from './receive-own-files.js';
import { partRow } from '../../testing/start/work-for-tests.js';

const started = await Promise.all(bothDatabases().map(startParts));
const sizes = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const settings = { ...settingsSchema.parse({}), quota: sizes };

describe.each(started)('a part whose surroundings change on $name', (parts) => {
  const testOnce = onceInQuickRun(parts);
  const { host, tools, pupil, ines, inMinutes, give, act, upload, rowOf, filesIn, giveBack } = parts;
  const { db, storage } = tools;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const user = { id: ines, displayName: 'Inès', givenName: 'Inès', profiles: ['pupil'] as const };
  const asked = { ...tools, clock: host.clock, school: { timeZone: 'Europe/Paris' }, schoolYear: 2026, user, log };

  /** The part as the address loaded it before the request sent its files. */
  async function loaded(work: WorkRow): Promise<LoadedPart> {
    const row = await rowOf(work);
    const status = partStatus({ work, part: row, now: host.clock.now(), schoolYear: 2026 });
    return { groupId: work.groupId, pupilId: ines, visibleTo: ['pupil'], work, row, status, isLeaver: false };
  }

  async function stored(): Promise<number> {
    let count = 0;
    for await (const key of storage.keys()) count += key === '' ? 0 : 1;
    return count;
  }

  test('F15: an upload on its way while the part is handed in is in it whole, or not at all and nowhere', async () => {
    const work = await give({ dueAt: inMinutes(10) });
    await act(work, 'start').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    const before = await stored();
    async function* files(): AsyncGenerator<IncomingFile> {
      yield { field: 'files', name: 'B.odt', content: Readable.from(['tard']) };
      await act(work, 'handIn').expect(303);
      yield { field: 'files', name: 'C.odt', content: Readable.from(['plus tard']) };
    }
    expect(await receiveOwnFiles(await loaded(work), undefined, settings, { ...asked, files: files() })).toBe('frozen');
    expect((await filesIn(work, 'own')).map(({ name }) => name)).toEqual(['A.odt']);
    expect(await stored()).toBe(before);
    expect(await db.repository(ContentRow).count()).toBe(before);
  });

  test('F15: a teacher who collects no more takes no word from a pupil, and what was taken back counts as handed in', async () => {
    const word = 'MON LONG MOT';
    const text = async (work: WorkRow): Promise<string> => {
      const { text: page } = await pupil.get(partPath(work.id, ines)).expect(200);
      return page.slice(page.indexOf('<main'));
    };
    const [handedIn, takenBack, again] = [await give(), await give(), await give()];
    for (const work of [handedIn, takenBack, again]) {
      await act(work, 'start').expect(303);
      await act(work, 'handIn', { word }).expect(303);
    }
    await act(takenBack, 'takeBack').expect(303);
    await giveBack(again, 'again', 'Encore un effort');
    for (const work of [handedIn, takenBack, again]) {
      await db.repository(WorkRow).update({ id: work.id }, { collects: false });
      expect(await text(work)).toContain(word);
      expect(await text(work)).not.toContain('value="takeBack"');
      expect(await text(work)).not.toContain('do=handIn');
    }
    expect(await text(takenBack)).toContain('Il compte comme rendu');
    await act(handedIn, 'takeBack').expect(409);
    await db.repository(WorkRow).update({ id: takenBack.id }, { collects: true });
    expect(await text(takenBack)).toContain('do=handIn');
  });

  test('F11: of twenty uploads and a handing in at once, each file that was acknowledged is in the part', async () => {
    const work = await give({ dueAt: inMinutes(10) });
    await act(work, 'start').expect(303);
    await upload(work, { 'premier.txt': 'x' }).expect(303);
    const sent = Array.from({ length: 20 }, (_, index) => upload(work, { [`${index}.txt`]: `${index}` }));
    const [handedIn, ...answers] = await Promise.all([act(work, 'handIn'), ...sent]);
    expect(handedIn.status).toBe(303);
    const acknowledged = answers.filter(({ status }) => status === 303).length;
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(20 - acknowledged);
    expect(await filesIn(work, 'own')).toHaveLength(1 + acknowledged);
    expect(await rowOf(work)).toMatchObject({ state: 'handedIn' });
  });

  testOnce('counts of folder, space and contents are right after files were replaced and removed', async () => {
    const work = await give({ fill: { 'A.odt': 'aaaa' } });
    const spaces = db.repository(SpaceRow);
    const used = async (): Promise<number> => spaces.sum('usedBytes', { where: { groupId: host.ids.cm1 } });
    const before = await used();
    await act(work, 'start').expect(303);
    // A copy counts as a file, and costs nothing else until it is changed.
    expect(await used()).toBe(before + 1_000);
    await upload(work, { 'A.odt': 'plus long' }).expect(303);
    await upload(work, { 'A.odt': 'court', 'B.odt': 'b' }).expect(303);
    expect(await used()).toBe(before + 2_006);
    const [file] = await filesIn(work, 'own');
    await act(work, `remove:${file?.id ?? ''}`).expect(303);
    await act(work, `remove:${file?.id ?? ''}`).expect(303);
    expect(await used()).toBe(before + 1_001);
    // Sent back as it was handed out: content that the school has is counted, not stored again.
    await upload(work, { 'A.odt': 'aaaa' }).expect(303);
    const [again] = await filesIn(work, 'own');
    expect(await db.repository(ContentRow).findOne({ where: { id: again?.contentId ?? '' } })).toMatchObject({
      refs: 2,
    });
  });

  testOnce('F11: a class without room refuses a file of a work, and the page says so', async () => {
    const work = await give();
    await act(work, 'start').expect(303);
    await upload(work, { 'B.odt': 'bbbb' }).expect(303);
    await db.repository(SpaceRow).update({ groupId: host.ids.cm1 }, { quotaBytes: 0 });
    await upload(work, { 'A.odt': 'a' }).expect(413);
    await upload(work, { 'B.odt': 'bbbbb' }).expect(413);
    // A smaller file needs no room.
    await upload(work, { 'B.odt': 'bb' }).expect(303);
    expect(await filesIn(work, 'own')).toMatchObject([{ name: 'B.odt', bytes: 2, cost: 2 }]);
    const part = await loaded(work);
    const file = { ...(await storage.store(Readable.from(['x']), { maxBytes: 10 })), name: 'x.txt', sentName: 'x.txt' };
    await expect(addOwnFiles(part, [file], undefined, { ...asked, quotas: sizes })).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
    await db.repository(SpaceRow).update({ groupId: host.ids.cm1 }, { quotaBytes: null });
  });

  testOnce(
    'F11: one pupil leaves room for the others: a part takes the quota of a pupil, and a number of files',
    async () => {
      const work = await give();
      const page = partPath(work.id, ines);
      await act(work, 'start').expect(303);
      await pupil.get(page).expect(200);
      const full = 'x'.repeat(1_000);
      await upload(work, { 'A.txt': full, 'B.txt': full, 'C.txt': full }).expect(303);
      await upload(work, { 'D.txt': 'd' }).expect(
        413,
        /Il reste 0\u00a0octet pour tes fichiers de ce travail[^]*A\.txt/,
      );
      // Also when the upload is broken off, since more than the part may ever hold was sent.
      const all = { 'A.txt': full, 'B.txt': full, 'C.txt': full, 'D.txt': 'd' };
      await upload(work, all).expect(413, /Il reste 0\u00a0octet pour tes fichiers de ce travail/);
      // A replaced file gives its room back first.
      await upload(work, { 'A.txt': 'y'.repeat(999), 'E.txt': 'e' }).expect(303);
      const folder = await openPartFolder(await rowOf(work), 'own', tools);
      expect(folder).toMatchObject({ files: 4, bytes: 3_000, cost: 3_000 });

      await db.repository(NodeRow).update({ id: folder.id }, { files: 99 });
      await upload(work, { 'A.txt': '', 'F.txt': '', 'G.txt': '' }).expect(400, /Tu as déjà 99 fichiers[^]*A\.txt/);
      expect((await filesIn(work, 'own')).map(({ name }) => name)).toEqual(['A.txt', 'B.txt', 'C.txt', 'E.txt']);
      await upload(work, { 'A.txt': '', 'F.txt': '' }).expect(303);
    },
  );

  testOnce('F11: one pupil leaves room for the others in a folder that is open to pupils', async () => {
    const { folder, file } = driveSteps(host);
    const id = await folder('teacher', `/groups/${host.ids.cm1}`, 'Photos de la classe');
    const open = { readers: 'families', pupilsAdd: 'true' };
    await host.as('teacher').post(`/nodes/${id}/readers`).form(open).expect(303);
    const add = (role: Role, files: Readonly<Record<string, string>>): TestExchange =>
      host.as(role).post(`/folders/${id}/files`).files(files);
    const full = 'x'.repeat(1_000);
    const own = await file('pupil', '/own', 'Ma photo.jpg');
    await add('pupil', { '1.jpg': full }).expect(303);
    const noRoom = /Il reste 1\u00a0ko pour tes fichiers dans cet espace/;
    await add('pupil', { '4.jpg': 'x' }).expect(413, noRoom);
    for (const action of ['move', 'copy']) {
      await pupil.post('/picked').form({ action, ids: own, to: id }).expect(413, noRoom);
    }
    for (const role of ['classmate', 'teacher'] as const) await add(role, { '4.jpg': full }).expect(303);
  });

  testOnce(
    'L11: of a pupil that changes class, a part that has begun goes on, and new works are those of the new class',
    async () => {
      const begun = await give({ title: 'Commencé avant', fill: { 'A.odt': 'a' } });
      const untouched = await give({ title: 'Jamais ouvert' });
      await act(begun, 'start').expect(303);
      await host.host.sync.run(moved([['cm1', 'cm2']]), new AbortController().signal);
      const later = await give({ title: 'Du CM2', groupId: host.ids.cm2 });
      const { text } = await pupil.get('/works').expect(200, /Commencé avant/);
      expect(text).toContain('Du CM2');
      expect(text).not.toContain('Jamais ouvert');
      await pupil.get(partPath(untouched.id, ines)).expect(404);
      await act(later, 'start').expect(303);
      await act(begun, 'handIn', { word: 'Fini' }).expect(303);
      for (const role of ['guardian', 'teacher'] as const) {
        await host.as(role).get(partPath(begun.id, ines)).expect(200);
      }
      await host
        .as('guardian')
        .get('/works')
        .expect(200, /Commencé avant[^]*Rendu/);

      // Back in the class, the pupil finds what was given meanwhile, with the files as they were handed out.
      await host.host.sync.run(moved([]), new AbortController().signal);
      await pupil
        .get('/works')
        .expect(200, /Jamais ouvert/)
        .expectNot(/Pas pour/);
      expect(await filesOf(begun.id, 'fill', tools)).toHaveLength(1);
    },
  );

  testOnce('L11: of a teacher that leaves the class, a work goes on, and another teacher gives it back', async () => {
    const teacher = await host.ids.person('teacher');
    const work = await give({ addedBy: teacher });
    const [page, ofWork] = [partPath(work.id, ines), workPath(work.id)];
    await act(work, 'start').expect(303);
    await host.host.sync.run(moved([['cm1', 'cm2']], 'teacher'), new AbortController().signal);
    for (const path of [ofWork, page]) await host.as('teacher').get(path).expect(404);
    await act(work, 'handIn', { word: 'Fini' }).expect(303);
    const other = host.as('teacherInBothSchools');
    await other.get(ofWork, { school: SCHOOL }).expect(200, /1 a rendu/);
    const fields = { answer: 'Bravo', next: 'corrected', revision: '2', do: 'give' };
    await other
      .post(`${page}/give-back`, { school: SCHOOL })
      .form({ ...fields })
      .expect(303);
    await pupil.get(page).expect(200, /Bravo/);
    await host.host.sync.run(moved([]), new AbortController().signal);
    await host
      .as('teacher')
      .get(ofWork)
      .expect(200, /Corrigé/);
  });

  test('F15: a file to fill in that the pupil has no copy of can be received, and read once nothing can be changed', async () => {
    const fill = { 'Carte.odt': 'France', 'Fiche.odt': 'questions' };
    const ill = await give({ fill, dueAt: inMinutes(60) });
    const removed = await give({ fill });
    const [illPage, removedPage] = [partPath(ill.id, ines), partPath(removed.id, ines)];
    await act(removed, 'start').expect(303);
    await pupil
      .get(removedPage)
      .expect(200)
      .expectNot(/Recevoir/);
    const [map] = await filesIn(removed, 'own');
    await act(removed, `remove:${map?.id ?? ''}`).expect(303);
    await pupil.get(removedPage).expect(200, /Recevoir la feuille à remplir/);
    await Promise.all([act(removed, 'start').expect(303), act(removed, 'start').expect(303)]);
    await pupil
      .get(removedPage)
      .expect(200)
      .expectNot(/Recevoir/);
    expect(await filesIn(removed, 'own')).toMatchObject([
      { name: 'Carte.odt', cost: 0 },
      { name: 'Fiche.odt', cost: 0 },
    ]);

    host.clock.advance(61 * 60_000);
    await pupil
      .get(illPage)
      .expect(200, /Il est trop tard[^]*Carte\.odt[^]*Fiche\.odt/)
      .expectNot(/Recevoir/);
    const form = { answer: 'Fais-le pour lundi.', next: 'again', do: 'give', revision: '0' };
    await host.as('teacher').post(giveBackPath(ill.id, ines)).form(form).expect(303);
    await pupil.get(illPage).expect(200, /Fais-le pour lundi[^]*Recevoir les 2 feuilles à remplir/);
    await act(ill, 'start').expect(303);
    expect(await filesIn(ill, 'own')).toHaveLength(2);
    await upload(ill, { 'Carte.odt': 'Paris' }).expect(303);
    await act(ill, 'handIn').expect(303);
    // An older tab gets nothing more into what is handed in.
    await act(ill, 'start').expect(409, /déjà rendu/);
    const [sheet, ...untouched] = await filesIn(ill, 'own');
    expect(sheet).toMatchObject({ name: 'Carte.odt', bytes: 5 });
    expect(untouched).toEqual([]);
  });

  test('F15: what was handed in once and not done again before the work ended is not called missed', async () => {
    const work = await give({ title: 'Dictée' });
    await act(work, 'start').expect(303);
    await upload(work, { 'dictée.txt': 'mots' }).expect(303);
    await act(work, 'handIn', { word: 'Voilà' }).expect(303);
    await giveBack(work, 'again', 'Relis-toi.');
    await host.as('teacher').post(workPath(work.id)).form({ do: 'close' }).expect(303);
    const page = partPath(work.id, ines);
    await pupil
      .get(page)
      .expect(
        200,
        /Rendu une fois[^]*Relis-toi[^]*Ce que tu as rendu[^]*Tu l’as rendu une fois[^]*dictée\.txt[^]*Voilà/,
      )
      .expectNot(/pas rendu|préparé/);
    await host
      .as('guardian')
      .get(page)
      .expect(200, /Rendu une fois[^]*Rendu par Inès[^]*dictée\.txt/)
      .expectNot(/Pas rendu/);
    const { text } = await pupil.get('/works').expect(200, /Corrigé[^]*Dictée[^]*Relis-toi/);
    expect(text.split('Trop tard pour le rendre ici')[1] ?? '').not.toContain('Dictée');
    await host
      .as('guardian')
      .get('/works')
      .expect(200, /Corrigé[^]*Dictée|Dictée[^]*Corrigé/);
  });

  test('F15: each button of the page takes the typed word along, and a refused one shows it', async () => {
    const work = await give({ fill: { 'Fiche.odt': 'questions' } });
    const page = partPath(work.id, ines);
    await act(work, 'start').expect(303);
    await upload(work, { 'a.txt': 'a' }).expect(303);
    const shown = async (): Promise<string> => (await pupil.get(page).expect(200)).text;
    const [version] = [...(await shown()).matchAll(/name="version" value="([^"]*)"/g)].map(([, one = '']) => one);
    // The crosses are buttons of the form with the word.
    const crosses = [...(await shown()).matchAll(/<button[^>]*value="(remove:[^"]*)"[^>]*>/g)];
    expect(crosses.map(([button]) => button.includes('form="part-form"'))).toEqual([true, true]);
    expect(await shown()).toMatch(/<form [^>]*id="part-form"(?:(?!<\/form>)[^])*name="word"/);
    const removals = crosses.map(([, action = '']) => action);
    for (const action of removals)
      await act(work, action, { word: 'Mon long mot', version: version ?? '' }).expect(303);
    expect(await filesIn(work, 'own')).toEqual([]);
    expect(await shown()).toMatch(/Recevoir[^]*Mon long mot<\/textarea>/);
    // A form without the field erases nothing, and an older tab loses neither word.
    await act(work, 'start').expect(303);
    await act(work, 'start', { word: 'Un autre', version: version ?? '' }).expect(303);
    expect(await rowOf(work)).toMatchObject({ state: 'started', word: 'Mon long mot\n\nUn autre' });
    await act(work, 'handIn', { word: 'Fini' }).expect(303);
    await act(work, removals[0] ?? '', { word: 'Trop tard' }).expect(409, /déjà rendu[^]*Trop tard/);
    expect(await rowOf(work)).toMatchObject({ state: 'handedIn', word: 'Fini' });
  });

  testOnce('a work of last year is over, and what was handed in stays readable', async () => {
    const work = await give({ year: 2025, title: 'De l’an dernier' });
    const { id } = await partRow(work, ines, tools);
    await db.repository(WorkPupilRow).update({ id }, { state: 'started' });
    await act(work, 'handIn', { word: 'Trop tard' }).expect(409);
    await pupil.get('/works').expect(200, /L’an dernier[^]*De l’an dernier/);
    await pupil.get(partPath(work.id, ines)).expect(200);
  });
});

/** The directory of the tests with a person in other classes. */
function moved(
  changes: readonly (readonly [from: string, to: string])[],
  login: 'pupil' | 'teacher' = 'pupil',
): DirectorySource {
  const isLeft = (record: DirectoryRecord): boolean =>
    record.type === 'membership' && record.person === login && changes.some(([from]) => from === record.group);
  return {
    name: testHostSource.name,
    async *read(signal) {
      for await (const record of testHostSource.read(signal)) if (!isLeft(record)) yield record;
      for (const [, to] of changes) yield member(SCHOOL, to, login, login === 'teacher' ? 'teacher' : 'member');
    },
  };
}
