// SPDX-License-Identifier: EUPL-1.2
// T1–T6, T8 and T10 against the core, at every address of the host, with everybody of two schools; for T7, T9 and T11 see
// tenancy-over-time.test.ts. What bricks do inside their own addresses is attacked by `brickContract`; file-share stands here for all.
import { OTHER_SCHOOL, ROLES, SCHOOL, testDatabases } from '@volee/core-adapter/testing';

import {
  FOR_ADMINISTRATORS,
  GRANTS,
  MISSING,
  NAMES,
  SCHOOLS,
  administers,
  essence,
  forHead,
  forPersons,
  inClass,
  isIn,
  neighbour,
  switchOf,
  words,
  type Uai,
} from './core-addresses.js';
import { ADMINISTRATOR, everything, openTwoSchools, type TwoSchools } from './two-schools.js';

const worlds: TwoSchools[] = [];
for (const database of testDatabases()) worlds.push(await openTwoSchools(database));
const [world] = worlds;
if (!world) throw new Error('there is no database to test on');
const { ask, status, host, ids } = world;
const groupOf = (uai: Uai): string => (uai === SCHOOL ? ids.cm1 : ids.sixthA);

describe.each(worlds.map((one, index) => ({ ...one, name: testDatabases()[index]?.name })))(
  'with the directory on $name',
  (one) => {
    test.each(SCHOOLS)(
      'T1 T8: every URL of %s is 404 for persons outside the school, and found for its persons',
      async (uai) => {
        const group = uai === SCHOOL ? one.ids.cm1 : one.ids.sixthA;
        for (const role of ROLES) {
          for (const path of [...forPersons(uai), ...inClass(uai, group)]) {
            if (!isIn(role, uai)) expect([role, path, await one.status(role, path)]).toEqual([role, path, 404]);
          }
          for (const path of forPersons(uai)) {
            if (isIn(role, uai)) expect([role, path, await one.status(role, path)]).not.toEqual([role, path, 404]);
          }
          const found = administers(role, uai) ? 200 : 404;
          for (const path of forHead(uai))
            expect([role, path, await one.status(role, path)]).toEqual([role, path, found]);
          const refused = administers(role, uai) ? 400 : 404;
          expect([role, await one.status(role, switchOf(uai), { form: 'on=maybe' })]).toEqual([role, refused]);
        }
      },
    );

    test('T1 T8: the platform console exists for its administrators only, not for heads', async () => {
      const before = await everything(one);
      for (const role of ROLES) {
        const found = role === ADMINISTRATOR ? 200 : 404;
        for (const path of FOR_ADMINISTRATORS)
          expect([role, path, await one.status(role, path)]).toEqual([role, path, found]);
        for (const path of role === ADMINISTRATOR ? [] : GRANTS) {
          const form = `login=${role.toLowerCase()}&role=platform&uai=${SCHOOL}`;
          expect([role, path, await one.status(role, path, { form })]).toEqual([role, path, 404]);
        }
      }
      expect(await everything(one)).toBe(before);
    });
  },
);

test.each([undefined, 'head', ADMINISTRATOR] as const)(
  'T2: a missing, empty, encoded or misspelt UAI is no school, and never means all schools: %s',
  async (role) => {
    const spellings = [
      '',
      '%00',
      '%20',
      'undefined',
      'null',
      '*',
      '%25',
      'NaN',
      '[]',
      '0',
      `${SCHOOL},${OTHER_SCHOOL}`,
    ];
    const near = [SCHOOL.toLowerCase(), `${SCHOOL}%20`, `%20${SCHOOL}`, `${SCHOOL}%00`, `${SCHOOL}%2F`, `${SCHOOL}%0A`];
    const paths = [...spellings, ...near].flatMap((uai) => [
      ...forPersons(uai).slice(1),
      ...forHead(uai),
      switchOf(uai),
    ]);
    for (const path of paths) {
      const answer = await ask(role, path);
      // Without a session some of these URLs redirect to the login.
      expect([[path, 404], ...(role === undefined ? [[path, 303]] : [])]).toContainEqual([path, answer.status]);
      for (const { own, persons } of Object.values(NAMES)) {
        expect(words(answer)).not.toContain(own);
        if (role === undefined) expect(words(answer)).not.toMatch(persons);
      }
    }
    for (const path of ['/s/%E0%A4%A/', '/admin/s/%FF/bricks']) expect(await status(role, path)).toBe(400);
  },
);

test('T3: other methods give no more access than GET and POST, and write nothing for any role', async () => {
  const before = await everything(world);
  const ofSchools = SCHOOLS.flatMap((uai) => [
    ...forPersons(uai),
    ...inClass(uai, groupOf(uai)),
    ...forHead(uai).slice(2),
    switchOf(uai),
  ]);
  const paths = [...ofSchools, '/account', '/api/v1/me', ...FOR_ADMINISTRATORS, ...GRANTS];
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    for (const role of ['pupilOfOtherClass', 'head', ADMINISTRATOR] as const) {
      for (const path of paths) {
        expect([method, path, await status(role, path, { method, form: 'on=false' })]).toEqual([method, path, 404]);
      }
    }
  }
  expect(await everything(world)).toBe(before);
});

