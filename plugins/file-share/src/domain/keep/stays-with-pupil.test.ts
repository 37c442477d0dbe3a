// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, type Role, type TestExchange } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords, withoutGroupsOf } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { groupSpace, holderOf, ownSpace, SCHOOL_SPACE, teamSpace } from '../../store/space-ref.js';
import { erasePerson } from '../../jobs/personal-data/erase-person.js';
import { KnowKeptAndThrown1796774820000 } from '../../store/know-kept-and-thrown.migration.js';
import { FILE, FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { readZip } from '../../testing/start/read-zip-for-tests.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

const KEPT = 'Mes fichiers/Venu de ma classe';

describe.each(testDatabases())('what a pupil put into a class stays theirs, on $name', (database) => {
  const started = startDrive({ database });

  async function world() {
    const drive = await started;
    const { host } = drive;
    const db = drive.tables(SCHOOL);
    const fill = new FillDrive(drive);
    const group = await fill.root(groupSpace(host.ids.cm1));
    const nodes = db.repository(NodeRow);
    const pupilId = await host.ids.person('pupil');
    const byPupil = { addedBy: pupilId, byPupil: true };
    const act = (role: Role, action: string, { id }: NodeRow, to = ''): TestExchange =>
      host.as(role).post('/picked').form({ action, ids: id, to });
    return {
      ...{ host, db, nodes, fill, group, pupilId, byPupil, act, storage: drive.storage },
      page: `/groups/${host.ids.cm1}`,
      row: ({ id }: NodeRow): Promise<NodeRow | undefined> => nodes.findOne({ where: { id } }),
      restore: (role: Role, { id }: NodeRow): TestExchange => host.as(role).post(`/nodes/${id}/restore`),
      empty: (role: Role, { spaceId }: NodeRow): TestExchange =>
        host.as(role).post(`/spaces/${spaceId}/trash/empty`).form({ until: host.clock.now().toISOString() }),
      zip: async (): Promise<string[]> => [
        ...(await readZip((await host.as('pupil').get('/own/take-all').expect(200)).bytes)).keys(),
      ],
      /** A drop box, or with other readers an open folder. */
      async open(parent: NodeRow, name: string, readers: NodeRow['readers'] = 'teachers'): Promise<NodeRow> {
        const folder = await fill.folder(parent, name, { ownReaders: readers });
        await nodes.update({ id: folder.id }, { pupilsAdd: true });
        return { ...folder, pupilsAdd: true };
      },
    };
  }

  test('T6: a teacher who sorts it into a folder for teachers takes it from no pupil, and gives it to no other', async () => {
    const { host, db, storage, nodes, fill, group, byPupil, page, act, row, open, zip } = await world();
    const archive = await fill.folder(group, 'Archives', { ownReaders: 'teachers' });
    const talks = await open(group, 'Exposés', 'pupils');
    const alone = await fill.file(talks, 'mon-exposé.odt', 'exposé', byPupil);
    const theirs = await open(talks, 'Dossier de Zoé', 'pupils');
    await nodes.update({ id: theirs.id }, { addedBy: await host.ids.person('classmate') });
    const inTheirs = await fill.file(theirs, 'ma-partie.odt', 'partie', byPupil);
    const box = await open(talks, 'Boîte');
    const answer = await fill.file(box, 'ma-réponse.odt', 'réponse', byPupil);
    await act('teacher', 'move', alone, archive.id).expect(303);
    await act('teacher', 'move', box, archive.id).expect(303);
    await act('teacher', 'move', talks, archive.id).expect(303);
    const [pupil, classmate] = [host.as('pupil'), host.as('classmate')];
    for (const file of [alone, inTheirs, answer]) {
      expect(await row(file)).toMatchObject(byPupilRow(byPupil));
      await pupil.get(`/files/${file.id}`).expect(200);
      await pupil.get(page).expect(200, new RegExp(`Ce que tu as déposé[^]*${file.id}[^]*${file.name}`));
      await classmate.get(`/files/${file.id}`).expect(404);
    }
    await pupil
      .get(page)
      .expect(200)
      .expectNot(/Archives|Dossier de Zoé/);
    // Erasing one pupil takes nothing of another from their folder.
    const classmateId = await host.ids.person('classmate');
    await erasePerson({ db, storage: storage(SCHOOL), personId: classmateId }, { clock: host.clock });
    expect(await row(theirs)).toMatchObject({ ownerId: null, addedBy: null });
    await pupil.get(`/files/${inTheirs.id}`).expect(200);
    expect(await zip()).toEqual(
      expect.arrayContaining(
        ['mon-exposé.odt', 'ma-partie.odt', 'ma-réponse.odt'].map((name) => `Dans ma classe/${name}`),
      ),
    );
    expect(await driveFaults(db)).toEqual([]);
  });

  test('T6: a drop box that comes back from the trash into a closed folder keeps each file with its pupil', async () => {
    const { host, db, nodes, fill, group, byPupil, act, row, restore, open } = await world();
    const talks = await open(group, 'Sciences', 'pupils');
    const box = await open(talks, 'Boîte');
    const answer = await fill.file(box, 'réponse.odt', 'réponse', byPupil);
    const note = await fill.file(talks, 'note.odt', 'note', byPupil);
    await act('teacher', 'trash', box).expect(303);
    await act('teacher', 'trash', note).expect(303);
    await nodes.update({ id: talks.id }, { pupilsAdd: false, readers: 'teachers', ownReaders: 'teachers' });
    for (const node of [box, note]) await restore('teacher', node).expect(303);
    for (const file of [answer, note]) {
      expect(await row(file)).toMatchObject(byPupilRow(byPupil));
      await host.as('pupil').get(`/files/${file.id}`).expect(200);
    }
    expect(await driveFaults(db)).toEqual([]);
  });

  test.each(['own', 'team', 'school'] as const)(
    'T6: of what a teacher moves out of the class to %s, each pupil keeps a copy, also without room',
    async (kind) => {
      const { host, db, nodes, fill, group, pupilId, byPupil, page, act, row, open, zip } = await world();
      const teacherId = await host.ids.person('teacher');
      const space = { own: ownSpace(teacherId), team: teamSpace(host.ids.cm1), school: SCHOOL_SPACE }[kind];
      await fill.root(ownSpace(pupilId));
      await db.repository(SpaceRow).update({ holder: holderOf(ownSpace(pupilId)) }, { quotaBytes: 0 });
      const talks = await open(group, `Récits ${kind}`, 'pupils');
      const story = await fill.file(talks, `récit ${kind}.odt`, `récit ${kind}`, byPupil);
      await fill.file(talks, `de Zoé ${kind}.odt`, kind, { addedBy: await host.ids.person('classmate') });
      await fill.file(talks, 'consigne.odt', 'consigne', { addedBy: teacherId });
      const box = await open(group, `Boîte ${kind}`);
      const answer = await fill.file(box, `réponse ${kind}.odt`, `réponse ${kind}`, byPupil);
      const to = kind === 'own' ? 'own' : holderOf(space);
      const teacher = host.as('teacher');
      await teacher.post('/picked').form({ action: 'move', ids: talks.id, to }).expect(303);
      await teacher.get(page).expect(200, /Pour 2 fichiers de 2 élèves.: une copie reste dans leurs fichiers/);
      await act('teacher', 'move', answer, to).expect(303);
      const { text } = await host
        .as('pupil')
        .get(page)
        .expect(200, new RegExp(`Ce qui n’est plus ici[^]*(récit|réponse) ${kind}`))
        .expectNot(/de Zoé|consigne/);
      for (const { name } of [story, answer]) {
        const copy = await nodes.findOne({ where: { name, ownerId: pupilId, spaceKind: 'own' } });
        expect(copy).toMatchObject({ addedBy: pupilId, cost: 0, keptFrom: host.ids.cm1 });
        expect(text).toContain(`/files/${copy?.id ?? ''}`);
        const { bytes } = await host
          .as('pupil')
          .get(`/files/${copy?.id ?? ''}`)
          .expect(200);
        expect(bytes.toString()).toBe(name.replace('.odt', ''));
        expect(await zip()).toContain(`${KEPT}/${name}`);
      }
      // In the space of the school, the teacher answers for it.
      for (const file of [story, answer]) {
        expect(await row(file)).toMatchObject({ spaceKind: kind, addedBy: kind === 'school' ? teacherId : pupilId });
      }
      await host
        .as('guardian')
        .get(page)
        .expect(200)
        .expectNot(/Ce qui n’est plus ici/);
      await host
        .as('classmate')
        .get('/own')
        .expect(200, /Venu de ma classe/);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  test('T6: what a teacher throws away or deletes for good stays in the files of its pupil, once', async () => {
    const { host, db, nodes, fill, group, pupilId, byPupil, page, act, restore, empty, open } = await world();
    const talks = await open(group, 'Poèmes', 'pupils');
    const poem = await fill.file(talks, 'poème.odt', 'poème', byPupil);
    const own = await fill.file(talks, 'brouillon.odt', 'brouillon', byPupil);
    const copies = async (name: string): Promise<number> =>
      nodes.count({ where: { name, ownerId: pupilId, spaceKind: 'own' } });
    await act('teacher', 'trash', poem).expect(303);
    await host
      .as('pupil')
      .get(page)
      .expect(200, /Ce qui n’est plus ici[^]*poème\.odt/);
    await restore('teacher', poem).expect(303);
    await act('teacher', 'trash', talks).expect(303);
    expect(await copies('poème.odt')).toBe(1);
    await restore('teacher', talks).expect(303);
    await nodes.update({ id: talks.id }, { pupilsAdd: true });
    // The copies of before are gone, and another file is the pupil's own rubbish.
    for (const copy of await nodes.find({ where: { ownerId: pupilId, spaceKind: 'own', rank: 1 } })) {
      await act('pupil', 'trash', copy).expect(303);
    }
    await act('pupil', 'trash', own).expect(303);
    await act('teacher', 'trash', poem).expect(303);
    await act('teacher', 'trash', talks).expect(303);
    await empty('teacher', group).expect(303);
    expect(await nodes.count({ where: { name: 'poème.odt', spaceKind: 'group' } })).toBe(0);
    await host
      .as('pupil')
      .get(page)
      .expect(200, /poème\.odt/)
      // The pupil threw away both the file and its copy.
      .expectNot(/brouillon\.odt/);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('T6: a pupil that leaves a class finds what they put into it, and what they threw away there', async () => {
    const { host, db, fill, group, pupilId, byPupil, act, row, restore, open } = await world();
    const talks = await open(group, 'Volcans', 'pupils');
    await fill.file(talks, 'volcan.odt', 'volcan', byPupil);
    await fill.file(talks, 'leçon.pdf', 'leçon');
    const thrown = await fill.file(talks, 'essai.odt', 'essai', byPupil);
    await act('pupil', 'trash', thrown).expect(303);
    const pupil = host.as('pupil');
    await pupil
      .get('/own')
      .expect(200)
      .expectNot(/Classes d’avant/);
    const records = await sampleRecords();
    await applyRecords(host, withoutGroupsOf('pupil', records));
    await pupil.get('/own').expect(200, /Classes d’avant/);
    await pupil
      .get('/last-year')
      .expect(
        200,
        /Ce que tu avais mis dans une autre classe[^]*volcan\.odt[^]*L’école garde ces fichiers jusqu’au 14 octobre 2028\.[^]*Les mettre dans Mes fichiers/,
      )
      .expectNot(/leçon/);
    await pupil.post('/last-year/keep').form({}).expect(303);
    await pupil
      .get('/last-year')
      .expect(200)
      .expectNot(/volcan\.odt<|Les mettre/);
    await pupil.get('/search?q=volcan').expect(200, /1 réponse[^]*Venu de ma classe/);
    const own = await fill.root(ownSpace(pupilId));
    await pupil.get(`/spaces/${own.spaceId}/trash`).expect(200, /essai\.odt[^]*il reviendra dans Mes fichiers/);
    await restore('pupil', thrown).expect(303);
    expect(await row(thrown)).toMatchObject({ ownerId: pupilId, spaceKind: 'own', trashedAt: null });
    await pupil.get('/own').expect(200, /essai\.odt/);
    await applyRecords(host, records);
    expect(await driveFaults(db)).toEqual([]);
  });

  test.each(['the folder', 'the folder around it'])(
    'T6: what only teachers see in the folder of a pupil is shown to no pupil by moving %s, and stays when the pupil is erased',
    async (moved) => {
      const { host, db, storage, nodes, fill, group, pupilId, byPupil, act, row, restore, open } = await world();
      const teacherId = await host.ids.person('teacher');
      const archive = await fill.folder(group, `Archives de ${moved}`, { ownReaders: 'teachers' });
      const talks = await open(group, `Sorties, ${moved}`, 'pupils');
      const theirs = await open(talks, 'Dossier de Léo', 'pupils');
      await nodes.update({ id: theirs.id }, { addedBy: pupilId });
      const own = await fill.file(theirs, 'mon-texte.odt', 'texte', byPupil);
      const secret = { addedBy: teacherId, ownReaders: 'teachers' as const };
      const ofOthers = [
        await fill.file(theirs, 'notes-prof.odt', 'secret', secret),
        await fill.file(await fill.folder(theirs, 'Bilan', secret), 'bilan.odt', 'bilan', { addedBy: teacherId }),
        await fill.file(theirs, 'consigne.odt', 'consigne', { addedBy: teacherId }),
        await fill.file(theirs, 'd’un-ancien.odt', 'ancien'),
      ];
      const thrown = await fill.file(theirs, 'jeté-prof.odt', 'jeté', secret);
      await act('teacher', 'trash', thrown).expect(303);
      await act('teacher', 'move', moved === 'the folder' ? theirs : talks, archive.id).expect(303);
      await restore('teacher', thrown).expect(303);
      const pupil = host.as('pupil');
      await pupil.get(`/files/${own.id}`).expect(200);
      for (const file of [...ofOthers, thrown]) {
        expect(await row(file)).toMatchObject({ ownerId: null, readers: 'teachers', trashedAt: null });
        await pupil.get(`/files/${file.id}`).expect(404);
        await host.as('teacher').get(`/files/${file.id}`).expect(200);
      }
      expect(await driveFaults(db)).toEqual([]);
      await erasePerson({ db, storage: storage(SCHOOL), personId: pupilId }, { clock: host.clock });
      expect(await row(own)).toBeUndefined();
      for (const file of [...ofOthers, thrown]) await host.as('teacher').get(`/files/${file.id}`).expect(200);
      await host.as('classmate').get(`/folders/${theirs.id}`).expect(404);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  test('T6: what a teacher puts into the own folder of a pupil in a drop box is for the pupil, and stays with the class', async () => {
    const { host, db, storage, nodes, fill, group, pupilId, byPupil, act, row, open } = await world();
    const teacherId = await host.ids.person('teacher');
    const box = await open(group, 'Rendus');
    const theirs = await fill.folder(box, 'Dossier de Léo', byPupil);
    const given = await fill.file(theirs, 'corrigé.odt', 'corrigé', { addedBy: teacherId });
    const brought = await fill.folder(group, 'Conseils', { addedBy: teacherId });
    const inBrought = await fill.file(brought, 'conseil.odt', 'conseil', { addedBy: teacherId });
    const secret = await fill.file(brought, 'à-part.odt', 'à part', { addedBy: teacherId, ownReaders: 'teachers' });
    await act('teacher', 'move', brought, theirs.id).expect(303);
    const pupil = host.as('pupil');
    for (const file of [given, inBrought]) await pupil.get(`/files/${file.id}`).expect(200);
    await pupil.get(`/files/${secret.id}`).expect(404);
    // A drop box that is opened shows no pupil the files of another, nor does one that is then moved.
    const paper = await fill.file(box, 'ma-copie.odt', 'copie', byPupil);
    await host.as('teacher').post(`/nodes/${box.id}/readers`).form({ readers: 'families' }).expect(303);
    await act('teacher', 'move', box, (await fill.folder(group, 'Rangé')).id).expect(303);
    for (const file of [paper, given]) {
      await pupil.get(`/files/${file.id}`).expect(200);
      await host.as('classmate').get(`/files/${file.id}`).expect(404);
    }
    await erasePerson({ db, storage: storage(SCHOOL), personId: pupilId }, { clock: host.clock });
    expect(await row(paper)).toBeUndefined();
    for (const node of [theirs, given, brought, inBrought, secret]) {
      expect(await row(node)).toMatchObject({ ownerId: null, readers: 'teachers', pupilsAdd: false });
      await host.as('classmate').get(`/nodes/${node.id}`).expect(404);
    }
    expect(await nodes.count({ where: { ownerId: pupilId } })).toBe(0);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('T6: each file is kept once, also under another name, in one French folder, and is told as long as it is gone', async () => {
    const { host, db, nodes, fill, group, pupilId, byPupil, page, act, restore, open } = await world();
    const copies = async (): Promise<NodeRow[]> =>
      nodes.find({ where: { ownerId: pupilId, spaceKind: 'own', rank: FILE }, order: { sortName: 'ASC' } });
    const folders = (): Promise<number> => nodes.count({ where: { ownerId: pupilId, spaceKind: 'own', rank: FOLDER } });
    await erasePerson({ db, storage: (await started).storage(SCHOOL), personId: pupilId }, { clock: host.clock });
    const poems: NodeRow[] = [];
    for (const name of ['Janvier', 'Février']) {
      poems.push(await fill.file(await open(group, name, 'pupils'), 'Poésie.odt', 'la même', byPupil));
    }
    const records = await sampleRecords();
    await applyRecords(host, withoutGroupsOf('pupil', records));
    const pupil = host.as('pupil');
    for (let press = 0; press < 3; press += 1) {
      await pupil.post('/last-year/keep').form({}).expect(303);
      expect((await copies()).map(({ name }) => name)).toEqual(['Poésie.odt', 'Poésie (2).odt']);
    }
    await pupil
      .get('/last-year')
      .expect(200)
      .expectNot(/Poésie|Les mettre/);
    await applyRecords(host, records);
    // Nobody has put anything away.
    await pupil
      .get(page)
      .expect(200)
      .expectNot(/Ce qui n’est plus ici|tu en gardes une copie/i);
    const [first] = await copies();
    await pupil
      .post(`/nodes/${first?.id ?? ''}/rename`)
      .form({ name: 'Mon poème.odt' })
      .expect(303);
    for (const [poem, language] of [
      [poems[0], 'en'],
      [poems[1], 'fr'],
      [poems[0], 'en'],
    ] as const) {
      await act('teacher', 'trash', poem ?? group)
        .header('Accept-Language', language)
        .expect(303);
      await pupil.get(page).expect(200, /Ce qui n’est plus ici[^]*Ils n’y sont plus\. Tu en gardes une copie/);
      await restore('teacher', poem ?? group).expect(303);
      await pupil
        .get(page)
        .expect(200)
        .expectNot(/Ce qui n’est plus ici/);
    }
    expect(await copies()).toHaveLength(2);
    const more = await fill.file(await open(group, 'Mars', 'pupils'), 'Poésie.odt', 'la même', byPupil);
    await act('teacher', 'trash', more).header('Accept-Language', 'en').expect(303);
    expect(await copies()).toHaveLength(3);
    expect(await folders()).toBe(2);
    await pupil.get('/own').expect(200, /Venu de ma classe/);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('the migration runs again after a crash in the middle, and pupils find what they threw away before', async () => {
    const { host, fill, group, pupilId, byPupil, act, row, open } = await world();
    const thrown = await fill.file(await open(group, 'Anciens', 'pupils'), 'ancien.odt', 'ancien', byPupil);
    await act('pupil', 'trash', thrown).expect(303);
    const migration = new KnowKeptAndThrown1796774820000();
    const runner = host.host.database.dataSource.createQueryRunner();
    await migration.down(runner);
    for (let run = 0; run < 2; run += 1) await migration.up(runner);
    await runner.release();
    expect(await row(thrown)).toMatchObject({ trashedBy: pupilId, keptOf: null });
    await host
      .as('pupil')
      .get(`/spaces/${group.spaceId}/trash`)
      .expect(200, /ancien\.odt/);
  });
});

function byPupilRow({ addedBy }: { readonly addedBy: string }): object {
  return { addedBy, ownerId: addedBy, readers: 'teachers', trashedAt: null };
}
