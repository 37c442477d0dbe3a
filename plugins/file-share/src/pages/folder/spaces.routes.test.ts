// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { partPath } from '../../paths.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';

const { host, tables, storage } = await startDrive();

test('T6 a page that is read writes nothing; a space has rows from the first file or folder on, and one root', async () => {
  const rows = async (): Promise<number[]> => [
    await tables(SCHOOL).repository(SpaceRow).count(),
    await tables(SCHOOL).repository(NodeRow).count(),
  ];
  const group = host.ids.cm1;
  const teacher = host.as('teacher');
  for (const path of ['/own', `/groups/${group}`, `/teams/${group}`, '/school']) {
    await teacher.get(path).expect(200, /type="file"/);
    await host.as('head').get(path).expect(200);
  }
  expect(await rows()).toEqual([0, 0]);
  const [id, other] = [await host.ids.person('teacher'), await host.ids.person('head')];
  for (const key of [
    `own:${other}`,
    `own:${host.ids.cm1}`,
    `group:${host.ids.cm2}`,
    `team:${host.ids.sixthA}`,
    'work',
  ]) {
    const { status } = await teacher.post(`/folders/${key}/folders`).form({ name: 'intrus' });
    expect([400, 404]).toContain(status);
  }
  await teacher
    .post(`/folders/team:${group}/folders`)
    .form({ name: ' ' })
    .expect(400, new RegExp(`team:${group}/folders`));
  await host.as('guardian').post('/folders/school/files').files({ 'a.txt': 'a' }).expect(403);
  await host.as('pupil').post(`/folders/group:${group}/files`).files({ 'a.txt': 'a' }).expect(404);
  expect(await rows()).toEqual([0, 0]);

  const key = 'f'.repeat(32);
  await teacher.get(`/folders/own:${id}/uploads/${key}`).expect(404);
  for (const name of ['a.txt', 'b.txt']) {
    await teacher
      .post(`/folders/own:${id}/uploads/${key}`)
      .files({ [name]: 'a' })
      .expect(200, /a\.txt/);
    await teacher.get(`/folders/own:${id}/uploads/${key}`).expect(200, /a\.txt/);
  }
  await Promise.all(
    ['Un', 'Deux', 'Trois'].map((name) => teacher.post(`/folders/team:${group}/folders`).form({ name }).expect(303)),
  );
  const roots = await tables(SCHOOL)
    .repository(NodeRow)
    .find({ where: { foldedName: '' } });
  expect(roots.map(({ spaceKind, files }) => [spaceKind, files]).sort()).toEqual([
    ['own', 1],
    ['team', 0],
  ]);
});

test('the entry URL redirects to the first readable class, or else to the personal space', async () => {
  const leadsTo = async (...[role, school = SCHOOL]: [Role, string?]): Promise<string | null> =>
    (await host.as(role).get('/', { school }).expect(303)).headers.get('location');

  expect(await leadsTo('pupil')).toBe(`/s/${SCHOOL}/file-share/groups/${host.ids.cm1}`);
  expect(await leadsTo('guardian')).toBe(`/s/${SCHOOL}/file-share/groups/${host.ids.cm1}`);
  expect(await leadsTo('head')).toBe(`/s/${SCHOOL}/file-share/groups/${host.ids.cm1}`);
  expect(await leadsTo('teacherInBothSchools', OTHER_SCHOOL)).toBe(
    `/s/${OTHER_SCHOOL}/file-share/groups/${host.ids.sixthA}`,
  );
  expect(await leadsTo('staff')).toBe(`/s/${SCHOOL}/file-share/own`);
});

test('the entry URL leads to the works while one is to do or to correct, and « Fichiers » of the portal to the files', async () => {
  const leadsTo = async (role: Role, path = '/'): Promise<string | null> =>
    (await host.as(role).get(path).expect(303)).headers.get('location');
  const works = `/s/${SCHOOL}/file-share/works`;
  const files = `/s/${SCHOOL}/file-share/groups/${host.ids.cm1}`;
  const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
  const { id } = await giveWork({ groupId: host.ids.cm1 }, tools);
  const ines = await host.ids.person('pupil');
  expect([await leadsTo('pupil'), await leadsTo('teacher'), await leadsTo('guardian')]).toEqual([works, files, files]);
  const path = partPath(id, ines);
  await host.as('pupil').post(path).form({ action: 'start' }).expect(303);
  await host.as('pupil').post(path).form({ action: 'handIn', word: 'Voici.' }).expect(303);
  expect([await leadsTo('pupil'), await leadsTo('teacher')]).toEqual([files, works]);
  for (const role of ['pupil', 'teacher'] as const) expect(await leadsTo(role, '/files')).toBe(files);
  expect(await leadsTo('staff', '/files')).toBe(`/s/${SCHOOL}/file-share/own`);
  await tools.db.repository(WorkPupilRow).delete({ workId: id });
  await tools.db.repository(WorkRow).delete({ id });
});

