// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import {
  bothDatabases,
  onceInQuickRun,
  OTHER_SCHOOL,
  type Role,
  SCHOOL,
  type TestExchange,
  type TestPerson,
} from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { giveWork, partRow, putFiles } from '../../testing/start/work-for-tests.js';
import { groupSpace, holderOf, ownSpace, SCHOOL_SPACE } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { readZip } from '../../testing/start/read-zip-for-tests.js';
import { openPartFolder } from '../../domain/works/work-folders.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

type Ticked = readonly { readonly id: string }[];

describe.each(bothDatabases())('several at once on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  const started = startDrive({ database, settings: { quota: { pupil: '4kB' } } });

  async function world() {
    const drive = await started;
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const fill = new FillDrive(drive);
    const group = await fill.root(groupSpace(host.ids.cm1));
    const own = async (role: Role) => fill.root(ownSpace(await host.ids.person(role)));
    // One session each, for the notice of a redirect.
    const persons = new Map<Role, TestPerson>();
    const as = (role: Role): TestPerson => {
      const person = persons.get(role) ?? host.as(role);
      persons.set(role, person);
      return person;
    };
    const act = (role: Role, action: string, ticked: Ticked, more: Record<string, string> = {}): TestExchange => {
      const fields = new URLSearchParams({ action, ...more });
      for (const { id } of ticked) fields.append('ids', id);
      return as(role).post('/picked').form(fields);
    };
    const ask = (role: Role, action: string, ticked: Ticked, more: Record<string, string> = {}): TestExchange => {
      const fields = new URLSearchParams({ action, ...more });
      for (const { id } of ticked) fields.append('ids', id);
      return as(role).get(`/picked?${fields}`);
    };
    const rowOf = ({ id }: { id: string }): Promise<NodeRow | undefined> =>
      db.repository(NodeRow).findOne({ where: { id } });
    return { ...{ as, drive, host, db, fill, group, own, act, ask, rowOf }, at: holderOf(groupSpace(host.ids.cm1)) };
  }

  testOnce('a teacher reads who sees more before the click, keeps a file for pupils, and finds new names', async () => {
    const { as, host, db, fill, group, act, ask, rowOf } = await world();
    const sciences = await fill.folder(group, 'Sciences', { ownReaders: 'pupils' });
    const lessons = await fill.folder(group, 'Leçons à revoir');
    const map = await fill.file(sciences, 'Carte.png');
    const lesson = await fill.file(sciences, 'Leçon 4.pdf');
    await fill.file(lessons, 'leçon 4.PDF');
    await ask('teacher', 'move', [map, lesson])
      .expect(
        200,
        /Déplacer 2 éléments[^]*Carte\.png et Leçon 4\.pdf, depuis Sciences[^]*Mes fichiers[^]*Leçons à revoir/,
      )
      .expectNot(/Qui verra/);
    await ask('teacher', 'move', [map, lesson], { to: sciences.id }).expect(200, /Tout est déjà ici/);
    const { text } = await ask('teacher', 'move', [map, lesson], { to: lessons.id }).expect(200, /Élèves et familles/);
    expect(text).toMatch(/Davantage de personnes qu’avant\. Jusqu’ici\u00a0: Élèves\./);
    expect(text).toMatch(/Garder pour les élèves, sans les familles/);
    expect(text).toMatch(new RegExp(`value="${lessons.id}"[^>]*autofocus`));
    expect(text).toMatch(/Leçon 4 \(2\)\.pdf/);
    expect(text).toMatch(/pour \d+ personnes? de plus/);
    await act('teacher', 'move', [map], { to: lessons.id, keep: 'true' }).expect(303);
    await act('teacher', 'move', [lesson], { to: lessons.id }).expect(303);
    await as('teacher')
      .get(`/folders/${sciences.id}`)
      .expect(
        200,
        /1 élément déplacé dans «\u00a0Leçons à revoir\u00a0»\. Sous un autre nom\u00a0: Leçon 4 \(2\)\.pdf/,
      );
    expect(await rowOf(map)).toMatchObject({ parentId: lessons.id, readers: 'pupils', ownReaders: 'pupils' });
    expect(await rowOf(lesson)).toMatchObject({ parentId: lessons.id, readers: 'families', name: 'Leçon 4 (2).pdf' });
    await host.as('guardian').get(`/files/${map.id}`).expect(404);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('a pupil copies what they may read of a class, and nothing else of it', async () => {
    const { host, db, fill, group, own, act } = await world();
    const folder = await fill.folder(group, 'Volcans');
    await fill.file(folder, 'lave.txt');
    await fill.file(folder, 'corrigé.txt', 'x', { ownReaders: 'teachers' });
    const mine = await own('pupil');
    await act('pupil', 'copy', [folder], { to: 'own' }).expect(303);
    const [copy] = await db.repository(NodeRow).find({ where: { parentId: mine.id, name: 'Volcans' } });
    expect(copy).toMatchObject({ files: 1, spaceKind: 'own', ownerId: mine.ownerId });
    await host
      .as('pupil')
      .get(`/folders/${copy?.id}`)
      .expect(200, /lave\.txt/)
      .expectNot(/corrigé/);
    // A pupil reads the class and changes nothing there.
    await act('pupil', 'move', [folder], { to: 'own' }).expect(400, /«\u00a0Volcans\u00a0»/);
    await act('pupil', 'trash', [folder]).expect(400, /pas le changer/);
    await act('pupil', 'copy', [folder], { to: holderOf(groupSpace(host.ids.cm1)) }).expect(403);
    await act('pupil', 'copy', [folder], { to: holderOf(groupSpace(host.ids.cm2)) }).expect(404);
    await act('guardian', 'copy', [folder], { to: mine.id }).expect(403);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('F11: a copy that has no room is refused as a whole; the trash needs none', async () => {
    const { db, fill, group, own, act, rowOf } = await world();
    const heavy = await fill.file(group, 'lourd.bin', 'x'.repeat(900));
    const mine = await own('pupil');
    const to = 'own';
    const before = await db.repository(SpaceRow).findOne({ where: { id: mine.spaceId } });
    const ends = await Promise.all([1, 2, 3].map(() => act('pupil', 'copy', [heavy], { to })));
    expect(ends.map(({ status }) => status).sort()).toEqual([303, 413, 413]);
    const after = await db.repository(SpaceRow).findOne({ where: { id: mine.spaceId } });
    expect(after?.usedBytes).toBe((before?.usedBytes ?? 0) + 1_900);
    const [copy] = await db.repository(NodeRow).find({ where: { parentId: mine.id, name: 'lourd.bin' } });
    await act('pupil', 'trash', copy ? [copy] : []).expect(303);
    expect(await rowOf(copy ?? heavy)).toMatchObject({ trashedAt: expect.any(Date) as Date });
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('all or nothing: one sentence says what is in the way, and nothing has moved', async () => {
    const { host, db, fill, group, act, ask, rowOf, at } = await world();
    const pupilId = await host.ids.person('pupil');
    const open = await fill.openFolder(group, 'Nos observations');
    const theirs = await fill.file(open, 'à moi.txt', 'x', { addedBy: pupilId, byPupil: true });
    const teachers = await fill.file(open, 'consigne.txt');
    await act('pupil', 'trash', [theirs, teachers]).expect(400, /«\u00a0consigne\.txt\u00a0»/);
    expect(await rowOf(theirs)).toMatchObject({ trashedAt: null });
    await act('pupil', 'trash', [theirs]).expect(303);
    await act('teacher', 'trash', []).expect(400, /coche/i);
    const many = Array.from({ length: 151 }, (_, index) => ({
      id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    }));
    await act('teacher', 'move', many, { to: at }).expect(400, /150 éléments au plus/);
    await act('teacher', 'move', [teachers, theirs], { to: at }).expect(409, /n’est plus là/);
    await act('teacher', 'move', [theirs], { to: at }).expect(404);
    await ask('teacher', 'move', [open], { to: open.id }).expect(200, /ne peut pas aller dans lui-même/);
    const inner = await fill.folder(open, 'dedans');
    await act('teacher', 'move', [open], { to: inner.id }).expect(400, /ne peut pas aller dans lui-même/);
    await act('teacher', 'copy', [open], { to: inner.id }).expect(400, /ne peut pas aller dans lui-même/);
    let deep = await fill.folder(group, 'Un');
    for (let depth = 2; depth < 19; depth += 1) deep = await fill.folder(deep, `N${depth}`);
    await act('teacher', 'move', [open], { to: deep.id }).expect(400, /plus de 20 dossiers/);
    await act('teacher', 'move', [inner], { to: deep.id }).expect(303);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('two that delete or move the same at once: one does it, and the other reads that it is gone', async () => {
    const { db, fill, group, act } = await world();
    const to = await fill.folder(group, 'Ailleurs');
    for (let round = 0; round < 4; round += 1) {
      const file = await fill.file(group, `disputé ${round}.txt`);
      const other = await fill.file(group, `aussi ${round}.txt`);
      const ends = await Promise.all([
        act('teacher', 'trash', [file, other]),
        act('teacher', 'trash', [file, other]),
        ...(round % 2 === 0 ? [act('teacher', 'move', [file], { to: to.id })] : []),
      ]);
      const statuses = ends.map(({ status }) => status);
      expect(statuses.filter((status) => status === 303).length).toBeGreaterThan(0);
      expect(statuses.every((status) => [303, 404, 409].includes(status))).toBe(true);
    }
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('T1, T6: ids of another class, person or school are ids of nothing', async () => {
    const { drive, host, db, fill, group, own, act, ask, rowOf, at } = await world();
    const file = await fill.file(group, 'la mienne.txt');
    const strangers = await fill.file(await fill.root(groupSpace(host.ids.cm2)), 'cm2.txt');
    const private_ = await fill.file(await own('teacherOfOtherClass'), 'privé.txt');
    const elsewhere = new FillDrive(await started, OTHER_SCHOOL);
    const far = await elsewhere.file(await elsewhere.root(groupSpace(host.ids.sixthA)), 'loin.txt');
    for (const one of [strangers, private_, far]) {
      await act('teacher', 'copy', [one], { to: at }).expect(404);
      await ask('teacher', 'copy', [one]).expect(404);
      const both = await act('teacher', 'copy', [file, one], { to: at }).expectNot(/cm2|privé|loin/);
      expect([404, 409]).toContain(both.status);
      await host.as('teacher').get(`/picked/take?ids=${one.id}`).expect(404);
    }
    // Files of a pupil's part, and files in the trash.
    const tools = { db, storage: drive.storage(SCHOOL), clock: host.clock };
    const work = await giveWork({ groupId: host.ids.cm1 }, tools);
    const ofPart = await openPartFolder(await partRow(work, await host.ids.person('pupil'), tools), 'own', tools);
    const [handed] = await putFiles(ofPart, { 'rendu.txt': 'x' }, tools);
    const gone = await fill.file(group, 'jetée.txt');
    await act('teacher', 'trash', [gone]).expect(303);
    for (const one of [gone, handed ?? gone, ofPart]) {
      for (const role of ['teacher', 'pupil'] as const) {
        for (const action of ['copy', 'move', 'trash']) await act(role, action, [one], { to: 'own' }).expect(404);
        await host.as(role).get(`/picked/take?ids=${one.id}`).expect(404);
      }
      await act('teacher', 'move', [file, one], { to: 'own' }).expect(409, /n’est plus là/);
    }
    await act('teacher', 'move', [file], { to: ofPart.id }).expect(404);
    const many = Array.from({ length: 10_001 }, () => ({ id: randomUUID() }));
    expect([400, 413]).toContain((await act('teacher', 'trash', [file, ...many])).status);
    expect(await rowOf(file)).toMatchObject({ trashedAt: null, spaceId: group.spaceId });
    await act('teacher', 'move', [file], { to: strangers.parentId }).expect(404);
    await act('teacher', 'move', [file], { to: holderOf(groupSpace(host.ids.sixthA)) }).expect(404);
    await act('teacher', 'move', [file], { to: holderOf(ownSpace(await host.ids.person('head'))) }).expect(404);
    await act('teacher', 'move', [file], { to: holderOf(SCHOOL_SPACE) }).expect(303);
    expect(await rowOf(file)).toMatchObject({ spaceKind: 'school', groupId: null });
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('F15: what is taken is a zip of what the user may read, and a lost content is named as such', async () => {
    const { as, db, drive, fill, group } = await world();
    const folder = await fill.folder(group, 'À prendre');
    const inner = await fill.folder(folder, 'Dedans');
    const leaf = await fill.file(inner, 'feuille.txt', 'verte');
    await fill.file(folder, 'secret.txt', 'x', { ownReaders: 'teachers' });
    const beside = await fill.file(group, 'à côté.txt', 'là');
    const take = (role: Role, ...taken: NodeRow[]): TestExchange =>
      as(role).get(`/picked/take?${taken.map(({ id }) => `ids=${id}`).join('&')}`);
    const { bytes, headers } = await take('pupil', folder, beside).expect(200);
    expect(headers.get('content-disposition')).toContain('.zip');
    expect(Object.fromEntries(await readZip(bytes))).toEqual({
      'À prendre/Dedans/feuille.txt': 'verte',
      'à côté.txt': 'là',
    });
    const whole = await readZip((await take('teacher', folder).expect(200)).bytes);
    expect([...whole.keys()]).toContain('À prendre/secret.txt');
    // One file needs no zip.
    await take('guardian', beside).expect(303);
    await take('guardian', leaf, folder).expect(200);
    const content = await db.repository(ContentRow).findOne({ where: { id: leaf.contentId ?? '' } });
    await drive.storage(SCHOOL).remove(content?.storageKey ?? '');
    const paths = [...(await readZip((await take('teacher', folder, beside)).bytes)).keys()];
    expect(paths.filter((path) => path.endsWith('(abîmé).txt'))).toHaveLength(1);
  });

  testOnce('a drop box gives each pupil their own, and what leaves it is the class’s again', async () => {
    const { host, fill, group, own, act, rowOf } = await world();
    const pupilId = await host.ids.person('pupil');
    const box = await fill.openFolder(group, 'Boîte', { ownReaders: 'teachers' });
    const mine = await fill.file(await own('pupil'), 'exposé.txt', 'x', { addedBy: pupilId });
    await act('pupil', 'move', [mine], { to: box.id }).expect(303);
    expect(await rowOf(mine)).toMatchObject({ groupId: host.ids.cm1, ownerId: pupilId, readers: 'teachers' });
    await host.as('classmate').get(`/files/${mine.id}`).expect(404);
    await act('teacher', 'move', [mine], { to: group.id }).expect(303);
    expect(await rowOf(mine)).toMatchObject({ ownerId: null, readers: 'families' });
    await host.as('classmate').get(`/files/${mine.id}`).expect(200);
  });
});
