// SPDX-License-Identifier: EUPL-1.2
import {
  bothDatabases,
  onceInQuickRun,
  OTHER_SCHOOL,
  type Role,
  SCHOOL,
  type TestPerson,
} from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords, withoutGroupsOf } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { groupSpace, holderOf, ownSpace } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

const DAY = 86_400_000;

describe.each(bothDatabases())('the trash on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  const started = startDrive({ database, settings: { quota: { class: '2kB' } } });

  async function world() {
    const drive = await started;
    const { host, tables } = drive;
    const db = tables(SCHOOL);
    const fill = new FillDrive(drive);
    const group = await fill.root(groupSpace(host.ids.cm1));
    // One session each, for the notice of a redirect.
    const persons = new Map<Role, TestPerson>();
    const as = (role: Role): TestPerson => {
      const person = persons.get(role) ?? host.as(role);
      persons.set(role, person);
      return person;
    };
    const trash = async (role: Role, { id }: NodeRow): Promise<void> => {
      await as(role).post('/picked').form({ action: 'trash', ids: id }).expect(303);
    };
    const rowOf = ({ id }: NodeRow): Promise<NodeRow | undefined> => db.repository(NodeRow).findOne({ where: { id } });
    const restore = (role: Role, { id }: NodeRow) => as(role).post(`/nodes/${id}/restore`);
    return {
      ...{ drive, persons, host, db, fill, group, as, trash, rowOf, restore },
      page: `/spaces/${group.spaceId}/trash`,
    };
  }

  test('F6: what was closed with its folder comes back to those who read the folder now, and what was never shown does not', async () => {
    const { host, db, fill, group, as, trash, rowOf, restore } = await world();
    const pupilId = await host.ids.person('pupil');
    const folder = await fill.openFolder(group, 'Exposés à rouvrir');
    const inner = await fill.folder(folder, 'Images');
    const theirs = await fill.file(folder, 'exposé.odt', 'exposé', { addedBy: pupilId, byPupil: true });
    const picture = await fill.file(inner, 'image.png');
    const hidden = await fill.file(folder, 'barème.odt', 'barème', { ownReaders: 'teachers' });
    const word = (readers: string) =>
      as('teacher')
        .post(`/nodes/${folder.id}/readers`)
        .form({ readers, ...(readers !== 'teachers' && { pupilsAdd: 'true' }) })
        .expect(303);
    await word('teachers');
    const marks = await fill.file(folder, 'notes.odt');
    const innerMarks = await fill.file(inner, 'notes des images.odt');
    for (const node of [theirs, inner, hidden, marks]) await trash('teacher', node);
    await word('pupils');
    for (const node of [theirs, inner, hidden, marks]) await restore('teacher', node).expect(303);
    for (const node of [theirs, inner, picture]) {
      expect(await rowOf(node)).toMatchObject({ readers: 'pupils', ownReaders: null, ownerId: null });
    }
    for (const node of [hidden, marks, innerMarks]) expect(await rowOf(node)).toMatchObject({ readers: 'teachers' });
    // The same where the folder was put away and taken out again, and where it was still closed when something came back.
    const archive = await fill.folder(group, 'Archives à rouvrir', { ownReaders: 'teachers' });
    const move = async (to: string): Promise<void> => {
      await as('teacher').post('/picked').form({ action: 'move', ids: folder.id, to }).expect(303);
    };
    await move(archive.id);
    await trash('teacher', theirs);
    await restore('teacher', theirs).expect(303);
    await trash('teacher', theirs);
    await move(group.id);
    await restore('teacher', theirs).expect(303);
    expect(await rowOf(theirs)).toMatchObject({ readers: 'pupils', ownReaders: null });
    await as('classmate').get(`/files/${theirs.id}`).expect(200);
    await as('guardian').get(`/files/${theirs.id}`).expect(404);
    for (const node of [hidden, marks, innerMarks]) await as('classmate').get(`/files/${node.id}`).expect(404);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('what is deleted leaves its name free, and comes back under a free one into its folder', async () => {
    const { persons, host, db, fill, group, as, trash, rowOf, restore, page } = await world();
    const folder = await fill.folder(group, 'Préparations');
    const sheet = await fill.file(folder, 'Fiche séismes.pdf');
    await trash('teacher', sheet);
    await as('teacher').get(`/files/${sheet.id}`).expect(404);
    const second = await fill.file(folder, 'Fiche séismes.pdf', 'another');
    host.clock.advance(11.5 * DAY);
    // Sessions have ended meanwhile.
    persons.clear();
    await as('teacher')
      .get(page)
      .expect(
        200,
        /Fiche séismes\.pdf[^]*De «\sPréparations\s»[^]*Ce nom est pris[^]*Fiche séismes \(2\)\.pdf[^]*19 jours/,
      );
    await trash('teacher', second);
    await trash('teacher', folder);
    await as('teacher')
      .get(page)
      .expect(200, /Son dossier n’existe plus\u00a0: il sera recréé/);
    await restore('teacher', sheet).expect(303);
    await as('teacher')
      .get(page)
      .expect(200, /est de nouveau dans «\u00a0Préparations\u00a0»/);
    const anew = await db.repository(NodeRow).findOne({ where: { parentId: group.id, name: 'Préparations' } });
    expect(await rowOf(sheet)).toMatchObject({ parentId: anew?.id, trashedAt: null, name: 'Fiche séismes.pdf' });
    await restore('teacher', second).expect(303);
    expect(await rowOf(second)).toMatchObject({ parentId: anew?.id, name: 'Fiche séismes (2).pdf' });
    await restore('teacher', folder).expect(303);
    expect(await rowOf(folder)).toMatchObject({ name: 'Préparations (2)', parentId: group.id });
    await restore('teacher', folder).expect(404);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('what was for teachers alone is shown to nobody else when its folder has gone', async () => {
    const { db, fill, group, as, trash, rowOf, restore } = await world();
    const secret = await fill.folder(group, 'Corrigés', { ownReaders: 'teachers' });
    const sheet = await fill.file(secret, 'corrigé.pdf');
    await trash('teacher', sheet);
    await trash('teacher', secret);
    await restore('teacher', sheet).expect(303);
    expect(await rowOf(sheet)).toMatchObject({ readers: 'teachers' });
    await as('pupil').get(`/files/${sheet.id}`).expect(404);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce(
    'F6: a pupil puts their own back, into their own files once they may not write there, and nothing of others',
    async () => {
      const { host, db, fill, group, as, trash, rowOf, restore, page } = await world();
      const pupilId = await host.ids.person('pupil');
      const open = await fill.openFolder(group, 'Ouvert');
      const mine = await fill.file(open, 'exposé.odt', 'x', { addedBy: pupilId, byPupil: true });
      const theirs = await fill.file(open, 'consigne.odt');
      await trash('pupil', mine);
      await trash('teacher', theirs);
      await as('pupil')
        .get(page)
        .expect(200, /exposé\.odt/)
        .expectNot(/consigne|pris sur|octet/);
      await as('classmate')
        .get(page)
        .expect(200)
        .expectNot(/exposé/);
      await restore('classmate', mine).expect(404);
      await restore('guardian', mine).expect(403);
      await restore('head', mine).expect(404);
      await restore('pupil', theirs).expect(404);
      await restore('pupil', mine).expect(303);
      await trash('pupil', mine);
      await db.repository(NodeRow).update({ id: open.id }, { pupilsAdd: false });
      await as('pupil').get(`/groups/${host.ids.cm1}`).expect(200, new RegExp(page));
      await as('pupil')
        .get(page)
        .expect(200, /exposé\.odt[^]*D’un dossier de la classe[^]*il reviendra dans Mes fichiers/)
        .expectNot(/De Ouvert/);
      await restore('classmate', mine).expect(404);
      await restore('pupil', mine).expect(303);
      expect(await rowOf(mine)).toMatchObject({ spaceKind: 'own', ownerId: pupilId, groupId: null, trashedAt: null });
      await as('pupil').get(`/files/${mine.id}`).expect(200);
      await as('teacher').get(`/files/${mine.id}`).expect(404);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'F6: what a teacher threw away a pupil neither puts back nor deletes, and the teacher puts it back',
    async () => {
      const { host, db, fill, group, as, trash, rowOf, restore, page } = await world();
      const pupilId = await host.ids.person('pupil');
      const open = await fill.openFolder(group, 'Textes');
      const text = await fill.file(open, 'insultes.odt', 'insultes', { addedBy: pupilId, byPupil: true });
      const own = await fill.file(open, 'à-moi.odt', 'à moi', { addedBy: pupilId, byPupil: true });
      await trash('pupil', own);
      await trash('teacher', text);
      const home = await fill.root(ownSpace(pupilId));
      for (const pupilsAdd of [true, false]) {
        await db.repository(NodeRow).update({ id: open.id }, { pupilsAdd });
        await restore('pupil', text).expect(404);
        for (const path of [page, `/spaces/${home.spaceId}/trash`]) {
          await as('pupil')
            .get(path)
            .expect(200)
            .expectNot(/insultes/);
        }
        await as('pupil').get(page).expect(200, /à-moi/);
      }
      await restore('pupil', own).expect(303);
      expect(await rowOf(own)).toMatchObject({ ownerId: pupilId, spaceKind: 'own', trashedBy: null });
      await as('pupil').post(`${page}/empty`).form({ until: host.clock.now().toISOString() }).expect(303);
      await as('pupil')
        .get(`/groups/${host.ids.cm1}`)
        .expect(200, /Tu en gardes une copie[^]*insultes/);
      await restore('teacher', text).expect(303);
      expect(await rowOf(text)).toMatchObject({ parentId: open.id, trashedAt: null, trashedBy: null });
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce(
    'T6: a pupil with nothing in « Mes fichiers » finds what they threw away in a class, also when they have left it',
    async () => {
      const { host, db, fill, as, trash, rowOf, restore } = await world();
      const group = await fill.root(groupSpace(host.ids.cm2));
      await db.repository(SpaceRow).update({ id: group.spaceId }, { quotaBytes: 100_000 });
      const pupil = as('pupilOfOtherClass');
      const own = ownSpace(await host.ids.person('pupilOfOtherClass'));
      const home = `/spaces/${holderOf(own)}/trash`;
      const nodes = db.repository(NodeRow);
      const named = async (name: string): Promise<NodeRow> => {
        const found = await nodes.findOne({ where: { name } });
        if (!found) throw new Error(`There is no ${name}.`);
        return found;
      };
      const open = await fill.openFolder(group, 'Exposés du CM2');
      const box = await fill.openFolder(group, 'Boîte du CM2', { ownReaders: 'teachers' });
      await pupil.post(`/folders/${open.id}/files`).files({ 'volcan.odt': 'volcan' }).expect(303);
      await pupil.post(`/folders/${box.id}/folders`).form({ name: 'Mon dossier' }).expect(303);
      const folder = await named('Mon dossier');
      await pupil.post(`/folders/${folder.id}/files`).files({ 'lave.odt': 'lave' }).expect(303);
      await pupil
        .get('/own')
        .expect(200)
        .expectNot(/\/trash/);
      for (const name of ['volcan.odt', 'lave.odt']) await trash('pupilOfOtherClass', await named(name));
      const links = async (path: string): Promise<string[]> => {
        const { text } = await pupil.get(path).expect(200);
        return [...text.matchAll(/href="[^"]*(\/spaces\/[^"]*\/trash)"/g)].map(([, link = '']) => link);
      };
      expect(await links(`/groups/${host.ids.cm2}`)).toEqual([`/spaces/${group.spaceId}/trash`]);
      expect(await links('/own')).toEqual([home]);
      const records = await sampleRecords();
      await applyRecords(host, withoutGroupsOf('pupilofotherclass', records));
      await pupil.get(`/spaces/${group.spaceId}/trash`).expect(404);
      // Pupils can still read the page of their own folder in a drop box.
      for (const path of ['/own', `/folders/${folder.id}`]) expect(await links(path)).toEqual([home]);
      await pupil.get(home).expect(200, /volcan\.odt[^]*lave\.odt|lave\.odt[^]*volcan\.odt/);
      await as('classmate').get(home).expect(404);
      await as('teacher').get(home).expect(404);
      await pupil.post(`${home}/empty`).form({ until: host.clock.now().toISOString() }).expect(303);
      for (const name of ['volcan.odt', 'lave.odt']) {
        const thrown = await named(name);
        expect((await restore('pupilOfOtherClass', thrown).expect(303)).headers.get('location')).toMatch(/\/own$/);
        expect(await rowOf(thrown)).toMatchObject({ ownerId: own.ownerId, spaceKind: 'own', trashedAt: null });
      }
      await applyRecords(host, records);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce('T1: the trash of others does not exist', async () => {
    const { drive, host, fill, as, restore } = await world();
    const own = await fill.root(ownSpace(await host.ids.person('teacherOfOtherClass')));
    const file = await fill.file(own, 'privé.txt');
    await host.as('teacherOfOtherClass').post('/picked').form({ action: 'trash', ids: file.id }).expect(303);
    const elsewhere = await new FillDrive(drive, OTHER_SCHOOL).root(groupSpace(host.ids.sixthA));
    for (const { spaceId } of [own, elsewhere]) {
      await as('teacher').get(`/spaces/${spaceId}/trash`).expect(404);
      const until = host.clock.now().toISOString();
      await as('teacher').post(`/spaces/${spaceId}/trash/empty`).form({ until }).expect(404);
    }
    await restore('teacher', file).expect(404);
  });

  testOnce('a full space: deleting and putting back work, and emptying gives the room back', async () => {
    const { host, db, fill, group, as, trash, rowOf, restore, page } = await world();
    const folder = await fill.folder(group, 'Films');
    const film = await fill.file(folder, 'film.mp4', 'f'.repeat(500));
    const other = await fill.file(folder, 'autre.mp4', 'g'.repeat(500));
    await db.repository(SpaceRow).update({ id: group.spaceId }, { quotaBytes: 10 });
    await trash('teacher', film);
    await restore('teacher', film).expect(303);
    await trash('teacher', film);
    const used = async (): Promise<number> =>
      (await db.repository(SpaceRow).findOne({ where: { id: group.spaceId } }))?.usedBytes ?? 0;
    const before = await used();
    const { text } = await as('teacher')
      .get(page)
      .expect(200, /Effacer/);
    const until = /name="until" value="([^"]+)"/.exec(text)?.[1] ?? '';
    // Nothing is deleted that came into the trash after the page was shown.
    host.clock.advance(1_000);
    await trash('teacher', other);
    await as('guardian').post(`${page}/empty`).form({ until }).expect(403);
    await as('classmate').post(`${page}/empty`).form({ until }).expect(303);
    expect(await rowOf(film)).toBeDefined();
    await as('teacher').post(`${page}/empty`).form({ until }).expect(303);
    expect(await rowOf(film)).toBeUndefined();
    expect(await rowOf(other)).toMatchObject({ trashedAt: expect.any(Date) as Date });
    expect(await used()).toBeLessThanOrEqual(before - 500);
    expect(await db.repository(ContentRow).findOne({ where: { id: film.contentId ?? '' } })).toMatchObject({ refs: 0 });
    const lines = await host.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM core_audit WHERE action = 'file-share.file.delete'`,
    );
    expect(JSON.stringify(lines)).toContain(film.id);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('a trash that is emptied several times at once, while files are put back: a line for each file that is gone', async () => {
    const { host, db, fill, group, as, trash, rowOf, restore, page } = await world();
    await db.repository(SpaceRow).update({ id: group.spaceId }, { quotaBytes: 100_000 });
    const folder = await fill.folder(group, 'Carnets');
    const files: NodeRow[] = [];
    for (const n of [1, 2, 3, 4, 5, 6]) files.push(await fill.file(folder, `carnet-${n}.txt`, 'c'));
    for (const file of files) await trash('teacher', file);
    host.clock.advance(1_000);
    const until = host.clock.now().toISOString();
    const empty = async (): Promise<unknown> => as('teacher').post(`${page}/empty`).form({ until });
    const putBack = async (file: NodeRow): Promise<unknown> => restore('teacher', file);
    await Promise.all([
      empty(),
      ...files.slice(0, 2).map(putBack),
      empty(),
      ...files.slice(2, 3).map(putBack),
      empty(),
    ]);
    const gone: string[] = [];
    for (const file of files) if (!(await rowOf(file))) gone.push(file.id);
    const lines = await host.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM core_audit WHERE action = 'file-share.file.delete' AND outcome = 'done'`,
    );
    const named = lines.map(({ subject }) => (JSON.parse(subject) as { file: string }).file);
    expect(named.filter((id) => files.some((file) => file.id === id)).sort()).toEqual(gone.sort());
    expect(gone.length).toBeGreaterThanOrEqual(3);
  });
});