test('the tabs are the personal space and the readable classes', async () => {
  await host
    .as('head')
    .get('/own')
    .expect(200, /Mes fichiers[^]*CM1[^]*CM2/)
    .expectNot(/6e A/);
  await host
    .as('pupil')
    .get('/own')
    .expect(200, /CM1/)
    .expectNot(/CM2|6e A/);
  await host
    .as('guardian')
    .get(`/groups/${host.ids.cm1}`)
    .expect(200, /CM1/)
    .expectNot(/Mes fichiers/);
});

test('an empty class space invites writers, and tells readers to wait', async () => {
  await host
    .as('teacher')
    .get(`/groups/${host.ids.cm1}`)
    .expect(200, /Déposez un premier fichier/);
  await host
    .as('guardian')
    .get(`/groups/${host.ids.cm1}`)
    .expect(200, /apparaîtra ici/)
    .expectNot(/type="file"/);
  await host
    .as('pupil')
    .get(`/groups/${host.ids.cm1}`)
    .expect(200, /tu le trouveras ici/)
    .expectNot(/type="file"/);
  await host
    .as('pupil')
    .get('/own')
    .expect(200, /Dépose un premier fichier/);
});

test('the script is only on pages with write permission', async () => {
  const { text } = await host.as('teacher').get(`/groups/${host.ids.cm1}`).expect(200);
  const [, address = ''] = /src="(\/assets\/file-share\/upload\.js[^"]*)"/.exec(text) ?? [];
  const script = await fetch(host.url + address);
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toMatch(/javascript/);
  await host
    .as('pupil')
    .get(`/groups/${host.ids.cm1}`)
    .expect(200)
    .expectNot(/upload\.js/);
});

test('the tabs begin with the works; staff, with no class, have none', async () => {
  const tabs = async (role: Role): Promise<string[]> => {
    const { text } = await host.as(role).get('/school').expect(200);
    const [nav = ''] = /<nav class="v-tabs"[^]*?<\/nav>/.exec(text) ?? [];
    return [...nav.matchAll(/<a [^>]*>([^<]*)/g)].map(([, label = '']) => label);
  };
  expect(await tabs('teacher')).toEqual(['Travaux', 'Mes fichiers', 'CM1', 'Équipe des CM1', 'École']);
  expect(await tabs('pupil')).toEqual(['Travaux', 'Mes fichiers', 'CM1', 'École']);
  expect(await tabs('guardian')).toEqual(['Travaux', 'CM1', 'École']);
  expect(await tabs('staff')).toEqual(['Mes fichiers', 'École']);
});

test('a new folder without a name: the form says so, and keeps what was typed', async () => {
  const teacher = host.as('teacher');
  const { text } = await teacher.get('/own').expect(200);
  const path = /\/folders\/[^/"]+\/folders(?=["?])/.exec(text)?.[0] ?? '';
  await teacher
    .post(path)
    .form({ name: ' / ' })
    .expect(400, /value=" \/ "[^]*Donnez un nom au dossier\./);
  await teacher.post(path).form({ name: 'Rangé' }).expect(303);
});

test('a folder says how many folders it holds where no file is below it, and is empty only without both', async () => {
  const teacher = host.as('teacher');
  const own = `/folders/own:${await host.ids.person('teacher')}/folders`;
  await teacher.post(own).form({ name: 'Rangement' }).expect(303);
  await teacher.get('/own').expect(200, /Rangement[^]*Vide/);
  const folder = await tables(SCHOOL)
    .repository(NodeRow)
    .findOne({ where: { name: 'Rangement' } });
  for (const name of ['Automne', 'Hiver']) {
    await teacher.post(`/folders/${folder?.id}/folders`).form({ name }).expect(303);
  }
  await teacher.get('/own').expect(200, /Rangement[^]*2 dossiers/);
});
