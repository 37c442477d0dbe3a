// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, testDatabases, type Role } from '@volee/core-adapter/testing';
import { givenFilePath, partFilesPath, partPath } from '../../paths.js';
import type { WorkRow } from '../../store/work.entity.js';
import { filesOf, openPartFolder } from '../../domain/works/work-folders.js';
import { startParts } from './parts-for-tests.js';
import { partRow, putFiles } from './work-for-tests.js';

const started = await Promise.all(testDatabases().map(startParts));

/** People that the pupil’s own profile, family or school relates to the part, and those that nothing does. */
const FAMILY: readonly Role[] = ['pupil', 'guardian', 'guardianInBothSchools'];
const TEAM: readonly Role[] = ['teacher', 'teacherInBothSchools', 'head'];
const STRANGERS: readonly Role[] = [
  ...(['classmate', 'guardianOfClassmate', 'pupilOfOtherClass', 'guardianOfOtherClass'] as const),
  ...(['teacherOfOtherClass', 'lastYearsTeacher'] as const),
];

describe.each(started)('a part is seen on $name', (parts) => {
  const { host, tools, ines, inMinutes, give, act, upload, rowOf, filesIn, giveBack } = parts;
  const pageOf = (work: WorkRow, pupilId = ines): string => partPath(work.id, pupilId);
  const fileOf = (work: WorkRow, nodeId: string, pupilId = ines): string => givenFilePath(work.id, pupilId, nodeId);

  async function expectAll(roles: readonly Role[], path: string, status: number): Promise<void> {
    for (const role of roles) await host.as(role).get(path, { school: SCHOOL }).expect(status);
  }

  /** A file that a teacher has prepared, and not given back yet. */
  async function prepare(work: WorkRow): Promise<string> {
    const folder = await openPartFolder(await rowOf(work), 'back', tools);
    const [file] = await putFiles(folder, { 'Corrigé.pdf': 'corrigé' }, tools);
    return file?.id ?? '';
  }

  test('T8: by its pupil, their guardians, the teachers and the head of its class, and by nobody else', async () => {
    const work = await give({ read: { 'Texte.pdf': 'texte' } });
    await act(work, 'start').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    await expectAll([...FAMILY, ...TEAM], pageOf(work), 200);
    await expectAll(STRANGERS, pageOf(work), 404);
    await host.as('staff').get(pageOf(work)).expect(403);

    const [own] = await filesIn(work, 'own');
    const [read] = await filesOf(work.id, 'read', tools);
    const returned = await prepare(work);
    await expectAll([...FAMILY, ...TEAM], fileOf(work, read?.id ?? ''), 200);
    // The files of a pupil are for the pupil and the team until they come back, and the prepared correction for the team.
    await expectAll(['pupil', ...TEAM], fileOf(work, own?.id ?? ''), 200);
    await expectAll(['guardian', 'guardianInBothSchools'], fileOf(work, own?.id ?? ''), 404);
    await expectAll(FAMILY, fileOf(work, returned), 404);
    await expectAll(TEAM, fileOf(work, returned), 200);
    await act(work, 'handIn', { word: 'Bonjour maîtresse' }).expect(303);
    await host
      .as('guardian')
      .get(pageOf(work))
      .expect(200, /Inès a rendu 1 fichier\. Vous le lirez/)
      .expectNot(/A\.odt|maîtresse|Zoé/);

    await giveBack(work, 'corrected', 'Bravo');
    for (const id of [own?.id ?? '', returned]) await expectAll([...FAMILY, ...TEAM], fileOf(work, id), 200);
    await host
      .as('guardian')
      .get(pageOf(work))
      .expect(200, /Bravo[^]*A\.odt[^]*Bonjour maîtresse/);
    await host
      .as('guardian')
      .get('/works')
      .expect(200, /Les travaux d’Inès[^]*Corrigé[^]*Bravo/)
      .expectNot(/Zoé/);
    for (const id of [own?.id ?? '', read?.id ?? '', returned]) await expectAll(STRANGERS, fileOf(work, id), 404);
  });

  test('T3: its forms are the pupil’s alone', async () => {
    const work = await give();
    const forms = [
      (role: Role) => host.as(role).post(pageOf(work), { school: SCHOOL }).form({ action: 'start' }),
      (role: Role) => host.as(role).post(partFilesPath(work.id, ines), { school: SCHOOL }).files({ 'a.txt': 'a' }),
    ];
    for (const send of forms) {
      for (const role of ['classmate', 'pupilOfOtherClass'] as const) await send(role).expect(404);
      for (const role of ['guardian', 'teacher', 'head', 'staff', 'teacherOfOtherClass'] as const) {
        await send(role).expect(403);
      }
    }
    expect(await rowOf(work)).toMatchObject({ state: 'given' });
  });

  test('T1, T4: at no other address: of another pupil, work, class or school', async () => {
    const work = await give();
    const zoe = await host.ids.person('classmate');
    const other = await give();
    await act(work, 'start').expect(303);
    await upload(work, { 'A.odt': 'a' }).expect(303);
    const [own] = await filesIn(work, 'own');
    const id = own?.id ?? '';
    await partRow(work, zoe, tools);
    for (const path of [fileOf(work, id, zoe), fileOf(other, id), `/files/${id}`]) {
      await expectAll(['pupil', 'classmate', 'teacher'], path, 404);
    }
    // A pupil asks about a work of another class, or one that is not for them, with their own id.
    const elsewhere = await give({ groupId: host.ids.cm2 });
    const picked = await give({ audience: 'picked' });
    const level = await give({ audience: 'level', level: 'CM2' });
    for (const one of [elsewhere, picked, level]) {
      await host.as('pupil').get(pageOf(one)).expect(404);
      await act(one, 'start').expect(404);
      await upload(one, { 'a.txt': 'a' }).expect(404);
    }
    await expectAll(['teacher', 'guardian'], pageOf(picked), 404);
    for (const role of ['teacherOfOtherSchool', 'pupilOfOtherSchool', 'headOfOtherSchool'] as const) {
      await host.as(role).get(pageOf(work), { school: OTHER_SCHOOL }).expect(404);
      await host.as(role).get(pageOf(work), { school: SCHOOL }).expect(404);
    }
    await host.as('guardian').get(`/works?child=${zoe}`).expect(404);
    await host.as('guardian').get('/works?child=tous').expect(404);
  });

  test('T8: a draft, and a work before its date, is there for the team alone', async () => {
    const read = { 'Texte.pdf': 'texte' };
    const hidden = [await give({ isDraft: true, read }), await give({ visibleFrom: inMinutes(1), read })];
    for (const work of hidden) {
      const [file] = await filesOf(work.id, 'read', tools);
      for (const path of [pageOf(work), fileOf(work, file?.id ?? '')]) {
        await expectAll(TEAM, path, 200);
        await expectAll([...FAMILY, ...STRANGERS], path, 404);
      }
      await act(work, 'start').expect(404);
      await host.as('pupil').get('/works').expectNot(new RegExp(work.id));
    }
    host.clock.advance(60_000);
    await expectAll(FAMILY, pageOf(hidden[1]!), 200);
  });
});
