// SPDX-License-Identifier: EUPL-1.2
import { member, OTHER_SCHOOL, SCHOOL, testDatabases, type Role, type TestExchange } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords, withoutGroupsOf } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { groupSpace, holderOf, SCHOOL_SPACE } from '../../store/space-ref.js';
import { exportPerson } from '../../jobs/personal-data/export-person.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

describe.each(testDatabases())('folders with things of others on $name', (database) => {
  const started = startDrive({ database });

  async function world() {
    const drive = await started;
    const { host } = drive;
    const db = drive.tables(SCHOOL);
    const person = (role: Role): Promise<string> => host.ids.person(role);
    const act = (role: Role, action: string, ids: string, to = ''): TestExchange =>
      host.as(role).post('/picked').form({ action, ids, to });
    const row = ({ id }: NodeRow): Promise<NodeRow | undefined> => db.repository(NodeRow).findOne({ where: { id } });
    const empty = ({ spaceId }: NodeRow, role: Role): TestExchange =>
      host.as(role).post(`/spaces/${spaceId}/trash/empty`).form({ until: host.clock.now().toISOString() });
    return { host, db, fill: new FillDrive(drive), person, act, row, empty };
  }

  test('T6: a pupil takes and deletes their own folder only while all in it is theirs', async () => {
    const { host, db, fill, person, act, row, empty } = await world();
    const group = await fill.root(groupSpace(host.ids.cm1));
    const open = await fill.openFolder(group, 'Exposés');
    const [pupil, classmate] = [await person('pupil'), await person('classmate')];
    const mine = await fill.openFolder(open, 'Exposé à deux', { addedBy: pupil });
    const inner = await fill.openFolder(mine, 'Images', { addedBy: pupil });
    const own = await fill.file(inner, 'plan.odt', 'plan', { addedBy: pupil });
    const hers = await fill.file(inner, 'partie de Zoé.odt', 'Zoé', { addedBy: classmate });
    for (const [action, to] of [
      ['move', 'own'],
      ['trash', ''],
    ] as const) {
      await act('pupil', action, mine.id, to).expect(
        400,
        /Dans «\u00a0Exposé à deux\u00a0», il y a aussi ce que d’autres ont ajouté\. Décoche ce dossier/,
      );
    }
    await host
      .as('pupil')
      .get(`/picked?action=move&ids=${mine.id}`)
      .expect(400, /d’autres ont ajouté/);
    await host.as('classmate').get(`/files/${hers.id}`).expect(200);
    expect(await row(hers)).toMatchObject({ ownerId: null, trashedAt: null, spaceId: group.spaceId });

    // A teacher changes all of the class. In the trash, the folder is the teacher's matter.
    await act('teacher', 'trash', mine.id).expect(303);
    await host
      .as('pupil')
      .get(`/spaces/${group.spaceId}/trash`)
      .expect(200)
      .expectNot(/Exposé à deux/);
    await empty(group, 'pupil').expect(303);
    expect(await row(hers)).toBeDefined();
    await host.as('teacher').post(`/nodes/${mine.id}/restore`).expect(303);

    // A file that nobody is known to have added is nobody's to take.
    await db.repository(NodeRow).update({ id: hers.id }, { addedBy: null });
    await act('pupil', 'trash', mine.id).expect(400);
    await act('teacher', 'trash', hers.id).expect(303);
    await act('pupil', 'trash', mine.id).expect(303);
    await empty(group, 'pupil').expect(303);
    expect(await row(own)).toBeUndefined();
    expect(await row(hers)).toBeDefined();
    expect(await driveFaults(db)).toEqual([]);
  });

  test('in the space of the school an adult deletes no folder with things of others, and the head does', async () => {
    const { fill, person, act, row } = await world();
    const school = await fill.root(SCHOOL_SPACE);
    const menus = await fill.folder(school, 'Menus', { addedBy: await person('staff') });
    const hers = await fill.file(menus, 'allergies.odt', 'a', { addedBy: await person('teacher') });
    await act('staff', 'trash', menus.id).expect(400, /ce que d’autres personnes ont ajouté/);
    expect(await row(hers)).toMatchObject({ trashedAt: null });
    await act('head', 'trash', menus.id).expect(303);
  });

  test('T6: in another space, what a teacher moves there is theirs, and a pupil neither changes it nor is given it', async () => {
    const { host, db, fill, person, act } = await world();
    const byPupil = { addedBy: await person('pupil') };
    const open = await fill.openFolder(await fill.root(groupSpace(host.ids.cm1)), 'Photos');
    const outing = await fill.folder(open, 'Sortie', byPupil);
    const pond = await fill.file(outing, 'mare.txt', 'mare', byPupil);
    await act('teacher', 'move', outing.id, holderOf(SCHOOL_SPACE)).expect(303);
    for (const { id } of [outing, pond]) {
      await host.as('pupil').post(`/nodes/${id}/rename`).form({ name: 'gros mot' }).expect(404);
      await host
        .as('teacher')
        .post(`/nodes/${id}/rename`)
        .form({ name: `classe ${id}` })
        .expect(303);
    }
    const note = await fill.file(open, 'photo.txt', 'photo', byPupil);
    await act('teacher', 'move', note.id, 'own').expect(303);
    await host.as('teacher').post(`/nodes/${note.id}/rename`).form({ name: 'Preuve.txt' }).expect(303);
    const { records } = await exportPerson({ db, personId: byPupil.addedBy }, { clock: host.clock });
    expect(JSON.stringify(records)).not.toMatch(/Preuve|classe /);
  });

  test('T6 T12: a pupil who changed school and has no guardians keeps what a teacher throws away, moves out or closes', async () => {
    const { host, db, fill, person, act, row } = await world();
    const group = await fill.root(groupSpace(host.ids.cm1));
    const addedBy = await person('classmate');
    const story = async (name: string): Promise<[NodeRow, NodeRow]> => {
      const folder = await fill.openFolder(group, name, { addedBy: await person('teacher') });
      return [folder, await fill.file(folder, `${name}.odt`, name, { addedBy, byPupil: true })];
    };
    const [thrown, moved, closed] = [await story('Récit jeté'), await story('Récit rangé'), await story('Récit fermé')];
    const records = (await sampleRecords()).filter((one) => one.type !== 'kinship' || one.child !== 'classmate');
    const goes = withoutGroupsOf('classmate', records).map((one) =>
      one.type === 'person' && one.key === 'classmate' ? { ...one, uai: OTHER_SCHOOL } : one,
    );
    await applyRecords(host, [...goes, member(OTHER_SCHOOL, '6a', 'classmate')]);
    await act('teacher', 'trash', thrown[0].id).expect(303);
    await act('teacher', 'move', moved[0].id, holderOf(SCHOOL_SPACE)).expect(303);
    await host.as('teacher').post(`/nodes/${closed[0].id}/readers`).form({ readers: 'teachers' }).expect(303);
    const kept = await db.repository(NodeRow).find({ where: { ownerId: addedBy, spaceKind: 'own', rank: FILE } });
    // Another test has left a copy as well.
    const stories = kept.map(({ name }) => name).filter((name) => name.startsWith('Récit'));
    expect(stories.sort()).toEqual([moved[1].name, thrown[1].name].sort());
    expect(await row(closed[1])).toMatchObject({ ownerId: addedBy, readers: 'teachers' });
    await host
      .as('classmate')
      .get('/../../../ancienne-ecole', { school: OTHER_SCHOOL })
      .expect(200, new RegExp(`${kept.length} fichiers rien qu’à toi[^]*1 fichier que tu as mis`));
    expect(await driveFaults(db)).toEqual([]);
    await applyRecords(host, await sampleRecords());
  });
});
