// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import {
  group,
  member,
  OTHER_SCHOOL,
  SCHOOL,
  testDatabases,
  testHostSource,
  type Role,
} from '@volee/core-adapter/testing';
import { Not } from 'typeorm';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { filePath, partFilesPath, partPath, workPath } from '../../paths.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { turnYear } from './turn-year.js';

const drives: { name: string; drive: DriveForTests }[] = [];
for (const database of testDatabases()) {
  drives.push({ name: database.name, drive: await startDrive({ database, now: new Date('2026-11-24T09:00:00Z') }) });
}

describe.each(drives)('a brick that a head has chosen for classes, on $name', ({ drive }) => {
  const { host, tables, storage } = drive;
  const { file } = driveSteps(host);
  const { activations, directory } = host.host;
  const whole = { profiles: ['pupil', 'guardian', 'teacher'] as const, groupIds: [], from: null, until: null };
  let part = '';
  let work = '';
  let notebook = '';

  /** The directory without these classes of the sample, and with further records. */
  async function sync(gone: readonly string[], more: readonly DirectoryRecord[]): Promise<void> {
    const records: DirectoryRecord[] = [];
    for await (const record of testHostSource.read(new AbortController().signal)) records.push(record);
    const named = records.filter(
      (one) =>
        !(one.type === 'group' && gone.includes(one.key)) && !(one.type === 'membership' && gone.includes(one.group)),
    );
    const guard = { keep: 0, keepInWeek: 0, ignoreUnder: 5 };
    const source = { name: 'ldap', guard, read: () => stream([...named, ...more]) };
    const run = await host.host.sync.plan(source, new AbortController().signal);
    await host.host.sync.apply(run.id, { approve: { by: 'cli', reason: 'Other classes.' } });
  }

  async function groupId(name: string): Promise<string> {
    return (await directory.currentGroups(SCHOOL)).find((one) => one.name === name)?.id ?? `no group ${name}`;
  }

  beforeAll(async () => {
    await activations.disable(SCHOOL, 'file-share', 'cli');
    const groupIds = [host.ids.cm1, await groupId('CM2')];
    await activations.enable(SCHOOL, 'file-share', 'cli', { ...whole, groupIds });
    const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
    const { id } = await giveWork({ groupId: host.ids.cm1, title: 'Fractions' }, tools);
    const pupilId = await host.ids.person('pupil');
    work = workPath(id);
    part = partPath(id, pupilId);
    await host.as('pupil').post(part).form({ action: 'start' }).expect(303);
    await host.as('pupil').post(partFilesPath(id, pupilId)).files({ 'fractions.txt': 'a half' });
    await host.as('pupil').post(part).form({ action: 'handIn', word: 'Voilà.' }).expect(303);
    notebook = await file('pupil', '/own', 'cahier.odt');
    await file('teacher', `/groups/${host.ids.cm1}`, 'lecon.pdf');
  });

  test('T8: a class that gets another key in November keeps the brick, and no other class gets it', async () => {
    const again = [
      group(SCHOOL, 'cm2-b', 'CM2 B'),
      member(SCHOOL, 'cm2-b', 'pupilOfOtherClass'),
      member(SCHOOL, 'cm2-b', 'teacherOfOtherClass', 'teacher'),
    ];
    await sync(['cm2'], again);
    const page = `/groups/${await groupId('CM2 B')}`;
    for (const role of ['pupilOfOtherClass', 'teacherOfOtherClass', 'guardianOfOtherClass'] as const) {
      await host.as(role).get(page).expect(200);
    }
    await host.as('pupilOfOtherClass').get('/own').expect(200);
    for (const role of ['lastYearsTeacher', 'staff'] as const) await host.as(role).get('/').expect(404);
  });

  test('in July pupils and guardians read on the class page and the portal that its files are out of reach on 1 August', async () => {
    const page = `/groups/${host.ids.cm1}`;
    const portal = `/s/${SCHOOL}/`;
    const line = /Le 1er août/;
    const expectNone = async (role: Role, paths: readonly string[]): Promise<void> => {
      for (const path of paths) await host.as(role).get(path).expect(200).expectNot(line);
    };
    host.clock.set('2027-06-30T21:30:00Z');
    await expectNone('pupil', [page]);
    host.clock.set('2027-06-30T22:30:00Z');
    await host
      .as('pupil')
      .get(page)
      .expect(
        200,
        /Le 1er août au plus tard, tu ne verras plus les fichiers de CM1[^]*Télécharge avant[^]*\/own\/take-all">Tout télécharger/,
      );
    await host
      .as('guardian')
      .get(page)
      .expect(200, /Le 1er août au plus tard, vous ne verrez plus les fichiers de CM1[^]*Téléchargez avant/)
      .expectNot(/take-all/);
    const told = new RegExp(`Fichiers de CM1[^]*1er août au plus tard, (tu|vous) ne les verr[^]*${page}`);
    for (const role of ['pupil', 'guardian'] as const) await host.as(role).get(portal).expect(200, told);
    await expectNone('teacher', [page, `/teams/${host.ids.cm1}`]);
    for (const role of ['teacher', 'guardianOfOtherClass'] as const) {
      await host
        .as(role)
        .get(portal)
        .expect(200)
        .expectNot(/1er août/);
    }
    await host
      .as('pupilOfOtherSchool')
      .get(`/s/${OTHER_SCHOOL}/`)
      .expect(200)
      .expectNot(/1er août/);
  });

  test('T8: after 1 August pupils, guardians and teachers reach what is kept for them, and « Tout télécharger »', async () => {
    host.clock.set('2027-08-02T08:00:00Z');
    for (const path of [part, '/own', '/own/take-all', filePath({ id: notebook })]) {
      await host.as('pupil').get(path).expect(200);
    }
    await host
      .as('guardian')
      .get(part)
      .expect(200, /Inès a rendu 1 fichier/);
    for (const path of ['/last-year', work, part]) await host.as('teacher').get(path).expect(200);
    await host.as('pupil').get(`/groups/${host.ids.cm1}`).expect(404);
    await host
      .as('pupil')
      .get('/own')
      .expect(200, /\/last-year"[^]*Classes d’avant/);
    await host
      .as('pupil')
      .get('/last-year')
      .expect(200, /Les fichiers d’une classe se lisent jusqu’au 31 juillet[^]*Tout télécharger/);
    host.clock.set('2027-10-14T21:59:59Z');
    await host
      .as('pupil')
      .get('/last-year')
      .expect(200, /Les fichiers d’une classe se lisent jusqu’au 31 juillet/);
    host.clock.set('2027-10-14T22:00:00Z');
    await host
      .as('pupil')
      .get('/last-year')
      .expect(200)
      .expectNot(/Les fichiers d’une classe se lisent/);
    host.clock.set('2027-08-02T08:00:00Z');
    for (const role of ['lastYearsTeacher', 'staff'] as const) await host.as(role).get('/').expect(404);
    for (const role of ['pupilOfOtherSchool', 'teacherOfOtherSchool'] as const) {
      await host.as(role).get(part, { school: SCHOOL }).expect(404);
    }
  });

  test('where the operator shortens the term in summer, or nights were missed, nothing goes before 15 October', async () => {
    const school = { uai: SCHOOL, name: '', kind: 'primary' as const, timeZone: 'Europe/Paris' };
    const year = { db: tables(SCHOOL), clock: host.clock, school };
    const { manager } = host.host.database.dataSource;
    const kept = (): Promise<number[]> =>
      Promise.all([WorkRow, WorkPupilRow, NodeRow].map((row) => manager.count(row)));
    const before = await kept();
    const nights = [
      // `keepWorks: next-year` is taken out of `volee.yaml`.
      { at: '2028-06-14T22:00:00Z', schoolYear: 2027 },
      { at: '2028-10-14T21:59:59Z', schoolYear: 2028 },
      // A server that was off for a year: the files of the class are past their term as well.
      { at: '2029-07-05T03:00:00Z', schoolYear: 2028 },
    ];
    for (const { at, schoolYear } of nights) {
      host.clock.set(at);
      await turnYear({ ...year, schoolYear }, 'summer', new AbortController().signal);
      expect(await kept()).toEqual(before);
    }
  });

  test('T8: in September those reached by a class of last year do not meet their new class in it, and keep what they had', async () => {
    host.clock.set('2027-09-06T08:00:00Z');
    await sync(
      ['cm1', 'cm2'],
      [
        group(SCHOOL, 'cm1-27', 'CM1 neuf'),
        member(SCHOOL, 'cm1-27', 'teacherInBothSchools', 'teacher'),
        group(SCHOOL, 'cm2-27', 'CM2 neuf'),
        member(SCHOOL, 'cm2-27', 'pupil'),
        member(SCHOOL, 'cm2-27', 'teacher', 'teacher'),
      ],
    );
    const page = `/groups/${await groupId('CM2 neuf')}`;
    const [rule] = await activations.rules(SCHOOL, 'file-share');
    const groupIds = [await groupId('CM1 neuf')];
    await activations.change(SCHOOL, 'file-share', rule?.id ?? '', 'cli', { ...whole, groupIds });
    for (const role of ['pupil', 'teacher'] as const) {
      await host.as(role).get(page).expect(404);
      await host.as(role).get(part).expect(200);
      await host.as(role).post(`${page}/files`).files({ 'new.txt': 'new' }).expect(404);
    }
    await host.as('pupil').get('/own').expect(200);
    await host.as('guardian').get(part).expect(200);
    await host
      .as('teacher')
      .get('/last-year')
      .expect(200, /CM1, 2026-2027/);

    const [changed] = await activations.rules(SCHOOL, 'file-share');
    const all = [...groupIds, await groupId('CM2 neuf')];
    await activations.change(SCHOOL, 'file-share', changed?.id ?? '', 'cli', { ...whole, groupIds: all });
    for (const role of ['pupil', 'teacher'] as const) await host.as(role).get(page).expect(200);
    expect(await activations.rules(OTHER_SCHOOL, 'file-share')).toHaveLength(1);
  });

  test('while it is off nothing is promised: heads read what goes at its term, and a child the way to « Mes données »', async () => {
    const term =
      /Ce qui arrive à son terme s’efface, même outil éteint[^]*30 jours dans la corbeille[^]*jusqu’au 14 octobre/;
    const console = `/admin/s/${SCHOOL}/bricks?brick=file-share`;
    await host
      .as('head')
      .get(console)
      .expect(200, term)
      .expectNot(/[Rr]ien n’est effacé/);
    await activations.disable(SCHOOL, 'file-share', 'cli');
    await host.as('head').get(console).expect(200, term);
    await host
      .as('pupil')
      .get(`/s/${SCHOOL}/`)
      .expect(200, /Demande à ton école[^<]*<a href="\/mes-donnees">Mes données/)
      .expectNot(/[Rr]ien n’est effacé/);
    await host
      .as('guardian')
      .get(`/s/${SCHOOL}/`)
      .expect(200, /se télécharge[^<]*<a href="\/mes-donnees">/);
    await host
      .as('pupilOfOtherSchool')
      .get(`/s/${OTHER_SCHOOL}/`)
      .expect(200, /file-share/)
      .expectNot(/Demande à ton école/);
  });

  test('T8: a pupil who moves to a class without the brick reads that it keeps their things, and until when', async () => {
    const portal = `/s/${SCHOOL}/`;
    const line = /n’est pas allumé pour/;
    const classes = (pupilIn: string): DirectoryRecord[] => [
      group(SCHOOL, 'cm1-27', 'CM1 neuf'),
      member(SCHOOL, 'cm1-27', 'teacherInBothSchools', 'teacher'),
      group(SCHOOL, 'cm2-27', 'CM2 neuf'),
      member(SCHOOL, 'cm2-27', 'classmate'),
      member(SCHOOL, 'cm2-27', 'teacher', 'teacher'),
      member(SCHOOL, pupilIn, 'pupil'),
    ];
    await sync(['cm1', 'cm2'], classes('cm2-27'));
    const groupIds = [await groupId('CM2 neuf')];
    await activations.enable(SCHOOL, 'file-share', 'cli', { ...whole, groupIds });
    const db = tables(SCHOOL);
    const tools = { db, storage: storage(SCHOOL), clock: host.clock };
    const { id } = await giveWork({ groupId: groupIds[0] ?? '', year: 2027, title: 'Dictée' }, tools);
    const pupilId = await host.ids.person('pupil');
    await host.as('pupil').post(partPath(id, pupilId)).form({ action: 'start' }).expect(303);
    // The night after 14 October has deleted the parts of last year.
    await db.repository(WorkPupilRow).delete({ workId: Not(id) });
    await db.repository(WorkPupilRow).update({ workId: id, pupilId }, { givenBackAt: host.clock.now() });
    for (const role of ['pupil', 'guardian', 'teacher'] as const) {
      await host.as(role).get(portal).expect(200).expectNot(line);
    }

    await sync(['cm1', 'cm2'], classes('cm1-27'));
    await host.as('pupil').get('/own').expect(404);
    await host
      .as('pupil')
      .get(portal)
      .expect(
        200,
        /<a href="\/mes-donnees">[^]*outil Ma classe n’est pas allumé pour toi en ce moment\. Ton école garde ce que tu y as\. Une partie s’efface après le 14 octobre 2028\./,
      );
    await host
      .as('guardian')
      .get(portal)
      .expect(200, /n’est pas allumé pour vous[^.]*\. L’école garde ce que vous y lisiez pour Inès\u00a0: demandez/);
    for (const role of ['classmate', 'teacher', 'pupilOfOtherClass', 'teacherInBothSchools', 'staff'] as const) {
      await host.as(role).get(portal).expect(200).expectNot(line);
    }
    await host.as('pupilOfOtherSchool').get(`/s/${OTHER_SCHOOL}/`).expect(200).expectNot(line);
    const [rule] = await activations.rules(SCHOOL, 'file-share');
    await host
      .as('head')
      .get(`/admin/s/${SCHOOL}/bricks?brick=file-share&rule=${rule?.id ?? ''}`)
      .expect(200, /Un élève qui passe dans une autre classe n’a plus l’outil/);

    await activations.disable(SCHOOL, 'file-share', 'cli');
    await host
      .as('pupil')
      .get(portal)
      .expect(200, /Demande à ton école/)
      .expectNot(line);
  });
});

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
