// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../drive-for-tests.js';
import { partFilesPath, partPath } from '../paths.js';
import { ContentRow } from '../store/content.entity.js';
import { NodeRow } from '../store/node.entity.js';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import type { WorkRow } from '../store/work.entity.js';
import { giveWork, type GivenWork } from './work-for-tests.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => {
    const drive = await startDrive({ database, settings: { maxFileSize: '1kB' } });
    return { name: database.name, drive, ines: await drive.host.ids.person('pupil') };
  }),
);

describe.each(drives)('a pupil’s part in a work on $name', ({ drive: { host, tables, storage }, ines }) => {
  const db = tables(SCHOOL);
  const tools = { db, storage: storage(SCHOOL), clock: host.clock };
  const soon = (minutes: number): Date => new Date(host.clock.now().getTime() + minutes * 60_000);
  const give = (work: Partial<GivenWork> = {}): Promise<WorkRow> => giveWork({ groupId: host.ids.cm1, ...work }, tools);
  const pupil = host.as('pupil');

  const rowOf = (work: WorkRow): Promise<WorkPupilRow | undefined> =>
    db.repository(WorkPupilRow).findOne({ where: { workId: work.id, pupilId: ines } });
  const ownFiles = (work: WorkRow) => async (): Promise<NodeRow[]> => {
    const row = await rowOf(work);
    const [root] = await db.repository(NodeRow).find({ where: { parentId: row?.id ?? '', foldedName: 'own' } });
    return db.repository(NodeRow).find({ where: { parentId: root?.id ?? '' }, order: { sortName: 'ASC' } });
  };
  const act = (work: WorkRow, action: string, more: Record<string, string> = {}) =>
    pupil.post(partPath(work.id, ines)).form({ action, ...more });

  test('begins with copies that cost no room, is handed in once and taken back until it is due', async () => {
    const work = await give({
      fill: { 'Questions.odt': 'questions' },
      read: { 'Les Gaulois.pdf': 'texte' },
      dueAt: soon(60),
    });
    const path = partPath(work.id, ines);
    await pupil.get(path).expect(200, /À rendre pour aujourd’hui à 12\u00a0h\.[^]*Tu reçois ta feuille/);
    // A GET changes nothing.
    expect(await rowOf(work)).toBeUndefined();

    await Promise.all([act(work, 'start').expect(303), act(work, 'start').expect(303)]);
    const [copy] = await ownFiles(work)();
    expect(await ownFiles(work)()).toMatchObject([{ name: 'Questions.odt', cost: 0, readers: 'pupils' }]);
    expect(await db.repository(ContentRow).findOne({ where: { id: copy?.contentId ?? '' } })).toMatchObject({
      refs: 2,
    });

    await pupil
      .post(partFilesPath(work.id, ines))
      .files({ 'questions.ODT': 'réponses', 'photo.heic': 'x' })
      .expect(303);
    await pupil
      .get(path)
      .expect(200, /2 fichiers reçus et vérifiés[^]*Reçu et vérifié à 11\u00a0h[^]*Rendre ces 2 fichiers/);
    expect(await ownFiles(work)()).toMatchObject([
      { name: 'photo.heic' },
      { id: copy?.id, name: 'Questions.odt', bytes: 9, cost: 9 },
    ]);

    await Promise.all([act(work, 'handIn', { word: ' Voilà ' }).expect(303), act(work, 'handIn').expect(303)]);
    expect(await rowOf(work)).toMatchObject({ state: 'handedIn', late: false, handedInAt: host.clock.now() });
    await pupil.get(path).expect(200, /C’est rendu[^]*Reçu et vérifié à 11\u00a0h[^]*jusqu’à aujourd’hui à 12\u00a0h/);
  });
});
