// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import type { FindOptionsWhere } from 'typeorm';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { folderPath } from '../../paths.js';
import { ContentRow } from '../../store/content.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { groupSpace, ownSpace, teamSpace } from '../../store/space-ref.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { openPartFolder } from '../../domain/works/work-folders.js';

const ALL = [SpaceRow, NodeRow, ContentRow, WorkRow, WorkPupilRow, WorkRoundRow, FavouriteRow, CopyRow];
const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };

const drives: { name: string; drive: DriveForTests }[] = [];
for (const database of bothDatabases()) drives.push({ name: database.name, drive: await startDrive({ database }) });

describe.each(drives)('the spaces of a class that becomes another one, on $name', ({ drive }) => {
  const { host, tables } = drive;
  const { cm1, cm2, sixthA } = host.ids;
  const db = tables(SCHOOL);
  const [nodes, spaces] = [db.repository(NodeRow), db.repository(SpaceRow)];
  const fill = new FillDrive(drive);

  afterEach(async () => {
    for (const uai of [SCHOOL, OTHER_SCHOOL]) {
      for (const entity of ALL) await tables(uai).repository<{ id: string }>(entity).delete({});
    }
  });

  const rowsIn = async (uai: string): Promise<string> =>
    JSON.stringify(
      await Promise.all(
        ALL.map((entity) =>
          tables(uai)
            .repository<{ id: string }>(entity)
            .find({ order: { id: 'ASC' } }),
        ),
      ),
    );
  const namesIn = async (where: FindOptionsWhere<NodeRow>): Promise<string[]> =>
    (await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } })).map(({ name }) => name);
  const the = async (where: FindOptionsWhere<NodeRow>): Promise<NodeRow> => {
    const node = await nodes.findOne({ where });
    if (!node) throw new Error('There is no such node.');
    return node;
  };

  /** Moves twice: the second time changes nothing, in either school. */
  async function join(): Promise<void> {
    expect(await driveFaults(db)).toEqual([]);
    const elsewhere = await rowsIn(OTHER_SCHOOL);
    await host.moveGroup(SCHOOL, { from: cm1, to: cm2 });
    expect(await driveFaults(db)).toEqual([]);
    const after = await rowsIn(SCHOOL);
    expect(after).not.toContain(cm1);
    await host.moveGroup(SCHOOL, { from: cm1, to: cm2 });
    expect(await rowsIn(SCHOOL)).toBe(after);
    expect(await rowsIn(OTHER_SCHOOL)).toBe(elsewhere);
  }

  async function workOf(groupId: string, title: string): Promise<{ work: WorkRow; part: WorkPupilRow }> {
    const now = host.clock.now();
    const times = { visibleFrom: now, dueAt: null, lateUntil: null, closedAt: null, changedAt: now, deletedFiles: 0 };
    const columns = { year: 2026, title, text: '', audience: 'class', level: null, isDraft: false } as const;
    const work = await db.repository(WorkRow).insertOne({
      ...columns,
      ...times,
      groupId,
      collects: true,
      formKey: null,
      addedBy: await host.ids.person('teacher'),
    });
    const pupilId = await host.ids.person('pupilOfOtherClass');
    const part = await db.repository(WorkPupilRow).insertOne({
      ...{ workId: work.id, groupId, pupilId, state: 'corrected', startedAt: null, handedInAt: now, takenBackAt: null },
      ...{
        late: false,
        word: '',
        answer: 'Bravo',
        prepared: null,
        ready: null,
        givenBackAt: now,
        undo: null,
        remindedAt: null,
      },
      ...{ shown: true, shownToRead: false, revision: 0 },
    });
    const round = {
      word: '',
      handedInAt: now,
      late: false,
      answer: 'Bravo',
      givenBackAt: now,
      state: 'corrected',
    } as const;
    await db.repository(WorkRoundRow).insert([{ ...round, workId: work.id, partId: part.id, groupId, pupilId }]);
    const tools = { db, clock: host.clock, quotas, user: { profiles: ['teacher' as const] } };
    await fill.file(await openPartFolder(part, 'own', tools), `${title}.txt`, title, { addedBy: pupilId });
    return { work, part };
  }

  test('T7: folders, works, stars and the trash of both are in one space, and each reader finds what they found', async () => {
    const [here, there] = [await fill.root(groupSpace(cm1)), await fill.root(groupSpace(cm2))];
    const lessons = await fill.folder(here, 'LEÇONS');
    await fill.file(await fill.folder(lessons, 'Histoire'), 'frise.txt');
    for (const name of ['carte.png', 'carte (2).png', 'seul.txt']) await fill.file(here, name, `from ${name}`);
    await fill.file(here, 'corrigé.txt', 'for teachers', { ownReaders: 'teachers' });
    for (const name of ['Carte.png', 'plan.png']) await fill.file(there, name, `to ${name}`);
    await fill.file(await fill.folder(there, 'Leçons'), 'frise.txt');
    for (const groupId of [cm1, cm2]) await fill.file(await fill.root(teamSpace(groupId)), 'conseil.txt', groupId);
    const box = await fill.openFolder(here, 'Boîte');
    const pupilId = await host.ids.person('pupilOfOtherClass');
    const mine = await fill.file(box, 'réponse.txt', 'mine', { addedBy: pupilId, byPupil: true });
    const own = await fill.root(ownSpace(pupilId));
    const kept = await fill.file(own, 'réponse.txt', 'mine', { keptFrom: cm1, keptOf: mine.id });
    const elsewhere = new FillDrive(drive, OTHER_SCHOOL);
    for (const groupId of [sixthA, cm1]) await elsewhere.file(await elsewhere.root(groupSpace(groupId)), 'carte.png');

    const gone = await fill.file(here, 'vieux.txt', 'in the trash');
    const trashedAt = new Date(host.clock.now().getTime() - 86_400_000);
    const trashed = { parentId: here.spaceId, foldedName: gone.id, above: '', trashedFrom: here.id, trashedAt };
    await nodes.update({ id: gone.id }, trashed);
    await nodes.increment({ id: here.id }, { files: -1, bytes: -gone.bytes, cost: -gone.bytes, nodes: -1 });
    const [first, second] = [await workOf(cm1, 'Fractions'), await workOf(cm2, 'Volcans')];
    const [teacher, head] = [await host.ids.person('teacher'), await host.ids.person('head')];
    const stars = [
      ...[here, there, lessons].map(({ id }) => ({ ownerId: teacher, nodeId: id })),
      { ownerId: head, nodeId: here.id },
    ];
    await db.repository(FavouriteRow).insert(stars);
    const [ofCm1, ofCm2] = [
      await spaces.find({ where: { groupId: cm1 } }),
      await spaces.find({ where: { groupId: cm2 } }),
    ];
    const used = [...ofCm1, ...ofCm2].reduce((sum, { usedBytes }) => sum + usedBytes, 0);

    await join();
    expect(await namesIn({ parentId: there.id })).toEqual([
      ...['Boîte', 'Carte.png', 'carte (2).png', 'carte (3).png', 'corrigé.txt'],
      ...['Leçons', 'LEÇONS (2)', 'plan.png', 'seul.txt'],
    ]);
    expect(await namesIn({ spaceKind: 'team', groupId: cm2 })).toEqual(['', 'conseil.txt', 'conseil (2).txt']);
    expect(await the({ id: gone.id })).toMatchObject({
      ...{ groupId: cm2, spaceId: there.spaceId, parentId: there.spaceId, trashedFrom: there.id, trashedAt },
    });
    expect(await the({ id: kept.id })).toMatchObject({ keptFrom: cm2, keptOf: mine.id, ownerId: pupilId });
    expect(await the({ id: mine.id })).toMatchObject({ groupId: cm2, addedBy: pupilId, parentId: box.id });
    for (const entity of [WorkRow, WorkPupilRow, WorkRoundRow]) {
      expect(
        await db.repository<WorkRow | WorkPupilRow | WorkRoundRow>(entity).count({ where: { groupId: cm2 } }),
      ).toBe(2);
    }
    for (const { part } of [first, second]) {
      const folder = await the({ parentId: part.id });
      expect(folder).toMatchObject({ groupId: cm2, spaceId: there.spaceId, spaceKind: 'work' });
    }
    const marked = await db.repository(FavouriteRow).find();
    expect(marked.map(({ ownerId, nodeId }) => `${ownerId} ${nodeId}`).sort()).toEqual(
      [`${teacher} ${there.id}`, `${teacher} ${lessons.id}`, `${head} ${there.id}`].sort(),
    );
    const now = await spaces.find({ where: { groupId: cm2 } });
    expect(now.reduce((sum, { usedBytes }) => sum + usedBytes, 0)).toBe(used);

    const page = folderPath({ space: groupSpace(cm2) });
    for (const role of ['pupilOfOtherClass', 'guardianOfOtherClass'] as const) {
      await host
        .as(role)
        .get(page)
        .expect(200, /seul\.txt/)
        .expectNot(/corrigé\.txt/);
      await host
        .as(role)
        .get(folderPath({ space: groupSpace(cm2), folderId: lessons.id }))
        .expect(200, /Histoire/);
    }
    await host
      .as('teacherOfOtherClass')
      .get(page)
      .expect(200, /corrigé\.txt/);
    await host.as('pupil').get(page).expect(404);
  });

  test.each([
    ['the greater one of two', 2_000_000, 3_000_000, 3_000_000],
    ['the one that is greater than the usual one', 9e12, null, 9e12],
    ['the usual one where the other is smaller', 2_000_000, null, null],
    ['the usual one of the class that gives its space', null, 2_000_000, null],
    ['none where none was set', null, null, null],
  ])('of the quotas of two classes stays %s', async (_name, ofFrom, ofTo, kept) => {
    const [here, there] = [await fill.root(groupSpace(cm1)), await fill.root(groupSpace(cm2))];
    await spaces.update({ id: here.spaceId }, { quotaBytes: ofFrom });
    await spaces.update({ id: there.spaceId }, { quotaBytes: ofTo });
    await join();
    expect(await spaces.find({ where: { groupId: cm2 } })).toMatchObject([{ id: there.spaceId, quotaBytes: kept }]);
  });

  test('T7: a space that the other class does not have yet stays as it is, with the usual quota at least', async () => {
    const here = await fill.root(groupSpace(cm1));
    await fill.file(await fill.folder(here, 'Leçons'), 'frise.txt');
    await spaces.update({ id: here.spaceId }, { quotaBytes: 2_000_000 });
    const [space] = await spaces.find({ where: { id: here.spaceId } });
    await join();
    expect(await spaces.find({ where: { kind: 'group' } })).toEqual([
      { ...space, groupId: cm2, holder: `group:${cm2}`, quotaBytes: null },
    ]);
    expect(await namesIn({ groupId: cm2, spaceId: here.spaceId })).toEqual(['', 'frise.txt', 'Leçons']);
  });
});
