// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL, onceInQuickRun } from '@volee/core-adapter/testing';
import { givenFilePath, partFilesPath, partPath } from '../../paths.js';
import { movePerson } from '../../jobs/personal-data/move-person.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { filesOf, openPartFolder } from '../works/work-folders.js';
import { startParts } from '../../testing/start/parts-for-tests.js';
import { partRow } from '../../testing/start/work-for-tests.js';

const started = await Promise.all(bothDatabases().map(startParts));

/** A connection to MariaDB. A server that does not know the setting answers with an error, and works without it. */
interface Connection {
  query(statement: string, done: () => void): unknown;
}

const TEAM = ['teacher', 'teacherInBothSchools', 'head'] as const;

describe.each(started)('what a pupil takes out of a work on $name', (parts) => {
  const testOnce = onceInQuickRun(parts);
  const { host, tools, ines, give, act, upload, rowOf, filesIn, giveBack, begun } = parts;
  const { db } = tools;
  const own = () => openSpace(ownSpace(ines), tools);
  const pageOf = (work: WorkRow): string => partPath(work.id, ines);
  const fileOf = (work: WorkRow, nodeId: string): string => givenFilePath(work.id, ines, nodeId);
  const stored = async (id: string) => db.repository(NodeRow).findOne({ where: { id } });

  async function emptyTrash() {
    const until = host.clock.now().toISOString();
    return host
      .as('pupil')
      .post(`/spaces/${(await own()).spaceId}/trash/empty`)
      .form({ until });
  }

  async function setQuota(spaceId: string, quotaBytes: number | null): Promise<void> {
    await db.repository(SpaceRow).update({ id: spaceId }, { quotaBytes });
  }

  /** The teacher deletes the files to fill in of a work for good. */
  async function deleteSheets({ id, groupId }: WorkRow): Promise<void> {
    const { spaceId } = await openSpace(groupSpace(groupId), tools);
    await changeSpaces([spaceId], async () => deleteNodes(await filesOf(id, 'fill', tools), tools), tools);
  }

  /** MariaDB 11.6 and newer ends a transaction that writes what changed since it read; older ones, and this host from now on, need the locks. */
  function withoutSnapshotIsolation(): void {
    const { driver } = host.host.database.dataSource;
    const { pool } = driver as { readonly pool?: { on(event: 'acquire', listener: (one: Connection) => void): void } };
    pool?.on('acquire', (one) => one.query('SET SESSION innodb_snapshot_isolation = OFF', () => undefined));
  }

  test('F15: what a pupil takes out of a part stays in their trash, comes back into the part, and is nobody else’s', async () => {
    const work = await give({ title: 'Volcans' });
    await act(work, 'start').expect(303);
    await upload(work, { 'photo.jpg': 'p'.repeat(100) }).expect(303);
    const [photo] = await filesIn(work, 'own');
    const id = photo?.id ?? '';
    const row = async () => db.repository(NodeRow).findOne({ where: { id } });
    const shown = /Ce que tu as enlevé[^]*photo\.jpg[^]*Remettre/;
    await act(work, `remove:${id}`).expect(303);
    await host.as('pupil').get(pageOf(work)).expect(200, shown);
    expect(await filesIn(work, 'own')).toEqual([]);
    expect(await row()).toMatchObject({
      spaceKind: 'own',
      ownerId: ines,
      groupId: null,
      pupilId: null,
      readers: 'teachers',
    });
    expect(await driveFaults(db)).toEqual([]);
    for (const role of ['pupil', ...TEAM, 'classmate', 'guardian'] as const) {
      await host.as(role).get(fileOf(work, id), { school: SCHOOL }).expect(404);
      await host.as(role).get(`/files/${id}`, { school: SCHOOL }).expect(404);
    }
    for (const role of ['teacher', 'classmate'] as const) await host.as(role).post(`/nodes/${id}/restore`).expect(404);

    await Promise.all([act(work, `restore:${id}`).expect(303), act(work, `restore:${id}`).expect(303)]);
    expect(await filesIn(work, 'own')).toMatchObject([{ id, name: 'photo.jpg', spaceKind: 'work', readers: 'pupils' }]);
    await host
      .as('pupil')
      .get(fileOf(work, id))
      .expect(200, /^p{100}$/);
    expect(await driveFaults(db)).toEqual([]);

    // Once the work is handed in, the trash alone has it.
    await act(work, `remove:${id}`).expect(303);
    await act(work, 'handIn', { word: 'Voilà' }).expect(303);
    await act(work, `restore:${id}`).expect(409, /déjà rendu/);
    await host.as('pupil').get(pageOf(work)).expect(200).expectNot(shown);
    const { spaceId } = (await row()) ?? { spaceId: '' };
    await host
      .as('pupil')
      .get(`/spaces/${spaceId}/trash`)
      .expect(200, /photo\.jpg[^]*Il reviendra dans «\u00a0Venu de ma classe\u00a0»/);
    await host.as('pupil').post(`/nodes/${id}/restore`).expect(303);
    await host
      .as('pupil')
      .get(`/files/${id}`)
      .expect(200, /^p{100}$/);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('F15: a file for which the trash has no room goes for good only when the pupil says so', async () => {
    const { work, ids } = await begun({ 'photo.jpg': 'p', 'autre.jpg': 'a' });
    const photo = (await filesIn(work, 'own')).find(({ name }) => name === 'photo.jpg')?.id ?? '';
    const other = ids.find((id) => id !== photo) ?? '';
    const { spaceId } = await own();
    await emptyTrash();
    await setQuota(spaceId, 0);
    const asks = /value="delete:[^]*Effacer photo\.jpg pour de bon[^]*Mon mot/;
    await act(work, `remove:${photo}`, { word: 'Mon mot' })
      .expect(413, asks)
      .expect(413, /est plein[^]*Supprime des fichiers de/)
      .expectNot(/Vide ta corbeille/);
    await setQuota(spaceId, 1_000_000);
    await act(work, `remove:${other}`).expect(303);
    await setQuota(spaceId, 0);
    await act(work, `remove:${photo}`, { word: 'Mon mot' })
      .expect(413, asks)
      .expect(413, /est plein[^]*Vide ta corbeille, puis recommence/);
    expect(await filesIn(work, 'own')).toMatchObject([{ id: photo }]);
    await act(work, `delete:${photo}`).expect(303);
    expect(await filesIn(work, 'own')).toEqual([]);
    expect(await stored(photo)).toBeUndefined();
    await setQuota(spaceId, 1_000_000);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce(
    'F15: a file that is removed and put back keeps its readers: guardians go on reading what was given back',
    async () => {
      const { work, ids } = await begun({ 'poème.txt': 'p' });
      const [id = ''] = ids;
      await act(work, 'handIn', { word: 'Voilà' }).expect(303);
      await giveBack(work, 'again', 'Encore une strophe');
      await upload(work, { 'suite.txt': 's' }).expect(303);
      const added = (await filesIn(work, 'own')).find((file) => file.id !== id)?.id ?? '';
      const guardian = async (nodeId: string, status: number) =>
        host.as('guardian').get(fileOf(work, nodeId)).expect(status);
      for (const nodeId of [id, added]) await act(work, `remove:${nodeId}`).expect(303);
      for (const nodeId of [id, added]) await guardian(nodeId, 404);
      for (const nodeId of [id, added]) await act(work, `restore:${nodeId}`).expect(303);
      await guardian(id, 200);
      await guardian(added, 404);
      expect(await stored(id)).toMatchObject({ readers: 'families', shownTo: null });
      expect(await stored(added)).toMatchObject({ readers: 'pupils', shownTo: null });

      // From the trash into the own files, where nobody else reads it.
      await act(work, `remove:${id}`).expect(303);
      await host.as('pupil').post(`/nodes/${id}/restore`).expect(303);
      await host.as('guardian').get(`/files/${id}`, { school: SCHOOL }).expect(404);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'F15: the answer to a button about a file that is gone says so, and the one about a file that is there already does not',
    async () => {
      const { work, ids } = await begun({ 'a.txt': 'a', 'b.txt': 'b' });
      const [one = '', other = ''] = ids;
      for (const time of [1, 2]) await act(work, `remove:${one}`, { word: `Mot ${time}` }).expect(303);
      // Deleting is for files of the work: this one lies in the trash.
      await act(work, `delete:${one}`).expect(409, /Ce fichier n’est plus dans ce travail/);
      for (const time of [1, 2]) await act(work, `restore:${one}`, { word: `Mot ${time}` }).expect(303);
      await act(work, `remove:${one}`).expect(303);
      expect(await emptyTrash()).toMatchObject({ status: 303 });
      await act(work, `restore:${one}`, { word: 'Mon mot' }).expect(
        409,
        /Ce fichier n’est plus dans ta corbeille[^]*Mon mot/,
      );
      await act(work, `remove:${one}`).expect(409, /Ce fichier n’est plus dans ce travail/);
      await act(work, `delete:${other}`).expect(303);
      await act(work, `delete:${other}`).expect(409, /Ce fichier n’est plus dans ce travail/);
      expect(await filesIn(work, 'own')).toEqual([]);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'F15: a file comes back under a free name, and neither over the 100 files nor over the room of the pupil',
    async () => {
      const { work, ids } = await begun({ 'photo.txt': 'a'.repeat(1_000), 'b.txt': 'b'.repeat(1_000) });
      const photo = (await filesIn(work, 'own')).find(({ name }) => name === 'photo.txt')?.id ?? '';
      expect(ids).toContain(photo);
      await act(work, `remove:${photo}`).expect(303);
      await upload(work, { 'photo.txt': 'c'.repeat(999) }).expect(303);
      await act(work, `restore:${photo}`).expect(303);
      expect((await filesIn(work, 'own')).map(({ name }) => name).sort()).toEqual([
        'b.txt',
        'photo (2).txt',
        'photo.txt',
      ]);

      await act(work, `remove:${photo}`).expect(303);
      await upload(work, { 'd.txt': 'dd' }).expect(303);
      await act(work, `restore:${photo}`).expect(413, /Il reste 999.octets pour tes fichiers de ce travail/);
      const folder = await openPartFolder(await rowOf(work), 'own', tools);
      await db.repository(NodeRow).update({ id: folder.id }, { files: 100 });
      await act(work, `restore:${photo}`).expect(400, /déjà 100 fichiers/);
      await db.repository(NodeRow).update({ id: folder.id }, { files: folder.files });
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'F15: what is stored for a class is paid for when the pupil that paid for it takes their file out',
    async () => {
      const zoe = await host.ids.person('classmate');
      const work = await give({ fill: { 'Carte.odt': 'carte'.repeat(20) } });
      const pupils = [
        { role: 'pupil', page: partPath(work.id, ines) },
        { role: 'classmate', page: partPath(work.id, zoe) },
      ] as const;
      for (const { role, page } of pupils) await host.as(role).post(page).form({ action: 'start' }).expect(303);
      await deleteSheets(work);
      const copies = (): Promise<NodeRow[]> =>
        db.repository(NodeRow).find({ where: { groupId: work.groupId, spaceKind: 'work', name: 'Carte.odt' } });
      const payer = (await copies()).find(({ cost }) => cost > 0);
      const { role, page } = pupils[payer?.addedBy === ines ? 0 : 1];
      await host
        .as(role)
        .post(page)
        .form({ action: `remove:${payer?.id}` })
        .expect(303);
      expect(await copies()).toMatchObject([{ cost: 100 }]);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'F15: a sheet that the pupil has not changed counts in their trash, and costs nothing in the work as long as the teacher’s does',
    async () => {
      const { work, ids } = await begun({}, { fill: { 'Carte.odt': 'carte'.repeat(20) } });
      const [sheet = ''] = ids;
      const { spaceId } = await openSpace(groupSpace(work.groupId), tools);
      await act(work, `remove:${sheet}`).expect(303);
      expect(await stored(sheet)).toMatchObject({ spaceKind: 'own', cost: 100 });
      expect(await driveFaults(db)).toEqual([]);
      // « Recevoir la feuille » needs no room in bytes either.
      await setQuota(spaceId, 0);
      await act(work, `restore:${sheet}`).expect(303);
      await setQuota(spaceId, null);
      expect(await stored(sheet)).toMatchObject({ spaceKind: 'work', cost: 0 });
      expect(await driveFaults(db)).toEqual([]);

      await act(work, `remove:${sheet}`).expect(303);
      await deleteSheets(work);
      expect(await driveFaults(db)).toEqual([]);
      await setQuota(spaceId, 0);
      await act(work, `restore:${sheet}`).expect(413);
      await setQuota(spaceId, null);
      await act(work, `restore:${sheet}`).expect(303);
      expect(await stored(sheet)).toMatchObject({ spaceKind: 'work', cost: 100 });
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  test('F15: of removing, putting back and emptying the trash at once, each file ends in one place, and is counted there', async () => {
    const { work } = await begun({});
    withoutSnapshotIsolation();
    for (let round = 0; round < 8; round += 1) {
      await upload(work, { [`a${round}.txt`]: 'a', [`b${round}.txt`]: 'b' }).expect(303);
      const idOf = async (name: string) => (await filesIn(work, 'own')).find((file) => file.name === name)?.id ?? '';
      const [one, other] = [await idOf(`a${round}.txt`), await idOf(`b${round}.txt`)];
      await act(work, `remove:${other}`).expect(303);
      const answers = [act(work, `restore:${other}`), act(work, `remove:${one}`), act(work, `restore:${other}`)];
      const [emptied, ...ends] = await Promise.all([emptyTrash(), ...answers]);
      const isBack = (await stored(other))?.spaceKind === 'work';
      expect(emptied.status).toBe(303);
      expect(ends.map(({ status }) => status)).toEqual([isBack ? 303 : 409, 303, isBack ? 303 : 409]);
      expect(await driveFaults(db)).toEqual([]);
    }
  });

  test('F15: when two records of a pupil become one, the part that stays offers what was taken out of either', async () => {
    const [from, mate] = [await host.ids.person('classmate'), host.as('classmate')];
    // In the first work the part of the record that goes is the fuller one, and stays.
    const works = [await give({ title: 'Mers' }), await give({ title: 'Monts' })];
    for (const [index, work] of works.entries()) {
      const page = partPath(work.id, from);
      await act(work, 'start').expect(303);
      await mate.post(page).form({ action: 'start' }).expect(303);
      await upload(work, { 'rose.txt': 'r' }).expect(303);
      await mate.post(partFilesPath(work.id, from)).files({ 'bleu.txt': 'b' }).expect(303);
      const { id } = await partRow(work, from, tools);
      const [[rose], [blue]] = [await filesIn(work, 'own'), await filesOf(id, 'own', tools)];
      await act(work, `remove:${rose?.id ?? ''}`).expect(303);
      await mate
        .post(page)
        .form({ action: `remove:${blue?.id ?? ''}` })
        .expect(303);
      if (index === 0) await mate.post(partFilesPath(work.id, from)).files({ 'vert.txt': 'v' }).expect(303);
      else await upload(work, { 'vert.txt': 'v' }).expect(303);
    }
    await db.transaction(() => movePerson({ db, from, to: ines }, tools));
    for (const work of works) {
      const { text } = await host
        .as('pupil')
        .get(pageOf(work))
        .expect(200, /bleu\.txt/)
        .expect(200, /rose\.txt/);
      for (const [, id] of text.matchAll(/value="restore:([^"]+)"/g)) await act(work, `restore:${id}`).expect(303);
      const names = (await filesIn(work, 'own')).map(({ name }) => name);
      expect(names).toEqual(['bleu.txt', 'rose.txt', 'vert.txt']);
    }
    expect(await driveFaults(db)).toEqual([]);
  });
});
