// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import fileShare from '../index.js';

const host = await startTestHost({ bricks: [fileShare] });

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
  const path = /\/folders\/[\da-f-]{36}\/folders(?=")/.exec(text)?.[0] ?? '';
  await teacher
    .post(path)
    .form({ name: ' / ' })
    .expect(400, /value=" \/ "[^]*Donnez un nom au dossier\./);
  await teacher.post(path).form({ name: 'Rangé' }).expect(303);
});