test('T3: HEAD and OPTIONS answer the same for another school and for one that does not exist', async () => {
  for (const method of ['HEAD', 'OPTIONS']) {
    for (const role of [undefined, 'head', 'pupil'] as const) {
      const about = async (uai: string): Promise<string[]> => {
        const paths = [...forPersons(uai), ...inClass(uai, ids.sixthA), ...forHead(uai), switchOf(uai)];
        return Promise.all(paths.map(async (path) => essence(await ask(role, path, { method }))));
      };
      expect(await about(OTHER_SCHOOL)).toEqual(await about(MISSING));
    }
  }
});

test('T4: the id of a class or a person is no school, and ids are only looked up within the school', async () => {
  const both = 'teacherInBothSchools';
  const own = `/s/${OTHER_SCHOOL}/file-share/groups/${ids.sixthA}`;
  await world
    .as(both)
    .post(`/groups/${ids.sixthA}/files`, { school: OTHER_SCHOOL })
    .files({ 'a.txt': 'a' })
    .expect(303);
  const fileIn = async (space: string): Promise<string> => {
    const [, id = ''] = /nodes\/([0-9a-f-]{36})"/.exec((await ask(both, space)).text) ?? [];
    return `files/${id}`;
  };
  const file = await fileIn(own);
  expect(await status(both, `/s/${OTHER_SCHOOL}/file-share/${file}`)).toBe(200);
  // The teacher may read this file there; the same ids under the URL of the teacher's other school lead to 404.
  const group = `groups/${ids.sixthA}`;
  const paths = [
    group,
    file,
    file.replace('files', 'nodes'),
    `${group}/${file}`,
    `groups/${ids.cm1}/${file}`,
    `own/${file}`,
  ];
  for (const path of paths) expect([path, await status(both, `/s/${SCHOOL}/file-share/${path}`)]).toEqual([path, 404]);
  // A file of the own space in one school does not exist in the other.
  await world.as(both).post('/own/files', { school: OTHER_SCHOOL }).files({ 'mine.txt': 'b' }).expect(303);
  const mine = await fileIn(`/s/${OTHER_SCHOOL}/file-share/own`);
  const ownIn = (uai: Uai): Promise<number> => status(both, `/s/${uai}/file-share/${mine}`);
  expect([await ownIn(OTHER_SCHOOL), await ownIn(SCHOOL)]).toEqual([200, 404]);
  expect((await ask(both, `/s/${SCHOOL}/file-share/own`)).text).not.toContain('mine');
  for (const id of [ids.sixthA, ids.cm1, await ids.person(both), await ids.person('head')]) {
    for (const role of [both, 'head', ADMINISTRATOR] as const) {
      for (const path of [`/s/${id}/`, `/s/${id}/file-share/`, `/admin/s/${id}/bricks`])
        expect(await status(role, path)).toBe(404);
    }
  }
});

test('T5: a session opens the schools of its person only; a person of two schools has in each the profile of that school', async () => {
  // There are no access tokens yet: a request is only identified by a session. A session names a person, and no school.
  const me = JSON.parse((await ask('teacherInBothSchools', '/api/v1/me')).text) as { schools: { uai: string }[] };
  expect(me.schools.map(({ uai }) => uai).sort()).toEqual([...SCHOOLS]);
  for (const uai of SCHOOLS) {
    const answer = await ask('teacherInBothSchools', `/s/${uai}/file-share/groups/${groupOf(uai)}`);
    expect(answer.status).toBe(200);
    expect(words(answer)).not.toMatch(NAMES[neighbour(uai)].group);
    expect(await status('teacherInBothSchools', `/s/${neighbour(uai)}/file-share/groups/${groupOf(uai)}`)).toBe(404);
  }
  // The session keeps the last school for redirects only; it gives no access.
  await ask('head', `/s/${OTHER_SCHOOL}/`);
  expect((await ask('head', '/')).headers.location).toBe(`/s/${SCHOOL}/`);
  expect((await ask('head', `/b/file-share/groups/${ids.sixthA}`)).headers.location).toContain(`/s/${SCHOOL}/`);
});

