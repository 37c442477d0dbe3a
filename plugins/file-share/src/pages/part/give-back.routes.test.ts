// SPDX-License-Identifier: EUPL-1.2
import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { kin, member, person, SCHOOL, testDatabases, type TestExchange } from '@volee/core-adapter/testing';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { exampleFile } from '../../testing/examples/example-node-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { readZip } from '../../testing/start/read-zip-for-tests.js';
import { openPartFolder } from '../../domain/works/work-folders.js';
import { putPart } from '../../testing/start/works-for-tests.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const TWINS = ['first', 'second'].flatMap((login) => [
  person(login, 'pupil', SCHOOL, 'Léa', 'Martin'),
  member(SCHOOL, 'cm1', login),
]);

describe.each(testDatabases())('giving back on $name', (database) => {
  let drive: DriveForTests;
  const started = startDrive({ database, now: NOW, records: [...TWINS, kin('teacherOfOtherClass', 'pupil')] });
  beforeAll(async () => {
    drive = await started;
  });

  const newWork = (): Promise<WorkRow> => {
    const { host, tables, storage } = drive;
    return giveWork({ groupId: host.ids.cm1 }, { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock });
  };

  /** A part as the pupil has handed it in, with one file. */
  const handIn = async (work: WorkRow, pupilId: string, name: string): Promise<NodeRow> => {
    const { host, tables, storage } = drive;
    const db = tables(SCHOOL);
    const part = await putPart(db, work, pupilId, { state: 'handedIn', handedInAt: NOW, word: 'Voilà.' });
    const folder = await openPartFolder(part, 'own', { db, clock: host.clock });
    const about = { db, storage: storage(SCHOOL), personId: pupilId, marker: name };
    return exampleFile(about as Parameters<typeof exampleFile>[0], folder, { name });
  };

  test('a word and a file wait until they are given back; then the family reads them, and what the pupil made', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const [teacher, guardian] = [host.as('teacher'), host.as('guardian')];
    const work = await newWork();
    const pupilId = await host.ids.person('pupil');
    const own = await handIn(work, pupilId, 'Etna.odp');
    const page = `/works/${work.id}/pupils/${pupilId}`;
    await teacher.get(page).expect(200, /Etna\.odp[^]*Voilà\.[^]*Redonner à Inès/);
    await teacher
      .post(`${page}/give-back`)
      .form({ answer: 'Bravo Inès', do: 'give' })
      .expect(400, /Bravo Inès[^]*corrigé, ou à refaire/);
    await teacher.post(`${page}/give-back`).form({ answer: 'Bravo Inès', next: 'again', do: 'files' }).expect(303);
    await teacher.post(`${page}/returned`).files({ 'Etna corrigé.odp': 'red ink' }).expect(303);
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, 'more']));
    await teacher
      .post(`${page}/returned`)
      .files(many)
      .expect(400, /Une correction a 20 fichiers au plus, et en a déjà 1[^]*Bravo Inès/);
    expect(await db.repository(NodeRow).count({ where: { name: '0.txt' } })).toBe(0);
    await guardian
      .get(page)
      .expect(200)
      .expectNot(/Bravo Inès|Etna corrigé/);
    await guardian.get(`${page}/files/${own.id}`).expect(404);
    const back = await db.repository(NodeRow).findOne({ where: { name: 'Etna corrigé.odp' } });
    await host.as('pupil').get(`${page}/files/${back?.id}`).expect(404);
    await teacher
      .get(`/works/${work.id}`)
      .expect(200, /Prêt à redonner[^]*>Relire[^]*Redonner celui qui est prêt[^]*À refaire pour Inès Faivre\./);
    await host
      .as('head')
      .get(`/works/${work.id}`)
      .expect(200, />Voir/)
      .expectNot(/>Relire|>Corriger/);
    await host
      .as('head')
      .get(page)
      .expect(200, /Etna\.odp/)
      .expectNot(/Bravo Inès|Etna corrigé/);

    await teacher.post(`/works/${work.id}`).form({ do: 'giveBack' }).expect(303);
    await teacher.get(`/works/${work.id}`).expect(200, /1 travail est redonné\.[^]*Annuler/);
    await guardian.get(page).expect(200, /Bravo Inès/);
    await guardian.get(`${page}/files/${own.id}`).expect(200);
    await host.as('pupil').get(`${page}/files/${back?.id}`).expect(200);
    await host.as('classmate').get(`${page}/files/${back?.id}`).expect(404);
    // A word that is kept afterwards is the teacher's alone, and the pupil goes on reading the one that came back.
    const next = { answer: 'Encore un effort', next: 'corrected', revision: '2' };
    await teacher
      .post(`${page}/give-back`)
      .form({ ...next, do: 'keep' })
      .expect(303);
    await teacher.get(page).expect(200, /Encore un effort/);
    for (const reader of [host.as('pupil'), guardian]) {
      const { text } = await reader.get(page).expect(200, /Bravo Inès/);
      expect(text).not.toMatch(/Encore un effort/);
    }
    await host
      .as('pupil')
      .get('/works')
      .expect(200, /Bravo Inès/)
      .expectNot(/Encore un effort/);
    await teacher
      .post(`${page}/give-back`)
      .form({ ...next, revision: '3', sure: 'true', do: 'give' })
      .expect(303);
    await guardian.get(page).expect(200, /Encore un effort/);
    // Files of an earlier time stay with the pupil, and take no place from those of the next one.
    await teacher.post(`${page}/returned`).files(many).expect(303);
    await teacher
      .post(`${page}/returned`)
      .files({ '20.txt': 'more' })
      .expect(400, /et en a déjà 20/);
    await teacher
      .post(`${page}/give-back`)
      .form({ answer: 'Trop tard', next: 'corrected', revision: '1', do: 'give' })
      .expect(409, /<title>Erreur.: [^]*class="v-errors"[^]*href="#field-answer"[^]*vient de changer[^]*Trop tard/);
  });

  test('the page leads from one pupil of the class to the next, and giving back to the next one who waits', async () => {
    const { host } = drive;
    const work = await newWork();
    const teacher = host.as('teacher');
    const [ines, zoe, lea] = await Promise.all(['pupil', 'classmate', 'first'].map((login) => host.ids.login(login)));
    const pageOf = (pupilId = ''): string => `/works/${work.id}/pupils/${pupilId}`;
    for (const pupilId of [ines, zoe, lea]) await handIn(work, pupilId ?? '', 'Etna.odp');
    const give = async (pupilId: string | undefined): Promise<string> => {
      const form = { answer: 'Bravo', next: 'corrected', do: 'give' };
      const { headers } = await teacher
        .post(`${pageOf(pupilId)}/give-back`)
        .form(form)
        .expect(303);
      return headers.get('location') ?? '';
    };
    await teacher
      .get(pageOf(ines))
      .expect(200, /1 sur 3[^]*rel="next"><span[^>]*>Zoé[^]*Redonner et passer à Zoé/)
      .expectNot(/rel="prev"/);
    await teacher.get(pageOf(zoe)).expect(200, /rel="prev"[^]*?Inès[^]*2 sur 3[^]*rel="next"><span[^>]*>Léa/);
    // A correction that is kept for later does not wait for the teacher.
    const kept = { answer: 'À relire', next: 'corrected', do: 'keep' };
    await teacher
      .post(`${pageOf(zoe)}/give-back`)
      .form(kept)
      .expect(303);
    await teacher.get(pageOf(ines)).expect(200, /Redonner et passer à Léa/);
    expect(await give(ines)).toMatch(new RegExp(`${pageOf(lea)}$`));
    await teacher.get(pageOf(lea)).expect(200, /3 sur 3[^]*Redonner à Léa/);
    expect(await give(lea)).toMatch(new RegExp(`/works/${work.id}$`));
  });

  test('what a pupil works on is given back only when the teacher has seen so and says it twice', async () => {
    const { host, tables } = drive;
    const work = await newWork();
    const page = `/works/${work.id}/pupils/${await host.ids.person('pupil')}`;
    const teacher = host.as('teacher');
    // The pupil begins after the teacher has opened the page.
    await host.as('pupil').post(page).form({ action: 'start' }).expect(303);
    const form = { answer: 'Bravo Inès', next: 'corrected', do: 'give' };
    const give = (more: object): TestExchange => teacher.post(`${page}/give-back`).form({ ...form, ...more });
    await give({ sure: 'true' }).expect(409, /Où en est l’élève[^]*Bravo Inès[^]*Le travail est encore chez Inès/);
    await give({ revision: '1' }).expect(400, /Bravo Inès[^]*L’élève n’a pas encore rendu ce travail/);
    const where = { workId: work.id };
    const parts = tables(SCHOOL).repository(WorkPupilRow);
    expect(await parts.findOne({ where })).toMatchObject({ state: 'started', ready: null, prepared: null });
    await give({ revision: '1', sure: 'true' }).expect(303);
    expect(await parts.findOne({ where })).toMatchObject({ state: 'corrected', answer: 'Bravo Inès' });
    await teacher
      .get(page)
      .expect(200)
      .expectNot(/name="sure"/);
  });

  test('a teacher that is also a parent finds the works of the class and those of the child', async () => {
    const { host } = drive;
    const ines = await host.ids.person('pupil');
    const parent = host.as('teacherOfOtherClass');
    const ofClass = `/groups/${host.ids.cm2}/works`;
    const both = new RegExp(`${ofClass}"[^]*/works\\?child=${ines}"[^>]*>Vos enfants`);
    expect((await parent.get('/works').expect(303)).headers.get('location')).toMatch(new RegExp(`${ofClass}$`));
    await parent.get(ofClass).expect(200, both);
    await parent
      .get(`/works?child=${ines}`)
      .expect(200, both)
      .expect(200, /Les travaux d’Inès/);
    await host
      .as('guardian')
      .get('/works')
      .expect(200)
      .expectNot(/Vos enfants/);
  });

  test('a prepared part that the pupil took back waits until it is handed in again', async () => {
    const { host, tables } = drive;
    const work = await newWork();
    const pupilId = await host.ids.person('pupil');
    await putPart(tables(SCHOOL), work, pupilId, { state: 'started', ready: 'corrected', prepared: 'Bravo' });
    await host.as('teacher').post(`/works/${work.id}`).form({ do: 'giveBack' }).expect(303);
    const part = await tables(SCHOOL)
      .repository(WorkPupilRow)
      .findOne({ where: { workId: work.id } });
    expect(part).toMatchObject({ state: 'started', ready: 'corrected', givenBackAt: null });
  });

  test('F1: two pupils that are called alike have a folder each in the zip, and no name leads out of it', async () => {
    const { host } = drive;
    const work = await newWork();
    for (const login of ['first', 'second']) await handIn(work, await host.ids.login(login), `../$(${login}).txt`);
    const { bytes, headers } = await host.as('teacher').get(`/works/${work.id}/take`).expect(200);
    expect(headers.get('content-disposition')).toMatch(/Les Gaulois, questions\.zip/);
    expect([...(await readZip(bytes)).keys()].sort()).toEqual([
      'Martin Léa (2)/.. $(second).txt',
      'Martin Léa/.. $(first).txt',
    ]);
  });

  test('« Tout télécharger » has no file with the path of a folder, also where a file is called like the folder for corrections', async () => {
    const { host } = drive;
    const work = await newWork();
    const pupilId = await host.ids.person('pupil');
    await handIn(work, pupilId, 'Ce qui est corrigé');
    const page = `/works/${work.id}/pupils/${pupilId}`;
    await host.as('teacher').post(`${page}/returned`).files({ 'corrigé.txt': 'red ink' }).expect(303);
    await host.as('teacher').post(`${page}/give-back`).form({ next: 'corrected', do: 'give' }).expect(303);
    const { bytes } = await host.as('pupil').get('/own/take-all').expect(200);
    const paths = [...(await readZip(bytes)).keys()];
    expect(paths).toContainEqual(expect.stringMatching(/\/Ce qui est corrigé\/corrigé\.txt$/));
    expect(paths).toContainEqual(expect.stringMatching(/\/Ce qui est corrigé \(2\)$/));
    expect(paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)))).toEqual([]);
  });

  test('F15: « Tout télécharger » breaks off at a content that is cut off, and goes on past one that is lost, saying which', async () => {
    const { host } = drive;
    const work = await newWork();
    const own = await handIn(work, await host.ids.person('pupil'), 'Etna.odp');
    const take = async () => host.as('teacher').get(`/works/${work.id}/take`);
    expect((await take()).status).toBe(200);
    const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
    const stored = entries.filter((entry) => entry.isFile());
    for (const { parentPath, name } of stored) await truncate(join(parentPath, name), 1);
    await expect(take()).rejects.toThrow();
    await rm(host.storageFolder, { recursive: true });
    await handIn(work, await host.ids.person('classmate'), 'Vésuve.odp');
    const zip = await readZip((await take()).bytes);
    expect([...zip.keys()].sort()).toEqual(['Faivre Inès/Etna.odp (abîmé).txt', 'Girardet Zoé/Vésuve.odp']);
    expect(zip.get('Faivre Inès/Etna.odp (abîmé).txt')).toMatch(/abîmé sur le serveur/);
    // A single download of it says so, too.
    await host
      .as('pupil')
      .get(`/works/${work.id}/pupils/${await host.ids.person('pupil')}/files/${own.id}`)
      .expect(404, /Ce fichier est abîmé[^]*Dis-le à ton enseignante/)
      .expectNot(/adresse n’est peut-être pas la bonne/);
  });
});
