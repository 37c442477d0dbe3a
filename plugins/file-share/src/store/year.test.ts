// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { SCHOOL, testDatabases, type Role } from '@volee/core-adapter/testing';
import { IsNull, Not } from 'typeorm';
import { claimContent } from '../domain/content/claim-content.js';
import { applyRecords, sampleRecords, withOtherKey, withoutPerson } from '../testing/start/directory-for-tests.js';
import { startDrive, type DriveForTests } from '../testing/start/drive-for-tests.js';
import { giveWork, partRow } from '../testing/start/work-for-tests.js';
import { filePath, partPath, renamePath } from '../paths.js';
import { openSpace } from '../domain/space/open-space.js';
import { groupSpace, ownSpace, teamSpace } from './space-ref.js';
import { NodeRow } from './node.entity.js';
import { SpaceRow } from './space.entity.js';
import { WorkRoundRow } from './work-round.entity.js';
import { WorkPupilRow } from './work-pupil.entity.js';
import { WorkRow } from './work.entity.js';
import { readZip } from '../testing/start/read-zip-for-tests.js';
import { driveFaults } from '../testing/start/drive-faults-for-tests.js';
import { insertNodes } from '../domain/tree/insert-nodes.js';
import { openPartFolder, openWorkFolder } from '../domain/works/work-folders.js';
import { WORK_FORM } from '../testing/start/works-for-tests.js';
import { turnYear } from '../domain/year/turn-year.js';

const drives: { name: string; drive: DriveForTests }[] = [];
for (const database of testDatabases()) drives.push({ name: database.name, drive: await startDrive({ database }) });

