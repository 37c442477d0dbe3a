// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, SCHOOL, type TestExchange } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { settingsSchema } from '../../settings.js';
import { groupSpace, holderOf, ownSpace } from '../../store/space-ref.js';
import { CopyPartRow, CopyRow } from '../../store/copy.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { deleteWhere } from '../tree/delete-where.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { copyNextPart } from './copy-next-part.js';

const DAY = 86_400_000;

describe.each(bothDatabases())('large copies on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  const started = startDrive({ database });

  async function world() {
    const drive = await started;
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const fill = new FillDrive(drive);
    const pupilId = await host.ids.person('pupil');
    const own = await fill.root(ownSpace(pupilId));
    const group = await fill.root(groupSpace(host.ids.cm1));
    const pupil = host.as('pupil');
    const copy = (ids: string, to = 'own'): TestExchange => pupil.post('/picked').form({ action: 'copy', ids, to });
    const copies = (): Promise<CopyRow[]> => db.repository(CopyRow).find();
    const here = (name: string, parentId = own.id): Promise<NodeRow[]> =>
      db.repository(NodeRow).find({ where: { name, parentId } });
    const readAll = async (): Promise<void> => {
      for (const { id } of await copies()) await pupil.post(`/copies/${id}/read`).form({}).expect(303);
      expect(await copies()).toEqual([]);
    };
    /** A folder of the class with 2,104 folders and files that a pupil reads, in three levels. */
    const large = async (name: string): Promise<NodeRow> => {
      const folder = await fill.folder(group, name);
      const [first] = await fill.folders(
        folder,
        Array.from({ length: 2_100 }, (_, index) => `Leçon ${index}`),
      );
      await fill.file(first ?? folder, 'lave.txt', 'lave', { ownReaders: 'pupils' });
      await fill.file(folder, 'corrigé.txt', 'x', { ownReaders: 'teachers' });
      await fill.file(folder, 'volcan.txt', 'volcan');
      await fill.folder(first ?? folder, 'Images');
      return folder;
    };
    return { ...{ host, db, fill, own, group, pupil, pupilId, copy, copies, here, readAll, large } };
  }

  testOnce(
    'F11: more than 2,000 folders and files are copied by a job, and the pupil reads how far it is',
    async () => {
      const { host, db, own, pupil, copy, copies, here, readAll, large } = await world();
      const folder = await large('Volcans');
      await copy(folder.id).expect(303);
      expect(await here('Volcans')).toEqual([]);
      expect(await driveFaults(db)).toEqual([]);
      await pupil
        .get('/own')
        .expect(
          200,
          /La copie de 2\u202f104 éléments a commencé[^]*«\u00a0Volcans\u00a0» continue\u00a0: 0 dossiers et fichiers sur 2\u202f104/,
        );
      await host
        .as('classmate')
        .get('/own')
        .expect(200)
        .expectNot(/Volcans/);
      await copy(folder.id).expect(409, /Rien n’a été copié/);
      // Some minutes without a part: another process may have been killed.
      host.clock.advance(DAY / 24);
      await pupil.get('/own').expect(200, /«\u00a0Volcans\u00a0» attend[^]*reprend toute seule/);

      await host.runJobs();
      const [made] = await here('Volcans');
      expect(made).toMatchObject({ files: 2, nodes: 2_104, ownerId: own.ownerId });
      expect(await db.repository(NodeRow).count({ where: { spaceId: own.spaceId, name: 'corrigé.txt' } })).toBe(0);
      expect(await db.repository(CopyPartRow).count()).toBe(0);
      expect(await driveFaults(db)).toEqual([]);
      await pupil
        .get('/own')
        .expect(200, /«\u00a0Volcans\u00a0» est finie\u00a0: 2\u202f104 dossiers et fichiers[^]*J’ai lu/);
      const [row] = await copies();
      await host.as('classmate').post(`/copies/${row?.id}/read`).form({}).expect(404);
      await readAll();
      await pupil
        .get('/own')
        .expect(200)
        .expectNot(/est finie/);
    },
  );

  test('F11: of three clicks at once one copy begins, and a process that finds a part made by another one goes on from it', async () => {
    const { host, db, own, pupil, copy, copies, here, readAll, large } = await world();
    const folder = await large('Marées');
    const clicks = await Promise.all([1, 2, 3].map(() => copy(folder.id)));
    expect(clicks.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await copies()).toHaveLength(1);

    const parts = await db.repository(CopyPartRow).find({ order: { number: 'ASC' } });
    const tools = { db, clock: host.clock, quotas: settingsSchema.parse({}).quota };
    const [first, second] = [new Map<string, string>(), new Map<string, string>()];
    // Both have read the part before either makes it.
    for (const part of parts) {
      for (const made of [first, second]) await copyNextPart(part, own.spaceId, { ...tools, copies: made });
    }
    expect(first.size).toBe(2_102);
    expect(second).toEqual(first);
    expect(await here('Marées')).toMatchObject([{ nodes: 2_104 }]);
    await host.runJobs();
    await pupil.get('/own').expect(200, /est finie\u00a0: 2\s104/);
    await readAll();
    await deleteWhere([{ name: 'Marées', spaceId: own.spaceId }], { db, clock: host.clock });
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('F11: what moved, went or is hidden since the click is left out, and the page says how much', async () => {
    const { host, db, fill, own, pupil, copy, here, readAll, large } = await world();
    const folder = await large('Séismes');
    await copy(folder.id).expect(303);
    const [lesson] = await here('Leçon 0', folder.id);
    await db.repository(NodeRow).update({ id: lesson?.id ?? '' }, { readers: 'teachers' });
    const [file] = await here('volcan.txt', folder.id);
    await host
      .as('teacher')
      .post('/picked')
      .form({ action: 'trash', ids: file?.id ?? '' })
      .expect(303);
    await host.runJobs();
    expect(await here('Séismes')).toMatchObject([{ files: 0, nodes: 2_100 }]);
    await pupil
      .get('/own')
      .expect(200, /finie, mais il en manque\u00a0: 2\u202f100 dossiers et fichiers sur 2\u202f104/);
    await readAll();
    await db.repository(NodeRow).update({ id: lesson?.id ?? '' }, { readers: 'families' });

    // The copy stops when the folder accepts nothing any more.
    const target = await fill.folder(own, 'Exposé');
    await copy(folder.id, target.id).expect(303);
    await pupil.post('/picked').form({ action: 'trash', ids: target.id }).expect(303);
    await host.runJobs();
    await pupil
      .get('/own')
      .expect(200, /s’est arrêtée\u00a0: le dossier où elle allait[^]*0 dossiers et fichiers sur 2\u202f103/);
    await readAll();

    // The same where it has come so deep that what is copied would stand below too many folders.
    const moved = await fill.folder(own, 'Classeur');
    await copy(folder.id, moved.id).expect(303);
    let deep = own;
    for (let level = 1; level <= 17; level += 1) deep = await fill.folder(deep, `Niveau ${level}`);
    await pupil.post('/picked').form({ action: 'move', ids: moved.id, to: deep.id }).expect(303);
    await host.runJobs();
    await pupil
      .get('/own')
      .expect(200, /s’est arrêtée\u00a0: le dossier où elle allait[^]*1 dossiers et fichiers sur 2\s103/);
    await readAll();
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce(
    'F11: without room for all of it nothing begins; when others take the room, the copy stops and says so',
    async () => {
      const { host, db, own, pupil, copy, here, copies, readAll, large } = await world();
      const folder = await large('Fleuves');
      const spaces = db.repository(SpaceRow);
      const row = await spaces.findOne({ where: { id: own.spaceId } });
      const before = row?.nodes ?? 0;
      await spaces.update({ id: own.spaceId }, { nodes: 8_000 });
      await copy(folder.id).expect(
        413,
        /Il y a déjà beaucoup de dossiers et de fichiers dans tes fichiers\u00a0: il en entre encore 2000/,
      );
      expect(await copies()).toEqual([]);
      await spaces.update({ id: own.spaceId }, { nodes: 7_800 });
      await pupil
        .get('/own')
        .expect(200)
        .expectNot(/entrent/);
      await copy(folder.id).expect(303);
      await spaces.update({ id: own.spaceId }, { nodes: 9_000 });
      await host.runJobs();
      const [made] = await here('Fleuves');
      const copied = new Intl.NumberFormat('fr').format(made?.nodes ?? 0);
      await pupil
        .get('/own')
        .expect(200, new RegExp(`la place manque[^]*${copied} dossiers et fichiers sur 2\\u202f104`));
      await readAll();

      await spaces.update({ id: own.spaceId }, { nodes: 10_000 });
      const full = /il en entre encore 0/;
      await pupil.post(`/folders/${own.id}/folders`).form({ name: 'Un de plus' }).expect(413, full);
      await pupil.post('/own/files').files({ 'a.txt': 'a' }).expect(413, full);
      await pupil.post('/own/files').files({ 'vide.txt': '' }).expect(413, full);
      const [small] = await here('volcan.txt', folder.id);
      await copy(small?.id ?? '').expect(413, full);
      await pupil.get('/own').expect(200, /10000 dossiers et fichiers sur 10000/);
      await pupil.get(`/spaces/${own.spaceId}/trash`).expect(200, /presque autant de dossiers et de fichiers/);
      // Deleting and bringing back need no room.
      await pupil
        .post('/picked')
        .form({ action: 'trash', ids: made?.id ?? '' })
        .expect(303);
      await pupil.post(`/nodes/${made?.id}/restore`).form({}).expect(303);
      await spaces.update({ id: own.spaceId }, { nodes: before + (made?.nodes ?? 0) });
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'F11: in a class one pupil adds no more folders than to their own space, and the class has 50,000',
    async () => {
      const { db, host, fill, group, pupil, pupilId } = await world();
      const open = await fill.openFolder(group, 'Ouvert');
      for (let first = 1; first < 10_000; first += 1_111) {
        await fill.folders(
          open,
          Array.from({ length: 1_111 }, (_, index) => `${first + index}`),
        );
      }
      await db.repository(NodeRow).update({ parentId: open.id }, { addedBy: pupilId });
      const add = (who = pupil): TestExchange => who.post(`/folders/${open.id}/folders`).form({ name: 'Encore' });
      await add().expect(303);
      await add().expect(413, /Tu as déjà ajouté beaucoup de dossiers/);
      await add(host.as('classmate')).expect(303);
      const holder = holderOf(groupSpace(host.ids.cm1));
      const class_ = await db.repository(SpaceRow).findOne({ where: { holder } });
      await db.repository(SpaceRow).update({ holder }, { nodes: 50_000 });
      await add(host.as('teacher')).expect(413, /dans cet espace\u00a0: il en entre encore 0/);
      await db.repository(SpaceRow).update({ holder }, { nodes: class_?.nodes ?? 0 });
    },
  );

  testOnce(
    'a copy that does not go on for a day ends and says so; a month later its end is shown no more',
    async () => {
      const { host, db, copy, copies, large } = await world();
      const folder = await large('Îles');
      await copy(folder.id).expect(303);
      const [row] = await copies();
      // Its job is gone, as after it has given up.
      await host.host.database.dataSource.query("DELETE FROM core_job WHERE name = 'copy'");
      host.clock.advance(2 * DAY);
      await host.runJobs();
      await host
        .as('pupil')
        .get('/own')
        .expect(200, /s’est arrêtée\u00a0: elle n’a pas avancé pendant une journée/);
      expect(await db.repository(CopyPartRow).count({ where: { copyId: row?.id ?? '' } })).toBe(0);
      host.clock.advance(31 * DAY);
      await host.runJobs();
      expect(await copies()).toEqual([]);
      expect(await driveFaults(db)).toEqual([]);
    },
  );
});