test('T6: other parameters of a request change neither school nor audience', async () => {
  const more = new URLSearchParams([
    ...['uai', 'school', 'school[]', 'tenant'].map((name) => [name, OTHER_SCHOOL]),
    ...['group', 'group[]', 'groups', 'groups[0]', 'ids[]'].map((name) => [name, ids.sixthA]),
  ]).toString();
  const headers = { 'X-School': OTHER_SCHOOL, 'X-Tenant-Id': OTHER_SCHOOL, 'X-Original-Url': `/s/${OTHER_SCHOOL}/` };
  for (const path of [...forPersons(SCHOOL), ...forHead(SCHOOL), '/account', '/api/v1/me']) {
    const { text } = await ask('head', `${path}${path.includes('?') ? '&' : '?'}${more}`, { headers });
    expect(text).not.toContain(NAMES[OTHER_SCHOOL].own);
    expect(text).not.toMatch(NAMES[OTHER_SCHOOL].persons);
    expect(text).not.toMatch(NAMES[OTHER_SCHOOL].group);
  }
});

test('T6: a head that names a class or a rule of another school changes nothing in either school', async () => {
  const [there] = await host.activations.rules(OTHER_SCHOOL, 'file-share');
  const before = await everything(world);
  for (const groups of [[ids.sixthA], [ids.cm1, ids.sixthA], [await ids.person('pupil')]]) {
    const fields = [['rule', 'new'], ['where', 'groups'], ['profiles', 'pupil'], ...groups.map((id) => ['groups', id])];
    const form = new URLSearchParams(fields).toString();
    const previews = [`/admin/s/${SCHOOL}/bricks?brick=file-share&${form}`, `${switchOf(SCHOOL)}/people?${form}`];
    const answers = [
      ...previews.map((path) => ask('head', path)),
      ask('head', switchOf(SCHOOL), { form: `on=true&${form}` }),
    ];
    for (const answer of await Promise.all(answers)) {
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(NAMES[OTHER_SCHOOL].group);
      expect(answer.text).not.toMatch(NAMES[OTHER_SCHOOL].persons);
    }
  }
  const rule = `rule=${there?.id ?? ''}`;
  for (const form of [`on=false&${rule}`, `on=true&${rule}&where=school&profiles=pupil`])
    expect([form, await status('head', switchOf(SCHOOL), { form })]).toEqual([form, 404]);
  expect(await everything(world)).toBe(before);
});

test('T8: another school and one that does not exist get the same page, letter for letter', async () => {
  for (const role of ['pupil', 'guardian', 'teacher', 'head', 'staff'] as const) {
    const about = async (uai: string): Promise<string[]> => {
      const paths = [...forPersons(uai), ...inClass(uai, ids.sixthA), ...forHead(uai)];
      const pages = await Promise.all(paths.map((path) => ask(role, path)));
      return [...pages, await ask(role, switchOf(uai), { form: 'on=true' })].map(essence);
    };
    expect(await about(OTHER_SCHOOL)).toEqual(await about(MISSING));
  }
});

test('T10: the API gives no data of schools, and of the user only their own', async () => {
  for (const path of ['/health/live', '/health/ready', '/metrics']) {
    for (const role of [undefined, 'pupil'] as const) {
      const { text } = await ask(role, path, { headers: { Accept: 'application/json' } });
      for (const uai of SCHOOLS) for (const leak of [uai, NAMES[uai].own]) expect(text).not.toContain(leak);
      expect(text).not.toMatch(/Faivre|Marguet|Grosjean|Tissot/);
    }
  }
  expect(await status(undefined, '/api/v1/me')).toBe(401);
  for (const role of ROLES) {
    const me = JSON.parse((await ask(role, '/api/v1/me')).text) as { schools: { uai: string }[]; login: string };
    expect([me.login, me.schools.map(({ uai }) => uai).sort()]).toEqual([
      role.toLowerCase(),
      SCHOOLS.filter((uai) => isIn(role, uai)),
    ]);
  }
});

test('T10: the consoles list, count and find no persons of another school', async () => {
  const heads = { [SCHOOL]: 'head', [OTHER_SCHOOL]: 'headOfOtherSchool' } as const;
  const own = { [SCHOOL]: ['Inès Faivre', 'Tom Brenot'], [OTHER_SCHOOL]: ['Jules Marguet'] };
  for (const uai of SCHOOLS) {
    for (const path of forHead(uai)) {
      const { text } = await ask(heads[uai], path);
      expect(text).toContain(NAMES[uai].own);
      expect(text).not.toContain(NAMES[neighbour(uai)].own);
      expect(text).not.toMatch(NAMES[neighbour(uai)].persons);
      expect(text).not.toMatch(NAMES[neighbour(uai)].group);
    }
    const people = `${switchOf(uai)}/people?rule=new&where=school&profiles=pupil`;
    const listed = async (q: string): Promise<string[]> =>
      [...(await ask(heads[uai], `${people}&q=${q}`)).text.matchAll(/<(?:li|th scope="row")>([^<]+)</g)].map(
        ([, name = '']) => name,
      );
    expect(await listed('')).toEqual(expect.arrayContaining(own[uai]));
    for (const name of own[uai]) expect(await listed(encodeURIComponent(name))).toEqual([name]);
    for (const name of own[neighbour(uai)]) expect(await listed(encodeURIComponent(name))).toEqual([]);
  }
});