describe.each(drives)('the year turns, on $name', ({ drive }) => {
  const { host, tables, storage } = drive;
  const { clock, ids } = host;
  const db = tables(SCHOOL);
  const nodes = db.repository(NodeRow);
  const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
  const tree = { db, clock, quotas, user: { profiles: ['teacher' as const] } };
  const rows: Record<'lesson' | 'talk' | 'answer' | 'own' | 'team' | 'given' | 'handedIn' | 'back', string> = {
    ...{ lesson: '', talk: '', answer: '', own: '', team: '', given: '', handedIn: '', back: '' },
  };

  async function put(folder: NodeRow, name: string, addedBy: string, change: Partial<NodeRow> = {}): Promise<string> {
    const stored = await storage(SCHOOL).store(Readable.from([`content of ${name}`]), { maxBytes: 1_000 });
    const { id: contentId } = await claimContent(stored, { db });
    const [row] = await insertNodes(folder, [{ name, contentId, bytes: stored.bytes, addedBy }], tree);
    await nodes.update({ id: row?.id ?? '' }, { addedBy, ...change });
    return row?.id ?? '';
  }
  async function open(parent: NodeRow, name: string, change: Partial<NodeRow>): Promise<NodeRow> {
    const [row] = await insertNodes(parent, [{ name, contentId: null, bytes: 0, addedBy: null }], tree);
    await nodes.update({ id: row?.id ?? '' }, { pupilsAdd: true, ...change });
    const found = await nodes.findOne({ where: { id: row?.id ?? '' } });
    if (!found) throw new Error('An inserted row was not returned.');
    return found;
  }
  const night = (schoolYear: number, keepWorks: 'summer' | 'next-year' = 'summer'): Promise<void> => {
    const school = { uai: SCHOOL, name: '', kind: 'primary' as const, timeZone: 'Europe/Paris' };
    return turnYear({ db, clock, school, schoolYear }, keepWorks, new AbortController().signal);
  };
  const get = (role: Role, path: string): ReturnType<ReturnType<typeof host.as>['get']> => host.as(role).get(path);

  beforeAll(async () => {
    const [teacher, pupil] = [await ids.person('teacher'), await ids.person('pupil')];
    const root = await openSpace(groupSpace(ids.cm1), tree);
    rows.lesson = await put(root, 'leçon.txt', teacher);
    rows.talk = await put(await open(root, 'Exposés', {}), 'exposé.txt', pupil);
    const box = await open(root, 'Boîte', { readers: 'teachers' });
    rows.answer = await put(box, 'réponse.txt', pupil, { ownerId: pupil });
    rows.team = await put(await openSpace(teamSpace(ids.cm1), tree), 'conseil.txt', teacher);
    rows.own = await put(await openSpace(ownSpace(pupil), tree), 'cahier.txt', pupil);
    const now = clock.now();
    const columns = { groupId: ids.cm1, year: 2026, title: 'Fractions', text: 'Récite.', audience: 'class' as const };
    const times = { visibleFrom: now, dueAt: null, lateUntil: null, closedAt: null, changedAt: now, deletedFiles: 0 };
    const [work] = await db
      .repository(WorkRow)
      .insert([{ ...columns, level: null, formKey: null, isDraft: false, collects: true, ...times, addedBy: teacher }]);
    if (!work) throw new Error('An inserted row was not returned.');
    rows.given = await put(await openWorkFolder(work, 'read', tree), 'énoncé.txt', teacher);
    const [part] = await db.repository(WorkPupilRow).insert([
      {
        ...{ workId: work.id, groupId: ids.cm1, pupilId: pupil, state: 'corrected', startedAt: now, handedInAt: now },
        ...{
          takenBackAt: null,
          late: false,
          word: 'UN NOUVEAU MOT',
          answer: 'LA CORRECTION',
          ...{ prepared: null, ready: null, givenBackAt: now, undo: null, remindedAt: null },
          ...{ shown: false, shownToRead: false, revision: 0 },
        },
      },
    ]);
    if (!part) throw new Error('An inserted row was not returned.');
    const of = { partId: part.id, workId: work.id, groupId: ids.cm1, pupilId: pupil };
    const words = { word: 'MA POÉSIE ENTIÈRE', answer: 'LA CORRECTION', state: 'corrected' as const };
    await db.repository(WorkRoundRow).insert([{ ...of, ...words, handedInAt: now, late: false, givenBackAt: now }]);
    rows.handedIn = await put(await openPartFolder(part, 'own', tree), 'fractions.txt', pupil);
    rows.back = await put(await openPartFolder(part, 'back', tree), 'fractions.txt', teacher, { readers: 'families' });
  });

  test('« Tout télécharger » holds what is a pupil’s own, what they handed in and what came back, and nothing of others', async () => {
    const pupil = await ids.person('pupil');
    await put(await openPartFolder(await partOf(pupil), 'back', tree), 'pas encore.txt', await ids.person('teacher'));
    const response = await take('pupil');
    expect(response.name).toMatch(/Fichiers d’Inès Faivre\.zip/);
    expect(response.contents).toEqual({
      'Mes fichiers/cahier.txt': 'content of cahier.txt',
      'Travaux/Fractions/Mots et corrections.txt': expect.stringMatching(
        /^Fractions\s+Ce qu’il faut faire\s+Récite\.\s+Rendu.: 24 novembre à.11.h\s+MA POÉSIE ENTIÈRE\s+Corrigé.: 24 novembre à.11.h\s+LA CORRECTION\s+Ton mot\s+UN NOUVEAU MOT\n$/,
      ),
      'Travaux/Fractions/fractions.txt': 'content of fractions.txt',
      'Travaux/Fractions/Ce qui est corrigé/fractions.txt': 'content of fractions.txt',
      'Dans ma classe/exposé.txt': 'content of exposé.txt',
      'Dans ma classe/réponse.txt': 'content of réponse.txt',
    });
    expect((await take('classmate')).contents).toEqual({});
    await get('guardian', '/own/take-all').expect(403);
    await get('pupil', '/own').expect(200, /Tout télécharger/);
  });

  test('T8: a guardian takes along what was given back of the works of their child, with the words', async () => {
    const path = `/children/${await ids.person('pupil')}/take-all`;
    await nodes.update({ id: rows.handedIn }, { readers: 'families' });
    const page = await get('guardian', '/works').expect(200, /Tout télécharger/);
    expect(page.text).toContain(path);
    const { contents } = await take('guardian', path);
    expect(Object.keys(contents).sort()).toEqual([
      ...['Travaux/Fractions/Ce qui est corrigé/fractions.txt', 'Travaux/Fractions/Mots et corrections.txt'],
      'Travaux/Fractions/fractions.txt',
    ]);
    const words = contents['Travaux/Fractions/Mots et corrections.txt'];
    expect(words).toMatch(/MA POÉSIE ENTIÈRE[^]*LA CORRECTION/);
    expect(words).not.toMatch(/UN NOUVEAU MOT/);
    for (const role of ['pupil', 'classmate', 'guardianOfOtherSchool', 'teacher', 'head'] as const) {
      await get(role, path).expect(404);
    }
    await nodes.update({ id: rows.handedIn }, { readers: 'pupils' });
  });

  test('from 1 July on a pupil reads that works and corrections go after 14 October, beside « Tout télécharger »', async () => {
    const line =
      /Après le 14 octobre, ce que tu as rendu en 2026-2027 et les corrections s’effacent[^]*\/own\/take-all">Tout télécharger/;
    clock.set('2027-06-30T21:00:00Z');
    await get('pupil', '/works')
      .expect(200, /gardés jusqu’au 14 octobre[^]*\/own\/take-all">Tout télécharger/)
      .expectNot(/s’effacent/);
    clock.set('2027-06-30T22:00:00Z');
    for (const path of ['/works', '/last-year']) await get('pupil', path).expect(200, line);
    // Of a pupil who has handed in nothing, nothing is erased.
    await get('classmate', '/works')
      .expect(200)
      .expectNot(/14 octobre/);
    await get('teacher', '/last-year').expect(200).expectNot(line);
  });

  test('in July pupils and guardians read that what was not begun is out of their sight on 1 August, and guardians what is erased', async () => {
    const unbegun =
      /Le 1er août au plus tard, (tu ne verras|vous ne verrez) plus les travaux à lire, ni ceux (que tu n’as|qui n’ont) pas/;
    const erased =
      /Après le 14 octobre, les travaux corrigés d’Inès de 2026-2027 s’effacent[^]*\/children\/[^/]*\/take-all">Tout télécharger/;
    clock.set('2027-06-30T21:00:00Z');
    await get('classmate', '/works').expect(200).expectNot(/ août/);
    await get('guardian', '/works')
      .expect(200, /Les travaux corrigés d’Inès et leurs corrections sont gardés jusqu’au 14 octobre/)
      .expectNot(/1er août|s’effacent/);
    clock.set('2027-06-30T22:00:00Z');
    await get('classmate', '/works').expect(200, unbegun);
    // The pupil has begun the one work there is.
    await get('guardian', '/works').expect(200, erased).expectNot(unbegun);
    await get('pupil', '/works').expect(200).expectNot(unbegun);
    const toRead = { groupId: ids.cm1, title: 'La fourmi', text: 'Une fourmi de dix-huit mètres', collects: false };
    const work = await giveWork(toRead, { ...tree, storage: storage(SCHOOL) });
    for (const role of ['pupil', 'guardian'] as const) {
      clock.set('2027-07-31T21:00:00Z');
      await get(role, '/works').expect(200, /La fourmi/);
      await get(role, '/works').expect(200, unbegun);
      clock.set('2027-07-31T22:00:00Z');
      await get(role, '/works').expect(200, /Après le 14 octobre/);
      await get(role, '/works')
        .expect(200)
        .expectNot(/La fourmi|1er août/);
    }
    await db.repository(WorkPupilRow).delete({ workId: work.id });
    await db.repository(WorkRow).delete({ id: work.id });
    clock.set('2027-06-30T22:00:00Z');
  });

  test('F15: no work is due, or seen for the first time, after its school year, and one without a date says until when', async () => {
    const path = `/groups/${ids.cm1}/works/new`;
    const refused = /s’arrêtent avec l’année scolaire, le 31 juillet/;
    for (const days of [{ dueOn: '2027-08-24' }, { visibleOn: '2027-09-01', dueOn: '' }]) {
      const form = { ...WORK_FORM, do: 'handOut', ...days };
      await host.as('teacher').post(path).form(form).expect(400, refused);
    }
    const work = await db.repository(WorkRow).findOne({ where: { title: 'Fractions' } });
    const page = partPath(work?.id ?? '', await ids.person('classmate'));
    clock.set('2027-06-30T21:00:00Z');
    await get('classmate', page).expect(200, /À rendre, sans date/);
    clock.set('2027-07-27T09:00:00Z');
    await get('classmate', page).expect(200, /À rendre jusqu’au 31 juillet/);
    // One that was handed out before the form refused such a day.
    const days = { dueAt: new Date('2027-08-24T14:00:00Z'), lateUntil: new Date('2027-08-27T21:59:59Z') };
    const old = await giveWork({ groupId: ids.cm1, title: 'Vacances', ...days }, { ...tree, storage: storage(SCHOOL) });
    const ofOld = partPath(old.id, await ids.person('classmate'));
    for (const one of [ofOld, '/works'])
      await get('classmate', one)
        .expect(200, /[Pp]our samedi 31 à 23.h.59/)
        .expectNot(/24 août/);
    await host.as('classmate').post(ofOld).form({ action: 'start' }).expect(303);
    // A refused form shows the page anew.
    await host
      .as('classmate')
      .post(ofOld)
      .form({ action: 'handIn', word: 'Voilà', version: 'before' })
      .expect(409, /[Pp]our samedi 31 à 23.h.59/)
      .expectNot(/24 août/);
    const ofTeam = `/works/${old.id}`;
    const why = /jour choisi était le 24 août[^]*pour eux, c’est le 31 juillet/;
    await get('teacher', ofTeam).expect(200, /Samedi 31 à 23.h.59/);
    await get('teacher', ofTeam).expect(200, why);
    await get('teacher', `${ofTeam}/edit`).expect(200, /name="dueOn" value="2027-07-31"/);
    for (const list of [`/groups/${ids.cm1}/works`, '/search?q=Vacances'])
      await get('teacher', list).expect(200, /Samedi 31 à 23.h.59/);
    clock.set('2027-07-31T22:00:00Z');
    await get('classmate', ofOld)
      .expect(200, /C’était à rendre pour samedi 31 juillet à 23.h.59/)
      .expectNot(/24 août/);
    clock.set('2027-07-27T09:00:00Z');
    await host.as('classmate').post(ofOld).form({ action: 'handIn', word: 'Voilà' }).expect(303);
    await get('teacher', ofOld)
      .expect(200, /samedi 31 à 23.h.59/)
      .expectNot(/24 août/);
    await host
      .as('teacher')
      .post(`${ofOld}/give-back`)
      .form({ do: 'give', revision: '99', answer: 'Bien', next: 'corrected' })
      .expect(409, /samedi 31 à 23.h.59/)
      .expectNot(/24 août/);
    await db.repository(WorkPupilRow).delete({ workId: old.id });
    await db.repository(WorkRow).delete({ id: old.id });
    await get('teacher', `${path}?form=${ids.cm1}`).expect(200, /name="dueOn" value="2027-07-31"/);
  });

  test('on 1 August nothing vanishes: last year is there to read for its teachers and the head, and changes no more', async () => {
    const before = await nodes.find({ order: { id: 'ASC' } });
    clock.set('2027-07-31T22:00:00Z');
    await night(2027);
    const after = await nodes.find({ order: { id: 'ASC' } });
    expect(after).toEqual(before.map((node) => ({ ...node, pupilsAdd: false })));

    await get('pupil', '/works').expect(200, /Après le 14 octobre, ce que tu as rendu/);
    for (const role of ['teacher', 'head'] as const) {
      await get(role, '/last-year').expect(
        200,
        /rendu est gardé jusqu’au 14 octobre 2027[^]*fichiers sont gardés jusqu’au 14 octobre 2028[^]*CM1, 2026-2027[^]*3 fichiers[^]*1 fichier[^]*Fractions/,
      );
      await get(role, `/groups/${ids.cm1}`)
        .expect(200, /leçon\.txt/)
        .expectNot(/type="file"/);
      await get(role, `/teams/${ids.cm1}`).expect(200, /conseil\.txt/);
      await get(role, `/groups/${ids.cm1}/works`).expect(200, /CM1, l’an dernier/);
      for (const id of [rows.lesson, rows.team, rows.answer])
        await get(role, filePath({ id })).expect(200, /content of/);
      await host.as(role).post(`/groups/${ids.cm1}/files`).files({ 'new.txt': 'new' }).expect(404);
      await host
        .as(role)
        .post(renamePath({ id: rows.lesson }))
        .form({ name: 'autre.txt' })
        .expect(404);
    }
    for (const role of ['teacherOfOtherClass', 'lastYearsTeacher'] as const) {
      await get(role, `/groups/${ids.cm1}`).expect(404);
    }
    await get('lastYearsTeacher', '/last-year').expect(200, /Pas de classe d’avant/);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('T8: after 1 August pupils and guardians find nothing of the class, and pupils what is their own', async () => {
    for (const role of ['pupil', 'classmate', 'guardian'] as const) {
      if (role === 'guardian') await get(role, '/last-year').expect(403);
      else await get(role, '/last-year').expect(200, /Pas de classe d’avant/);
      await get(role, `/groups/${ids.cm1}`).expect(404);
      await get(role, filePath({ id: rows.lesson })).expect(404);
      await get(role, filePath({ id: rows.talk })).expect(404);
    }
    await get('pupil', filePath({ id: rows.own })).expect(200, /content of cahier/);
    await get('pupil', filePath({ id: rows.answer })).expect(200, /content of réponse/);
    await get('classmate', filePath({ id: rows.answer })).expect(404);
    for (const id of [rows.talk, rows.answer]) {
      await host.as('pupil').post(renamePath({ id })).form({ name: 'autre.txt' }).expect(404);
    }
    expect(Object.keys((await take('pupil')).contents).sort()).toEqual([
      ...['Dans ma classe/exposé.txt', 'Dans ma classe/réponse.txt', 'Mes fichiers/cahier.txt'],
      ...['Travaux/Fractions/Ce qui est corrigé/fractions.txt', 'Travaux/Fractions/Mots et corrections.txt'],
      'Travaux/Fractions/fractions.txt',
    ]);
  });

  test('what pupils handed in goes with 14 October, and the work stays for its teachers', async () => {
    clock.set('2027-10-14T21:59:59Z');
    await night(2027);
    expect(await db.repository(WorkPupilRow).count({ where: { state: Not('given') } })).toBe(1);
    clock.set('2027-10-14T22:00:00Z');
    await night(2027);
    expect(await db.repository(WorkPupilRow).count()).toBe(0);
    expect(await nodes.count({ where: { pupilId: await ids.person('pupil') } })).toBe(0);
    expect(await driveFaults(db)).toEqual([]);
    await get('teacher', '/last-year').expect(200, /Fractions/);
    await get('teacher', filePath({ id: rows.lesson })).expect(200, /content of leçon/);
    expect(await nodes.findOne({ where: { id: rows.given } })).toBeDefined();
  });

  test('L17 what a pupil that was away in summer handed in waits for their return, and goes after 14 October', async () => {
    const pupilId = await ids.person('pupil');
    const parts = db.repository(WorkPupilRow);
    clock.set('2027-06-27T08:00:00Z');
    const work = await giveWork({ groupId: ids.cm1, title: 'Volcans' }, { ...tree, storage: storage(SCHOOL) });
    for (const role of ['pupil', 'classmate'] as const) {
      const part = await partRow(work, await ids.person(role), tree);
      await put(await openPartFolder(part, 'own', tree), `volcans-${role}.txt`, part.pupilId);
      await parts.update({ id: part.id }, { state: 'corrected', answer: 'Bravo', givenBackAt: clock.now() });
    }
    await get('pupil', '/works').expect(200, /tu as rendu et les corrections sont gardés jusqu’au 14 octobre/);
    const records = await sampleRecords();
    const isSecond = (one: (typeof records)[number]): boolean =>
      one.type === 'school' ? one.uai === SCHOOL : one.type === 'person' && one.key === 'classmate';
    await applyRecords(host, withOtherKey('classmate', 'onde-1', records.filter(isSecond)), 'onde');
    const classmateId = await ids.person('classmate');
    await join(classmateId, await idOf('onde', 'onde-1'));
    // The record of the pupil is made anew, and the directory with the logins has lost the classmate. A server that was off doubts its clock.
    clock.set('2027-07-06T03:00:00Z');
    const anew = withOtherKey('pupil', 'ines.faivre', records);
    await applyRecords(host, withoutPerson('classmate', anew));
    const nights = async (...days: string[]): Promise<void> => {
      for (const day of days) {
        clock.set(`${day}T03:00:00Z`);
        await host.host.jobs.runDue({ isClockSure: false });
      }
    };
    await nights('2027-09-02', '2027-09-03');
    await applyRecords(host, anew);
    await get('classmate', '/works').expect(200, /Après le 14 octobre[^]*Volcans/);
    await nights('2027-09-06');
    await join(pupilId, await idOf('ldap', 'ines.faivre'));
    const works = (): ReturnType<typeof get> => host.asLogin('ines.faivre').get('/works');
    await works().expect(200, /Après le 14 octobre[^]*Volcans/);
    await nights('2027-09-07', '2027-09-25', '2027-10-14');
    expect(await parts.count({ where: { state: 'corrected' } })).toBe(2);
    await host
      .asLogin('ines.faivre')
      .get(partPath(work.id, pupilId))
      .expect(200, /volcans-pupil\.txt/);
    clock.set('2027-10-14T22:00:00Z');
    await works()
      .expect(200, /Volcans/)
      .expectNot(/14 octobre/);
    await nights('2027-10-15');
    expect(await parts.count()).toBe(0);
    expect(await nodes.count({ where: { pupilId: Not(IsNull()) } })).toBe(0);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('the year after, when nobody reads the class any more, its spaces go, and what is a person’s own stays', async () => {
    clock.set('2028-10-14T21:59:59Z');
    await get('teacher', `/groups/${ids.cm1}`).expect(404);
    await night(2028);
    expect(await nodes.findOne({ where: { id: rows.lesson } })).toBeDefined();
    clock.set('2028-10-14T22:00:00Z');
    await night(2028);
    expect(await db.repository(WorkRow).count()).toBe(0);
    expect((await db.repository(SpaceRow).find({ order: { kind: 'ASC' } })).map(({ kind }) => kind)).toEqual([
      'own',
      'total',
    ]);
    expect(await nodes.find({ where: { rank: 1 } })).toMatchObject([{ id: rows.own }]);
    expect(await driveFaults(db)).toEqual([]);
  });

  async function idOf(source: string, login: string): Promise<string> {
    return (await host.host.directory.personByLogin(source, login))?.id ?? '';
  }

  async function join(...pair: [string, string]): Promise<void> {
    const { homonyms } = host.host;
    const question = await homonyms.ask(pair, { actor: 'cli' });
    await homonyms.decide(question, 'same', { actor: 'cli', reason: 'One child.' });
  }

  async function partOf(pupilId: string): Promise<WorkPupilRow> {
    const part = await db.repository(WorkPupilRow).findOne({ where: { pupilId } });
    if (!part) throw new Error('The pupil has no part.');
    return part;
  }

  async function take(role: Role, path = '/own/take-all'): Promise<{ name: string; contents: Record<string, string> }> {
    const { headers, bytes } = await get(role, path).expect(200);
    const name = decodeURIComponent(headers.get('content-disposition') ?? '');
    return { name, contents: Object.fromEntries(await readZip(bytes)) };
  }
});
