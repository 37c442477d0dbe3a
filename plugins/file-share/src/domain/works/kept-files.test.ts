// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, SCHOOL } from '@volee/core-adapter/testing';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { postWork, WORK_FORM } from '../../testing/start/works-for-tests.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const SHEET = 'x'.repeat(50_000);

describe.each(bothDatabases())('files of a work that is changed on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let drive: DriveForTests;
  const started = startDrive({ database, now: NOW });
  beforeAll(async () => {
    drive = await started;
  });

  const change = async (id: string, fields: Readonly<Record<string, string>>): Promise<number> => {
    const teacher = drive.host.as('teacher');
    const { text } = await teacher.get(`/works/${id}/edit`).expect(200);
    const version = /name="version" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const form = { ...WORK_FORM, version, do: 'handOut', ...fields };
    return (await teacher.post(`/works/${id}/edit`).form(form)).status;
  };

  testOnce('files prepared for a pupil stay when the work is edited, and it is not withdrawn any more', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    const id = await postWork(drive);
    const page = `/works/${id}/pupils/${await host.ids.person('pupil')}`;
    await teacher.post(`${page}/returned`).files({ 'aide.txt': 'help' }).expect(303);
    expect(await change(id, { title: 'Volcans et séismes' })).toBe(303);
    await teacher.get(page).expect(200, /aide\.txt/);
    await teacher
      .get(`/works/${id}`)
      .expect(200, /Une correction est déjà préparée\u00a0: le travail ne peut plus être retiré/)
      .expectNot(/Retirer le travail/);
    await teacher.post(`/works/${id}`).form({ do: 'withdraw' }).expect(303);
    await teacher.get(`/works/${id}`).expect(200, /ne peut plus être retiré/);
    expect(await db.repository(WorkPupilRow).count({ where: { workId: id } })).toBe(1);
    expect(await db.repository(NodeRow).count({ where: { name: 'aide.txt' } })).toBe(1);
  });

  testOnce('a correction without a word, a choice or a file is none: the work can still be withdrawn', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    const id = await postWork(drive);
    const page = `/works/${id}/pupils/${await host.ids.person('pupil')}`;
    const parts = db.repository(WorkPupilRow);
    const prepared = async () => (await parts.findOne({ where: { workId: id } }))?.prepared;
    let revision = 0;
    const keep = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      const form = { answer: '', revision: `${revision}`, ...fields };
      await teacher.post(`${page}/give-back`).form(form).expect(303);
      revision += 1;
    };
    for (const button of ['files', 'keep']) {
      await keep({ do: button });
      expect(await prepared()).toBeNull();
    }
    await teacher.post(`${page}/returned`).files({}).expect(303);
    expect(await prepared()).toBeNull();
    const spaces = db.repository(SpaceRow);
    await spaces.update({ groupId: host.ids.cm1 }, { quotaBytes: 0 });
    await teacher.post(`${page}/returned`).files({ 'aide.txt': 'no room' }).expect(413);
    await spaces.update({ groupId: host.ids.cm1 }, { quotaBytes: null });
    expect(await prepared()).toBeNull();

    await keep({ do: 'keep', answer: 'Bravo' });
    expect(await prepared()).toBe('Bravo');
    await keep({ do: 'keep' });
    expect(await prepared()).toBeNull();
    await keep({ do: 'keep', next: 'corrected' });
    expect(await prepared()).toBe('');
    await teacher.post(`${page}/returned`).files({ 'aide seule.txt': 'help' }).expect(303);
    await keep({ do: 'keep' });
    expect(await prepared()).toBe('');
    const file = await db.repository(NodeRow).findOne({ where: { name: 'aide seule.txt' } });
    await keep({ do: `remove:${file?.id}` });
    expect(await prepared()).toBeNull();

    await teacher.get(`/works/${id}`).expect(200, /Retirer le travail/);
    await teacher.post(`/works/${id}`).form({ do: 'withdraw' }).expect(303);
    expect(await parts.find({ where: { workId: id } })).toMatchObject([{ state: 'given', prepared: null }]);
    // No folder is left without the row that it is of.
    expect(await db.repository(NodeRow).count({ where: { id: file?.parentId ?? '' } })).toBe(0);
  });

  test('F15: a file to read that pupils have seen is removed out of their sight alone, and can be put back', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const [teacher, pupil] = [host.as('teacher'), host.as('pupil')];
    const id = await postWork(drive, { do: 'keep' });
    const add = (name: string) =>
      teacher
        .post(`/works/${id}/files/read`)
        .files({ [name]: 'text' })
        .expect(303);
    const sheet = (name: string) => db.repository(NodeRow).findOne({ where: { name } });
    await add('essai.txt');
    await add('fiche à lire.txt');
    // Nobody has seen a draft.
    const draft = await sheet('essai.txt');
    expect(await change(id, { do: `remove:${draft?.id}` })).toBe(303);
    expect(await sheet('essai.txt')).toBeUndefined();
    expect(await change(id, {})).toBe(303);

    const file = await sheet('fiche à lire.txt');
    const page = `/works/${id}/pupils/${await host.ids.person('pupil')}`;
    const content = `${page}/files/${file?.id}`;
    const family = [pupil, host.as('guardian')];
    for (const person of family) await person.get(content).expect(200, /^text$/);
    expect(await change(id, { do: `remove:${file?.id}` })).toBe(303);
    for (const person of family) {
      await person.get(content).expect(404);
      await person
        .get(page)
        .expect(200, /1 fichier a été retiré depuis/)
        .expectNot(/fiche à lire/);
    }
    await teacher.get(`/works/${id}/edit`).expect(200, /Retirés[^]*fiche à lire\.txt[^]*Remettre/);
    expect(await driveFaults(db)).toEqual([]);

    await add('Fiche à lire.txt');
    expect(await change(id, { do: `restore:${file?.id}` })).toBe(303);
    for (const person of family) {
      await person.get(content).expect(200, /^text$/);
      await person
        .get(page)
        .expect(200, /fiche à lire \(2\)\.txt/)
        .expectNot(/retiré depuis/);
    }
    await teacher
      .get(`/works/${id}/edit`)
      .expect(200)
      .expectNot(/Retirés/);
    expect(await driveFaults(db)).toEqual([]);

    // Only what was removed is deleted for good, and the pupils go on reading that it was removed.
    const used = async () =>
      (await db.repository(SpaceRow).findOne({ where: { groupId: host.ids.cm1 } }))?.usedBytes ?? 0;
    const before = await used();
    expect(await change(id, { do: `delete:${file?.id}` })).toBe(303);
    for (const person of family) await person.get(content).expect(200, /^text$/);
    expect(await change(id, { do: `remove:${file?.id}` })).toBe(303);
    await teacher
      .get(`/works/${id}/edit`)
      .expect(200, /Retirés[^]*Effacer[^]*pour toujours, aussi pour les élèves qui l’ont lu/);
    expect(await change(id, { do: `delete:${file?.id}` })).toBe(303);
    expect(await db.repository(NodeRow).count({ where: { id: file?.id ?? '' } })).toBe(0);
    expect(await used()).toBe(before - 1_004);
    expect(await change(id, { do: `restore:${file?.id}` })).toBe(303);
    expect(await change(id, { do: `delete:${file?.id}` })).toBe(303);
    for (const person of family) {
      await person.get(content).expect(404);
      await person.get(page).expect(200, /1 fichier a été retiré depuis/);
    }
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('F15: a sheet to fill in that is removed is told as a file to read is, and can be put back', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    const id = await postWork(drive);
    await teacher.post(`/works/${id}/files/fill`).files({ 'Carte.txt': 'text' }).expect(303);
    const sheet = await db.repository(NodeRow).findOne({ where: { name: 'Carte.txt' } });
    const page = `/works/${id}/pupils/${await host.ids.person('pupil')}`;
    const ofClassmate = `/works/${id}/pupils/${await host.ids.person('classmate')}`;
    await host.as('classmate').post(ofClassmate).form({ action: 'start' }).expect(303);
    const family = [host.as('pupil'), host.as('guardian')];
    const expectRemoved = async (): Promise<void> => {
      for (const person of family) {
        await person.get(`${page}/files/${sheet?.id}`).expect(404);
        await person
          .get(page)
          .expect(200, /1 fichier a été retiré depuis/)
          .expectNot(/Carte/);
      }
      await host.as('classmate').get(`${ofClassmate}/files/${sheet?.id}`).expect(404);
      await host
        .as('classmate')
        .get(ofClassmate)
        .expect(200, /Carte\.txt/);
      expect(await driveFaults(db)).toEqual([]);
    };
    expect(await change(id, { do: `remove:${sheet?.id}` })).toBe(303);
    await expectRemoved();
    await teacher.get(`/works/${id}/edit`).expect(200, /ne les reçoit plus[^]*Carte\.txt[^]*Remettre/);

    expect(await change(id, { do: `restore:${sheet?.id}` })).toBe(303);
    for (const person of family)
      await person
        .get(page)
        .expect(200)
        .expectNot(/retiré depuis/);
    await host
      .as('guardian')
      .get(page)
      .expect(200, /Carte\.txt/);

    for (const how of ['remove', 'delete']) expect(await change(id, { do: `${how}:${sheet?.id}` })).toBe(303);
    await expectRemoved();
    await host.as('pupil').post(page).form({ action: 'start' }).expect(303);
    await host
      .as('pupil')
      .get(page)
      .expect(200, /retiré depuis/)
      .expectNot(/Carte/);
  });

  testOnce('what a pupil handed in is not hidden by a later day of the work', async () => {
    const { host } = drive;
    const pupil = host.as('pupil');
    const id = await postWork(drive);
    const page = `/works/${id}/pupils/${await host.ids.person('pupil')}`;
    await pupil.post(page).form({ action: 'start' }).expect(303);
    await pupil.post(page).form({ action: 'handIn', word: 'Voilà' }).expect(303);
    expect(await change(id, { visibleOn: '2026-12-02' })).toBe(400);
    await pupil.get(page).expect(200);
  });

  test('F11: a file is chosen for works while the same content is uploaded: all of it is there', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const teacher = host.as('teacher');
    const group = `/groups/${host.ids.cm1}`;
    await teacher.post(`${group}/files`).files({ 'leçon.txt': 'the same' }).expect(303);
    const lesson = await db.repository(NodeRow).findOne({ where: { name: 'leçon.txt' } });
    const works = [await postWork(drive), await postWork(drive)];
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([
        ...works.map((id) =>
          teacher
            .post(`/works/${id}/chosen/read`)
            .form({ ids: lesson?.id ?? '' })
            .expect(303),
        ),
        ...[1, 2].map((one) =>
          teacher
            .post(`${group}/files`)
            .files({ [`${one}.txt`]: 'the same' })
            .expect(303),
        ),
      ]);
    }
    const { contentId = '' } = lesson ?? {};
    const content = await db.repository(ContentRow).findOne({ where: { id: contentId ?? '' } });
    expect(content).toMatchObject({ refs: 1 + 8 * 4 });
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('what pupils have a copy of is paid for by the class, once, until the last copy goes', async () => {
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const holder = `group:${host.ids.cm1}`;
    const used = async (): Promise<number> =>
      (await db.repository(SpaceRow).findOne({ where: { holder } }))?.usedBytes ?? 0;
    const id = await postWork(drive);
    const before = await used();
    await host.as('teacher').post(`/works/${id}/files/fill`).files({ 'fiche.bin': SHEET }).expect(303);
    for (const role of ['pupil', 'classmate'] as const) {
      const page = `/works/${id}/pupils/${await host.ids.person(role)}`;
      await host.as(role).post(page).form({ action: 'start' }).expect(303);
    }
    const sheets = await db.repository(NodeRow).find({ where: { name: 'fiche.bin', rank: FILE } });
    const given = sheets.find(({ pupilId }) => pupilId === null);
    expect(await change(id, { do: `remove:${given?.id}` })).toBe(303);
    expect(await change(id, { do: `delete:${given?.id}` })).toBe(303);
    expect(await used()).toBe(before + 2_000 + SHEET.length);
    expect(await driveFaults(db)).toEqual([]);

    // The copy that is paid for by now is replaced: the other one is paid for instead.
    const [paid] = await db.repository(NodeRow).find({ where: { name: 'fiche.bin', cost: SHEET.length } });
    const inesId = await host.ids.person('pupil');
    const [first, second] =
      paid?.pupilId === inesId ? (['pupil', 'classmate'] as const) : (['classmate', 'pupil'] as const);
    const pageOf = async (role: 'pupil' | 'classmate'): Promise<string> =>
      `/works/${id}/pupils/${await host.ids.person(role)}/files`;
    await host
      .as(first)
      .post(await pageOf(first))
      .files({ 'fiche.bin': 'mine' })
      .expect(303);
    expect(await used()).toBe(before + 2_000 + SHEET.length + 4);
    await host
      .as(second)
      .post(await pageOf(second))
      .files({ 'fiche.bin': 'my own' })
      .expect(303);
    expect(await used()).toBe(before + 2_010);
    expect(await driveFaults(db)).toEqual([]);
  });
});
