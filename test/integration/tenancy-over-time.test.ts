// SPDX-License-Identifier: EUPL-1.2
// T7, T9 and T11 against the core: what a sync, a switch and the request before leave behind.
import { Readable } from 'node:stream';

import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';

import { NAMES, SCHOOLS, forHead, neighbour, type Uai } from './core-addresses.js';
import { everything, openTwoSchools, type TwoSchools } from './two-schools.js';

const worlds: TwoSchools[] = [];
for (const database of testDatabases()) worlds.push(await openTwoSchools(database));
const [world] = worlds;
if (!world) throw new Error('there is no database to test on');
const { ask, status, host, ids, clock } = world;
const groupOf = (uai: Uai): string => (uai === SCHOOL ? ids.cm1 : ids.sixthA);
const isOn = async (uai: Uai): Promise<boolean> => ((await host.activations.bricksOn([uai])).get(uai) ?? []).length > 0;

describe.each(worlds.map((one, index) => ({ ...one, name: testDatabases()[index]?.name })))('on $name', (one) => {
  test('T7: a sync of one source does not change the records of another, in the same school and in the next', async () => {
    const before = await everything(one);
    const school = { type: 'school', uai: OTHER_SCHOOL, name: 'Pris', kind: 'primary' } as const;
    const group = { type: 'group', uai: OTHER_SCHOOL, key: '6a', kind: 'class', name: 'Prise' } as const;
    const named = { givenName: 'Ève', familyName: 'Prost', displayName: 'Ève Prost', profile: 'pupil' } as const;
    const [pupil, other] = (['pupil', 'other'] as const).map(
      (key) => ({ type: 'person', key, login: key, uai: OTHER_SCHOOL, ...named }) as const,
    );
    const sync = (...records: DirectoryRecord[]): Promise<unknown> =>
      one.host.sync.run({ name: 'second', read: () => Readable.from(records) }, new AbortController().signal);

    await sync(school, group, pupil!, other!);
    // The first source named the school and the class, so their names stay. Its `pupil` is another person.
    expect((await one.host.directory.school(OTHER_SCHOOL))?.name).toBe('Collège du Parc');
    expect((await one.host.directory.ties(await one.ids.person('pupilOfOtherSchool'), OTHER_SCHOOL))[0]?.group).toEqual(
      { id: one.ids.sixthA, name: '6e A', kind: 'class', schoolYear: 2026 },
    );
    expect(await one.status('pupil', `/s/${SCHOOL}/`)).toBe(200);
    expect(await one.status('pupil', `/s/${OTHER_SCHOOL}/`)).toBe(404);

    // Leaving the second source changes nothing else. Bricks have no jobs yet.
    await sync(school, group, pupil!);
    await one.host.database.dataSource.query("DELETE FROM core_attachment WHERE source = 'second'");
    expect(await everything(one)).toBe(before);
  });
});

test('T9: a brick that is off answers 404 at every URL and to every method, while it is on in the other school', async () => {
  const teacher = 'teacherInBothSchools';
  const [uai, group] = [SCHOOL, ids.cm1];
  const paths = [
    '',
    '/',
    '/own',
    `/groups/${group}`,
    '/own/files',
    `/groups/${group}/files`,
    '/nothing',
    '/../file-share/',
  ];
  await host.activations.disable(uai, 'file-share', 'cli');
  const before = await everything(world);
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PROPFIND']) {
    for (const path of paths) {
      for (const role of [teacher, 'head', 'pupil'] as const) {
        const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
        const asking = { method, ...(method !== 'GET' && method !== 'HEAD' && { form: 'x=y' }), headers: type };
        const asked = await status(role, `/s/${uai}/file-share${path}`, asking);
        expect([method, path, role, asked]).toEqual([method, path, role, 404]);
      }
    }
  }
  expect(await everything(world)).toBe(before);
  // `/b/` redirects as usual, to a missing page; pages and `me` do not mention the brick.
  await ask(teacher, `/s/${uai}/`);
  const { location = '' } = (await ask(teacher, '/b/file-share/own')).headers;
  expect([location, await status(teacher, location)]).toEqual([`/s/${uai}/file-share/own`, 404]);
  expect(JSON.parse((await ask(teacher, '/api/v1/me')).text)).toMatchObject({ currentSchool: uai, bricks: [] });
  expect((await ask(teacher, `/s/${uai}/`)).text).not.toContain(`/s/${uai}/file-share`);
  expect(await status(teacher, `/s/${OTHER_SCHOOL}/file-share/groups/${ids.sixthA}`)).toBe(200);
  // By design: assets are public files of the package, equal for all users, without any data of schools.
  expect(await status(undefined, '/assets/file-share/upload.js')).toBe(200);
  await host.activations.enable(uai, 'file-share', 'cli');
  expect(await status(teacher, `/s/${uai}/file-share/groups/${group}`)).toBe(200);
});

test('T11: two heads, alternating and concurrent, see their own school, and a switch applies from the next request on', async () => {
  const looks = [...SCHOOLS, ...SCHOOLS, ...SCHOOLS].map(async (uai) => {
    const role = uai === SCHOOL ? 'head' : 'headOfOtherSchool';
    for (const path of [`/s/${uai}/`, ...forHead(uai), '/api/v1/me']) {
      const { text } = await ask(role, path);
      expect(text).toContain(NAMES[uai].own);
      expect(text).not.toContain(NAMES[neighbour(uai)].own);
    }
  });
  await Promise.all(looks);

  const pupils = { [SCHOOL]: 'pupil', [OTHER_SCHOOL]: 'pupilOfOtherSchool' } as const;
  const seen = (): Promise<number[]> =>
    Promise.all(SCHOOLS.map((uai) => status(pupils[uai], `/s/${uai}/file-share/groups/${groupOf(uai)}`)));
  expect(await seen()).toEqual([200, 200]);
  clock.advance(1000);
  await host.activations.disable(SCHOOL, 'file-share', 'cli');
  expect(await seen()).toEqual([404, 200]);
  await host.activations.disable(OTHER_SCHOOL, 'file-share', 'cli');
  await host.activations.enable(SCHOOL, 'file-share', 'cli');
  expect(await seen()).toEqual([200, 404]);
  await host.activations.enable(OTHER_SCHOOL, 'file-share', 'cli');
  expect([await isOn(SCHOOL), await isOn(OTHER_SCHOOL)]).toEqual([true, true]);
});

test('T11: granting or revoking a right applies from the next request on, in that school', async () => {
  const consoles = (): Promise<number[]> =>
    Promise.all(SCHOOLS.map((uai) => status('teacherInBothSchools', `/admin/s/${uai}/bricks`)));
  expect(await consoles()).toEqual([404, 404]);
  await host.administrators.grant('teacherinbothschools', OTHER_SCHOOL, 'cli');
  expect(await consoles()).toEqual([404, 200]);
  clock.advance(1000);
  await host.administrators.revoke('teacherinbothschools', OTHER_SCHOOL, 'cli');
  expect(await consoles()).toEqual([404, 404]);
});
